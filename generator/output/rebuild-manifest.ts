import { join } from 'node:path';
import { hashContent } from './content-hash.js';
import { listFiles } from './list-files.js';
import type { FileEntry } from './manifest.js';
import { readRegularFile } from './regular-file.js';
import { isSealed } from './seal.js';

/**
 * Finds the files that docwright wrote when its manifest cannot be read: those whose header has a seal that agrees with the rest
 * of the file. What was edited by hand is not among them and is treated as foreign.
 */
export function findSealedFiles(folder: string): Map<string, FileEntry> {
  const files = new Map<string, FileEntry>();
  for (const path of listFiles(folder, '')) {
    const content = readRegularFile(join(folder, path));
    if (content !== undefined && isSealed(content.toString())) {
      // The hash before formatting is unknown, so the file is made anew and compared.
      files.set(path, { raw: '', hash: hashContent(content) });
    }
  }
  return files;
}

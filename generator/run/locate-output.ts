import { mkdirSync, realpathSync } from 'node:fs';
import { dirname } from 'node:path';
import { workFolderOf } from '../output/work-folder.js';
import type { OutputFolders } from '../output/write-output.js';

/**
 * The folders that a run writes to. The output folder itself need not exist; a symbolic link to it is followed.
 *
 * @param create makes the folder above it, for a run that will write
 */
export function locateOutput(out: string, { create }: { readonly create: boolean }): OutputFolders {
  if (create) {
    mkdirSync(dirname(out), { recursive: true });
  }
  let output = out;
  try {
    output = realpathSync(out);
  } catch {
    // The folder does not exist yet.
  }
  return { output, work: workFolderOf(output) };
}

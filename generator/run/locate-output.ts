import { existsSync, mkdirSync, realpathSync } from 'node:fs';
import { dirname } from 'node:path';
import { OutputError, describeRefusal } from '../output/output-error.js';
import { workFolderOf } from '../output/work-folder.js';
import type { OutputFolders } from '../output/write-output.js';
import { isFolder } from './is-folder.js';

/**
 * The folders that a run writes to. The output folder itself need not exist; a symbolic link to it is followed.
 *
 * @param create makes the folder above it, for a run that will write
 * @throws OutputError if there is a file in the way, or no permission
 */
export function locateOutput(out: string, { create }: { readonly create: boolean }): OutputFolders {
  if (create) makeFolder(dirname(out));
  if (existsSync(out) && !isFolder(out)) throw new OutputError(`${out} is no folder; name another one with --out DIR`);
  let output = out;
  try {
    output = realpathSync(out);
  } catch {
    // The folder does not exist yet.
  }
  return { output, work: workFolderOf(output) };
}

function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
  } catch (error) {
    throw new OutputError(`cannot make ${folder}: ${describeRefusal(error)}; name another folder with --out DIR`, { cause: error });
  }
}

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { listFiles } from '../output/list-files.js';

/**
 * Files in the folders of generated code that docwright did not write: they would be published with the SDK. In code-unit order.
 *
 * @param output the SDK's folder
 * @param recorded what docwright wrote, in code-unit order, so that both can be walked side by side and nothing has to be held
 */
export function listForeignFiles(output: string, recorded: Iterator<string>): string[] {
  const foreign: string[] = [];
  let next = recorded.next();
  while (next.done !== true) {
    const folder = topFolderOf(next.value);
    // Beside the top folders stands what is the user's own.
    const files = folder !== '' && existsSync(join(output, folder)) ? listFiles(output, folder) : [];
    for (const file of files) {
      while (next.done !== true && next.value < file) next = recorded.next();
      if (next.done === true || next.value !== file) foreign.push(file);
    }
    while (next.done !== true && topFolderOf(next.value) === folder) next = recorded.next();
  }
  return foreign;
}

/** `src` of `src/v3/a.ts`; empty for a file that is in none. */
function topFolderOf(path: string): string {
  return path.slice(0, Math.max(path.indexOf('/'), 0));
}

import { readdirSync } from 'node:fs';
import { join } from 'node:path';

const skipped = new Set(['node_modules', 'dist']);

/**
 * Paths of all files below a folder that are not hidden, installed or built, in code-unit order and one folder at a time. Links are not
 * followed.
 *
 * @param prefix a folder in `folder` to begin at; the paths begin with it. None: ''
 */
export function* listFiles(folder: string, prefix: string): Generator<string> {
  const entries = readdirSync(join(folder, prefix), { withFileTypes: true })
    .filter(({ name }) => !name.startsWith('.') && !skipped.has(name))
    // `a-b/c` stands before `a/b`, although `a` is before `a-b`.
    .map((entry) => (entry.isDirectory() ? `${entry.name}/` : entry.name))
    .sort();
  for (const name of entries) {
    const path = prefix === '' ? name : `${prefix}/${name}`;
    if (path.endsWith('/')) yield* listFiles(folder, path.slice(0, -1));
    else yield path;
  }
}

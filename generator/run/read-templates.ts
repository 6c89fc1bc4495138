import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { packageFolder } from './package-folder.js';

/** The files that are copied into every SDK, by path relative to `templates/`, in code-unit order. */
export function readTemplates(): { readonly path: string; readonly text: string }[] {
  const folder = join(packageFolder, 'templates');
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .replaceAll('\\', '/'),
    )
    .sort()
    .map((path) => ({ path, text: readFileSync(join(folder, path), 'utf8').replaceAll('\r\n', '\n') }));
}

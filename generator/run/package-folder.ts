import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of docwright's own package.json, whether its code runs from source or built. */
export const packageFolder = findPackage(dirname(fileURLToPath(import.meta.url)));

/** Of docwright. */
export const version: string = readVersion();

function findPackage(folder: string): string {
  return existsSync(join(folder, 'package.json')) ? folder : findPackage(dirname(folder));
}

function readVersion(): string {
  // docwright's own package.json.
  return (JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8')) as { readonly version: string }).version;
}

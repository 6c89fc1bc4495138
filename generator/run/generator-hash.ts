import { readFileSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { hashContent } from '../output/content-hash.js';
import { packageFolder } from './package-folder.js';

/** The rooms whose code shapes the SDK and what is said about the pages. A change in the others leaves both as they are. */
const shapingRooms = ['diagnostics', 'markdown', 'page', 'model', 'lint', 'emit', 'output'];
/** Libraries that have no part in the SDK's bytes. */
const idleLibraries = new Set(['chokidar', 'commander', 'tinypool']);

/** Hash of everything in docwright that shapes the output: its code, its templates, and the versions of the libraries it uses. */
export function hashGenerator(): string {
  const code = fileURLToPath(new URL('..', import.meta.url));
  const folders = [...shapingRooms.map((room) => join(code, room)), join(packageFolder, 'templates')];
  return hashContent(JSON.stringify([libraryVersions(), ...folders.flatMap((folder) => hashFolder(folder, ''))]));
}

function hashFolder(folder: string, prefix: string): string[] {
  return readdirSync(join(folder, prefix), { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = `${prefix}/${entry.name}`;
      if (entry.isDirectory()) {
        return hashFolder(folder, path);
      }
      return entry.name.endsWith('.d.ts') ? [] : [path, hashContent(readFileSync(join(folder, path)))];
    });
}

function libraryVersions(): string[] {
  const libraries = Object.keys(readPackage(join(packageFolder, 'package.json')).dependencies ?? {});
  return libraries.filter((name) => !idleLibraries.has(name)).map((name) => `${name}@${versionOf(name)}`);
}

function versionOf(library: string): string {
  const folders = createRequire(import.meta.url).resolve.paths(library) ?? [];
  for (const folder of folders) {
    try {
      return readPackage(join(folder, library, 'package.json')).version ?? '';
    } catch {
      // Not installed here but further up.
    }
  }
  return '';
}

function readPackage(path: string): { readonly version?: string; readonly dependencies?: Readonly<Record<string, string>> } {
  // package.json of an installed package: npm has checked its form.
  return JSON.parse(readFileSync(path, 'utf8')) as ReturnType<typeof readPackage>;
}

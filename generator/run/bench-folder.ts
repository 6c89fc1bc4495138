import { existsSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { SettingsError } from './settings-error.js';

/** A copy of an SDK in a temporary folder, in which its tests can be compiled and run without touching the SDK itself. */
export interface Bench {
  readonly folder: string;
  /** Folder of vitest. */
  readonly vitest: string;
  remove(): void;
}

/** What the tests of an SDK need besides the SDK. */
const packages = ['fast-xml-parser', '@types/node', 'vitest'];

/**
 * @param out the SDK whose installed packages are used
 * @param files text by path
 * @throws SettingsError if a package is not installed there
 */
export function makeBench(out: string, files: ReadonlyMap<string, string>): Bench {
  const installed = packages.map((name) => [name, findPackage(out, name)] as const);
  // Compilers and runners name files by their real path.
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'docwright-bench-')));
  const remove = (): void => rmSync(folder, { recursive: true, force: true });
  try {
    for (const [path, text] of files) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    for (const [name, target] of installed) {
      const link = join(folder, 'node_modules', name);
      mkdirSync(dirname(link), { recursive: true });
      symlinkSync(target, link, 'junction');
    }
  } catch (error) {
    remove();
    throw error;
  }
  return { folder, vitest: findPackage(out, 'vitest'), remove };
}

function findPackage(out: string, name: string): string {
  const folders = createRequire(join(out, 'package.json')).resolve.paths(name) ?? [];
  const found = folders.map((folder) => join(folder, name)).find((folder) => existsSync(join(folder, 'package.json')));
  if (found === undefined) throw new SettingsError(`${name} is not installed for the SDK in ${out}`, 'run `npm install` there first');
  return realpathSync(found);
}

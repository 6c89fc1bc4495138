import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { cpus, tmpdir, totalmem } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Program } from './measure.js';

/** What all subjects work on. */
export interface Setting {
  /** The pages. */
  readonly specs: string;
  /** A folder of this run, removed at its end. Each subject has folders of its own in it. */
  readonly work: string;
  /** Fewer runs. */
  readonly quick: boolean;
}

/** Built from `bench/*.ts` into `bench/dist`. */
export const benchFolder = fileURLToPath(new URL('..', import.meta.url));
export const projectFolder = join(benchFolder, '..');

/** The real pages where they lie beside the project, else its own. */
function findSpecs(): string {
  const corpus = join(projectFolder, '../shared/corpus');
  return existsSync(join(corpus, 'openapi')) ? corpus : join(projectFolder, 'specs');
}

export function openSetting(options: { readonly specs?: string | undefined; readonly quick: boolean }): Setting {
  const work = mkdtempSync(join(tmpdir(), 'docwright-bench-'));
  // Generated code finds its libraries as it does in a project of its users.
  symlinkSync(join(benchFolder, 'node_modules'), join(work, 'node_modules'), 'junction');
  return { specs: options.specs === undefined ? findSpecs() : resolve(options.specs), work, quick: options.quick };
}

export function closeSetting({ work }: Setting): void {
  rmSync(work, { recursive: true, force: true });
}

/** An empty folder of the run. */
export function freshFolder({ work }: Pick<Setting, 'work'>, name: string): string {
  const folder = join(work, name);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  return folder;
}

/** docwright as built. */
export function docwright(folder: string, ...words: string[]): Program {
  return { file: process.execPath, words: [join(projectFolder, 'dist/generator/cli/main.js'), ...words], folder };
}

/** A file of a package of the bench. */
export function installed(path: string): string {
  return join(benchFolder, 'node_modules', path);
}

/** Bytes of all files below a folder; `only` chooses by name. */
export function sizeOf(folder: string, only: (path: string) => boolean = () => true): number {
  return filesBelow(folder)
    .filter(only)
    .reduce((sum, path) => sum + statSync(join(folder, path)).size, 0);
}

/** Relative paths of all files below a folder, without what is installed. */
export function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .filter((path) => !path.split(/[\\/]/).includes('node_modules'));
}

export function versionOf(name: string): string {
  try {
    // package.json of an installed package: npm has checked its form.
    return (JSON.parse(readFileSync(installed(`${name}/package.json`), 'utf8')) as { readonly version: string }).version;
  } catch {
    return 'not installed';
  }
}

/** One line about where the figures come from. */
export function describeMachine(): string {
  const [processor] = cpus();
  const memory = Math.round(totalmem() / 2 ** 30);
  return `${cpus().length} × ${processor?.model ?? 'unknown processor'}, ${memory} GB, ${process.platform}, Node ${process.versions.node}`;
}

import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join, relative, sep } from 'node:path';
import { manifestName } from '../../output/manifest.js';
import { configNames } from '../settings.js';
import { findPageFolders, foldersIn } from './find-page-folders.js';

/** What `init` finds where it is run. Paths are relative to the folder, `/` between segments, unless they say otherwise. */
export interface Surroundings {
  /** Absolute. */
  readonly folder: string;
  /** Root of the git repository that the folder is in, or the folder itself; absolute. */
  readonly root: string;
  readonly pages: readonly PageFolder[];
  /** Folder of an SDK that docwright made; undefined if there is none. */
  readonly sdk: string | undefined;
  /** How that SDK is called. */
  readonly packageName: string | undefined;
  /** The file that has settings already. */
  readonly config: string | undefined;
  /** Whether a `.js` file is a module here. */
  readonly isModule: boolean;
  /** Whether `import 'docwright'` works here. */
  readonly resolves: boolean;
  /** Whether `npm ci` installs docwright here. */
  readonly installs: boolean;
  /** What `.gitignore` of the folder says; undefined if there is none. */
  readonly ignored: string | undefined;
}

/** A folder that can be given as `--specs`. */
export interface PageFolder {
  readonly path: string;
  /** The git repository beside that it is in; absent if it is in the repository of the folder. */
  readonly repository?: OtherRepository;
}

export interface OtherRepository {
  /** Name of its folder. */
  readonly name: string;
  /** `owner/name` on GitHub, if its remote says so. */
  readonly github: string | undefined;
}

/** Looks around in a folder. Reads only, runs nothing. */
export function lookAround(folder: string): Surroundings {
  const root = repositoryAbove(folder) ?? folder;
  const sdk = findSdk(folder);
  const manifest = readJson(join(folder, 'package.json'));
  const hasManifest = existsSync(join(folder, 'package.json'));
  return {
    folder,
    root,
    pages: findPages(folder, root),
    sdk: sdk === undefined ? undefined : pathFrom(folder, sdk),
    packageName: sdk === undefined ? undefined : textAt(readJson(join(sdk, 'package.json')), 'name'),
    config:
      configNames.find((name) => existsSync(join(folder, name))) ?? (manifest['docwright'] === undefined ? undefined : 'package.json'),
    isModule: !hasManifest || manifest['type'] === 'module',
    resolves: canResolve(folder),
    installs: existsSync(join(root, 'package-lock.json')) && (manifest['name'] === 'docwright' || dependsOnDocwright(manifest)),
    ignored: existsSync(join(folder, '.gitignore')) ? readText(join(folder, '.gitignore')) : undefined,
  };
}

/** `/` between segments, `.` for the folder itself. */
export function pathFrom(folder: string, path: string): string {
  return relative(folder, path).split(sep).join('/') || '.';
}

/** The nearest there are: below the folder, else anywhere in its repository, else in repositories beside. */
function findPages(folder: string, root: string): PageFolder[] {
  const here = pagesHere(folder, root);
  return here.length > 0 ? here : pagesBeside(folder, root);
}

function pagesHere(folder: string, root: string): PageFolder[] {
  const here = findPageFolders(folder);
  const found = here.length > 0 || root === folder ? here : findPageFolders(root);
  return found.map((path) => ({ path: pathFrom(folder, path) }));
}

function pagesBeside(folder: string, root: string): PageFolder[] {
  const parent = dirname(root);
  return foldersIn(parent)
    .filter((name) => join(parent, name) !== root && existsSync(join(parent, name, '.git')))
    .flatMap((name) => {
      const repository: OtherRepository = { name: basename(name), github: githubName(join(parent, name)) };
      return findPageFolders(join(parent, name)).map((path) => ({ path: pathFrom(folder, path), repository }));
    });
}

function repositoryAbove(folder: string): string | undefined {
  if (existsSync(join(folder, '.git'))) return folder;
  const above = dirname(folder);
  return above === folder ? undefined : repositoryAbove(above);
}

/** Here, or in a folder of this one. */
function findSdk(folder: string): string | undefined {
  return [folder, ...foldersIn(folder).map((name) => join(folder, name))].find((path) => existsSync(join(path, manifestName)));
}

function githubName(repository: string): string | undefined {
  const config = readText(join(repository, '.git/config'));
  return /^\s*url = \S*\bgithub\.com[:/]([\w.-]+\/[\w.-]+?)(?:\.git)?\s*$/m.exec(config)?.[1];
}

function canResolve(folder: string): boolean {
  try {
    createRequire(join(folder, 'docwright.config.js')).resolve('docwright');
    return true;
  } catch {
    return false;
  }
}

function dependsOnDocwright(manifest: Readonly<Record<string, unknown>>): boolean {
  return ['dependencies', 'devDependencies'].some((kind) => textAt(manifest[kind], 'docwright') !== undefined);
}

function textAt(value: unknown, key: string): string | undefined {
  const text = isRecord(value) ? value[key] : undefined;
  return typeof text === 'string' ? text : undefined;
}

/** Empty for a file that is not there or is no JSON object; that it is broken is told when the settings are read. */
function readJson(path: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(readText(path));
    return isRecord(value) ? value : {};
  } catch {
    return {};
  }
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

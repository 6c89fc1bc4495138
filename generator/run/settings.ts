import { existsSync, readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join, relative, resolve, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { nearest } from '../diagnostics/nearest.js';
import { isFolder } from './is-folder.js';
import { SettingsError } from './settings-error.js';

/** Files that may hold the settings, the first one wins. `.mjs` is for folders whose package.json makes `.js` no module. */
export const configNames: readonly string[] = ['docwright.config.js', 'docwright.config.mjs'];

/** What `docwright.config.js`, or the `docwright` key of package.json, may say. All of it is optional; flags win. */
export interface Config {
  /** Folder of the pages, relative to the file that says so (default: `specs`). */
  readonly specs?: string;
  /** Folder of the SDK (default: `generated`). */
  readonly out?: string;
  /** Folder of the overlays (default: `overlays` in the specs folder). */
  readonly overlays?: string;
  /** Worker threads; 1 works in the main thread (default: as many as the machine runs at once). */
  readonly jobs?: number;
  /** False keeps nothing between runs (default: true). */
  readonly cache?: boolean;
  /** How the SDK is called in its package.json. */
  readonly package?: { readonly name?: string; readonly version?: string };
  /** What `lint` says otherwise than the catalogue. */
  readonly lint?: { readonly levels?: readonly LevelSetting[] };
}

/** The level of a diagnostic, everywhere or on the pages that `paths` (globs) name. A later entry wins. */
export interface LevelSetting {
  readonly code: string;
  readonly level: 'off' | 'info' | 'warn' | 'error';
  readonly paths?: readonly string[];
  /** Why it differs, for those who come later. */
  readonly reason: string;
}

/** What a run goes by: every choice made, every path absolute. */
export interface Settings {
  readonly specs: string;
  readonly out: string;
  readonly overlays: string;
  readonly jobs: number;
  /** Folder of the cache; absent for none. */
  readonly cache?: string;
  readonly package: { readonly name: string; readonly version: string };
  readonly lint: { readonly levels: readonly LevelSetting[] };
}

/** Flags that override the config; undefined where not given. */
export type Flags = { readonly [Key in 'specs' | 'out' | 'overlays' | 'jobs' | 'cache']?: Config[Key] | undefined };

/** Gives an editor the types of a config. Returns it as it is. */
export function defineConfig(config: Config): Config {
  return config;
}

/**
 * Reads the settings that hold in a folder: `docwright.config.js`, else the `docwright` key of package.json, else the defaults,
 * overridden by flags.
 *
 * @throws SettingsError if a key is unknown, a value of the wrong kind, a folder missing, or the SDK's folder among the pages
 */
export async function loadSettings(folder: string, flags: Flags = {}): Promise<Settings> {
  const config = await readConfig(folder);
  const named = flags.overlays ?? config.overlays;
  const specs = resolve(folder, flags.specs ?? config.specs ?? 'specs');
  const out = resolve(folder, flags.out ?? config.out ?? 'generated');
  const overlays = resolve(folder, named ?? join(specs, 'overlays'));
  const cached = flags.cache ?? config.cache ?? true;
  if (!isFolder(specs)) {
    throw new SettingsError(`there is no folder ${specs}`, 'name the folder of the pages with --specs DIR, or run `docwright init`');
  }
  if (named !== undefined && !isFolder(overlays)) {
    throw new SettingsError(`there is no folder ${overlays}`, 'name the folder of the overlays with --overlays DIR, or leave it out');
  }
  if (isAmongPages(out, specs)) {
    throw new SettingsError(`${out} is among the pages`, 'name a folder of its own for the SDK with --out DIR');
  }
  return {
    specs,
    out,
    overlays,
    jobs: flags.jobs ?? config.jobs ?? availableParallelism(),
    ...(cached ? { cache: join(folder, '.docwright-cache') } : {}),
    package: { name: config.package?.name ?? '@docwright/wechatpay', version: config.package?.version ?? '0.1.0' },
    lint: { levels: config.lint?.levels ?? [] },
  };
}

/** The specs folder itself, or a place where pages are looked for. */
function isAmongPages(out: string, specs: string): boolean {
  const [top = ''] = relative(specs, out).split(sep);
  return ['', 'openapi', 'webhook', 'v2', 'v3'].includes(top);
}

async function readConfig(folder: string): Promise<Config> {
  const path = configNames.map((name) => join(folder, name)).find((file) => existsSync(file));
  if (path !== undefined) {
    return checkConfig(await importConfig(path), path);
  }
  const manifest = join(folder, 'package.json');
  return existsSync(manifest) ? checkConfig(packageKey(manifest) ?? {}, `${manifest} (key docwright)`) : {};
}

async function importConfig(path: string): Promise<unknown> {
  try {
    const module: { readonly default?: unknown } = await import(pathToFileURL(path).href);
    return module.default;
  } catch (error) {
    throw new SettingsError(`${path} cannot be loaded: ${String(error)}`, helpFor(error));
  }
}

function helpFor(error: unknown): string {
  return error instanceof Error && error.message.includes("Cannot find package 'docwright'")
    ? 'run `npm install --save-dev docwright`, or export an object without `defineConfig`'
    : 'correct the file; `node FILE` says where the fault is';
}

function packageKey(path: string): unknown {
  try {
    const document: unknown = JSON.parse(readFileSync(path, 'utf8'));
    return isRecord(document) ? document['docwright'] : undefined;
  } catch (error) {
    throw new SettingsError(`${path} cannot be read: ${String(error)}`, 'repair the file; package.json must be JSON');
  }
}

type Kind = 'text' | 'boolean' | 'count' | 'package' | 'lint';
const kinds: ReadonlyMap<string, Kind> = new Map<keyof Config, Kind>([
  ['specs', 'text'],
  ['out', 'text'],
  ['overlays', 'text'],
  ['jobs', 'count'],
  ['cache', 'boolean'],
  ['package', 'package'],
  ['lint', 'lint'],
]);

function checkConfig(config: unknown, path: string): Config {
  if (!isRecord(config)) {
    throw new SettingsError(`${path} holds no settings`, 'export an object: `export default defineConfig({ specs: "specs" })`');
  }
  for (const [key, value] of Object.entries(config)) {
    const kind = kinds.get(key);
    if (kind === undefined) {
      const similar = nearest(key, kinds.keys());
      throw new SettingsError(
        `${path} has an unknown setting ${JSON.stringify(key)}`,
        `${similar === undefined ? '' : `did you mean ${similar}? `}The settings are ${[...kinds.keys()].join(', ')}`,
      );
    }
    if (value !== undefined && !isOfKind(value, kind)) {
      throw new SettingsError(`${path}: ${key} has a value of the wrong kind`, `give ${wordsFor[kind]}`);
    }
  }
  // Every key and value was checked above.
  return config as Config;
}

const wordsFor: Readonly<Record<Kind, string>> = {
  text: 'a text',
  boolean: 'true or false',
  count: 'a whole number from 1',
  package: 'an object with name and version',
  lint: 'an object with levels: a list of {code, level, paths?, reason}, level being off, info, warn or error',
};

function isOfKind(value: unknown, kind: Kind): boolean {
  switch (kind) {
    case 'text':
      return typeof value === 'string' && value !== '';
    case 'boolean':
      return typeof value === 'boolean';
    case 'count':
      return Number.isSafeInteger(value) && Number(value) >= 1;
    case 'package':
      return (
        isRecord(value) &&
        Object.entries(value).every(([key, entry]) => ['name', 'version'].includes(key) && typeof entry === 'string' && entry !== '')
      );
    case 'lint':
      return (
        isRecord(value) && Object.entries(value).every(([key, entry]) => key === 'levels' && Array.isArray(entry) && entry.every(isLevel))
      );
  }
}

function isLevel(value: unknown): boolean {
  if (!isRecord(value)) return false;
  const { code, level, paths, reason, ...others } = value;
  const arePaths = paths === undefined || (Array.isArray(paths) && paths.every((path) => typeof path === 'string'));
  const isKnown = level === 'off' || level === 'info' || level === 'warn' || level === 'error';
  return typeof code === 'string' && isKnown && arePaths && typeof reason === 'string' && reason !== '' && Object.keys(others).length === 0;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

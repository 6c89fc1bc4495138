import { manifestName, parseManifest } from '../output/manifest.js';
import { isOutputPath } from '../output/output-path.js';
import type { Api } from '../model/api.js';
import { gitLine } from './git.js';
import { linkMode, listEntries, readBlobs, resolveRevision } from './git-tree.js';
import { modelName } from './sdk-files.js';
import { SettingsError } from './settings-error.js';
import { operationsOf } from './surface-finding.js';

/** The tests of an SDK as they were generated at an older revision. */
export interface OldTests {
  /** What the pages said then, where the revision holds the model. */
  readonly api?: Api;
  /** Text by path relative to the SDK: the tests and their support. */
  readonly files: ReadonlyMap<string, string>;
  /** The page that a test was made from, where it is known. */
  pageOf(path: string): string | undefined;
  /** What a test is about, as its page said then. */
  operationsOf(path: string): readonly string[];
}

/**
 * Reads the tests of an SDK from the git repository that it stands in. Nothing is checked out.
 *
 * @param out folder of the SDK
 * @throws SettingsError if there is no such revision, or it holds no tests of this SDK
 */
export function readOldTests(out: string, revision: string): OldTests {
  const commit = resolveRevision(out, revision);
  const folder = gitLine(out, ['rev-parse', '--show-prefix'], { help: 'keep the SDK in a git repository' }).replace(/\/$/, '');
  const help = 'name a revision that holds the generated SDK, such as `v1.2` or `HEAD~1`';
  const missing = { problem: `there is no folder ${revision}:${folder}`, help };
  const entries = listEntries(out, `${commit}:${folder}`, missing).filter(({ mode, path }) => mode !== linkMode && isOutputPath(path));
  const tests = entries.filter(({ path }) => path.startsWith('test/'));
  if (tests.length === 0) throw new SettingsError(`${revision}:${folder} holds no generated tests`, help);
  const [manifestEntry, modelEntry] = [manifestName, modelName].map((name) => entries.find(({ path }) => path === name));
  const blobs = readBlobs(out, [...tests, ...[manifestEntry, modelEntry].filter((entry) => entry !== undefined)]);
  const textOf = (entry: { readonly id: string } | undefined): string | undefined =>
    entry === undefined ? undefined : blobs.get(entry.id)?.toString('utf8');
  const manifest = parseManifest(textOf(manifestEntry));
  const api = parseModel(textOf(modelEntry));
  const pageOf = (path: string): string | undefined => (manifest.kind === 'manifest' ? manifest.manifest.files.get(path)?.page : undefined);
  return {
    ...(api !== undefined && { api }),
    files: new Map(tests.map((entry) => [entry.path, textOf(entry) ?? ''])),
    pageOf,
    operationsOf: (path) => (api === undefined ? [] : operationsOf(api, pageOf(path))),
  };
}

function parseModel(text: string | undefined): Api | undefined {
  try {
    // Written by `printModel`.
    return text === undefined ? undefined : (JSON.parse(text) as Api);
  } catch {
    return undefined;
  }
}

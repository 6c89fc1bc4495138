import { join } from 'node:path';
import { hashContent } from '../output/content-hash.js';
import { git, gitLine } from './git.js';
import { decodePage } from './page-tree.js';
import { SettingsError } from './settings-error.js';
import type { SpecsTree, TreePage } from './specs-tree.js';

/** A folder of a revision: `v1.2:specs`. */
export interface RevisionName {
  readonly revision: string;
  /** From the root of the repository; empty for the root itself. */
  readonly folder: string;
}

/**
 * A specs folder as a revision of the git repository has it. Nothing is checked out.
 *
 * @param repository any folder inside of the repository
 * @throws SettingsError if there is no such revision, or no pages in that folder of it
 */
export function openRevision(repository: string, { revision, folder }: RevisionName): SpecsTree {
  const name = `${revision}:${folder}`;
  const commit = resolveRevision(repository, revision);
  const entries = listEntries(repository, `${commit}:${folder}`, name);
  const root = folder === '' ? '' : `${folder}/`;
  const roots = rootsOf(
    entries.map(({ path }) => path),
    name,
  );
  const isPage = ({ path }: Entry): boolean => path.endsWith('.md') && !/(?:^|\/)\./.test(path) && roots.includes(path.split('/')[0] ?? '');
  const isOverlay = ({ path }: Entry): boolean => /^overlays\/[^/]+\.ya?ml$/.test(path);
  const isSetting = ({ path }: Entry): boolean => path.startsWith('.docwright/');
  const wanted = entries.filter((entry) => isPage(entry) || isOverlay(entry) || isSetting(entry));
  const blobs = readBlobs(
    repository,
    wanted.filter(({ mode }) => mode !== linkMode),
  );
  const textOf = ({ id }: Entry): string | undefined => decodePage(blobs.get(id) ?? new Uint8Array());
  return {
    name,
    folder: join(repositoryRoot(repository), folder),
    pages: wanted.filter(isPage).map((entry) => readEntry(entry, blobs, textOf)),
    overlays: wanted.filter(isOverlay).map((entry) => ({ file: entry.path, text: textOf(entry) ?? '' })),
    readText(file) {
      const entry = wanted.find(({ path }) => path === file);
      if (entry === undefined) return undefined;
      if (blobs.get(entry.id) === undefined) throw new SettingsError(`${root}${file} of ${revision} is no file`, 'make it a regular file');
      return textOf(entry);
    },
  };
}

/** The folder that holds the whole repository. */
export function repositoryRoot(folder: string): string {
  return gitLine(folder, ['rev-parse', '--show-toplevel'], { help: 'name folders, or run docwright in a git repository' });
}

/** The commit that a name stands for. */
export function resolveRevision(repository: string, revision: string): string {
  const help = 'name a folder, or a revision of this repository such as `main`, `v1.2` or `HEAD~1:specs`';
  return gitLine(repository, ['rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`], {
    help: `${revision} is no revision; ${help}`,
  });
}

interface Entry {
  readonly mode: string;
  readonly id: string;
  /** Relative to the folder. */
  readonly path: string;
}

const linkMode = '120000';

function listEntries(repository: string, tree: string, name: string): Entry[] {
  const help = `there is no folder ${name}; name one that holds openapi/ and webhook/`;
  const listing = git(repository, ['ls-tree', '-r', '-z', '--full-tree', tree], { help }).toString('utf8');
  return listing
    .split('\0')
    .flatMap((line) => {
      const [, mode = '', type, id = '', path = ''] = /^(\d+) (\w+) ([0-9a-f]+)\t([^]+)$/.exec(line) ?? [];
      return type === 'blob' ? [{ mode, id, path }] : [];
    })
    .sort((left, right) => (left.path < right.path ? -1 : 1));
}

/** The same two layouts as on disk (design.md §3). */
function rootsOf(paths: readonly string[], name: string): string[] {
  const tops = new Set(paths.map((path) => path.split('/')[0] ?? ''));
  for (const roots of [
    ['openapi', 'webhook'],
    ['v2', 'v3', 'index.md'],
  ]) {
    const present = roots.filter((root) => tops.has(root));
    if (present.some((root) => root !== 'index.md')) return present;
  }
  throw new SettingsError(`${name} holds no pages`, 'name a folder that holds openapi/ and webhook/, or one that holds v2/ and v3/');
}

function readEntry(entry: Entry, blobs: ReadonlyMap<string, Buffer>, textOf: (entry: Entry) => string | undefined): TreePage {
  const content = blobs.get(entry.id);
  return {
    file: entry.path,
    ...(content === undefined ? { fault: 'it is a symbolic link, and links are not followed' } : { hash: hashContent(content) }),
    text: () => textOf(entry),
  };
}

/** All contents in one go: `<id> blob <size>`, a line feed, the bytes, a line feed. */
function readBlobs(repository: string, entries: readonly Entry[]): Map<string, Buffer> {
  const ids = [...new Set(entries.map(({ id }) => id))];
  const answer = git(repository, ['cat-file', '--batch'], {
    input: ids.map((id) => `${id}\n`).join(''),
    help: 'check the repository with `git fsck`',
  });
  const blobs = new Map<string, Buffer>();
  let position = 0;
  for (const id of ids) {
    const end = answer.indexOf(0x0a, position);
    const size = Number(answer.toString('utf8', position, end).split(' ')[2]);
    blobs.set(id, answer.subarray(end + 1, end + 1 + size));
    position = end + 1 + size + 1;
  }
  return blobs;
}

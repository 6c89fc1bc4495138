import { realpathSync } from 'node:fs';
import { isAbsolute, relative, sep } from 'node:path';
import { git, gitLine } from './git.js';
import { SettingsError } from './settings-error.js';

/** The folder that holds the whole repository. */
export function repositoryRoot(folder: string): string {
  return gitLine(folder, ['rev-parse', '--show-toplevel'], {
    problem: `${folder} is in no git repository`,
    help: 'name folders, or run docwright in a git repository',
  });
}

/**
 * Where a folder on disk is in the repository: from its root, empty for the root itself; undefined if it is somewhere else. A link is
 * followed, as git stops at it.
 *
 * @param here any folder inside of the repository
 */
export function placeInRepository(here: string, folder: string): string | undefined {
  const path = relative(repositoryRoot(here), realpathSync(folder)).split(sep).join('/');
  return path === '..' || path.startsWith('../') || isAbsolute(path) ? undefined : path;
}

/** `placeInRepository` of a folder that has to be there. @throws SettingsError if it is somewhere else */
export function folderInRepository(here: string, folder: string): string {
  const place = placeInRepository(here, folder);
  if (place === undefined) {
    throw new SettingsError(
      `${folder} is outside of the git repository ${repositoryRoot(here)}`,
      'name folders, or run docwright in the repository of the pages',
    );
  }
  return place;
}

/** The commit that a name stands for. @throws SettingsError if there is none, or it was not fetched */
export function resolveRevision(repository: string, revision: string): string {
  const help = 'name a folder, or a revision of this repository such as `main`, `v1.2` or `HEAD~1:specs`';
  try {
    return gitLine(repository, ['rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`], {
      problem: `${revision} is no revision`,
      help,
    });
  } catch (error) {
    if (gitLine(repository, ['rev-parse', '--is-shallow-repository'], { help }) !== 'true') throw error;
    throw new SettingsError(
      `${revision} is no revision that this shallow clone holds`,
      'fetch the history with `git fetch --unshallow --tags`; in a workflow, check out with `fetch-depth: 0`',
    );
  }
}

/** @param folder from the root of the repository; empty for the root itself, which is always there */
export function hasFolder(repository: string, commit: string, folder: string): boolean {
  if (folder === '') return true;
  const words = ['ls-tree', '-d', '--full-tree', commit, '--', folder];
  return git(repository, words, { help: 'check the repository with `git fsck`' }).length > 0;
}

/** A file of a folder in git. */
export interface Entry {
  readonly mode: string;
  readonly id: string;
  /** Relative to the folder. */
  readonly path: string;
}

/** Symbolic links are never followed. */
export const linkMode = '120000';

/**
 * All files of a folder, in code-unit order of their paths.
 *
 * @param tree `<commit>:<folder>`
 * @param missing what to say if there is no such folder, and the next step of the user
 */
export function listEntries(repository: string, tree: string, missing: { readonly problem: string; readonly help: string }): Entry[] {
  const listing = git(repository, ['ls-tree', '-r', '-z', '--full-tree', tree], missing).toString('utf8');
  return listing
    .split('\0')
    .flatMap((line) => {
      const [, mode = '', type, id = '', path = ''] = /^(\d+) (\w+) ([0-9a-f]+)\t([^]+)$/.exec(line) ?? [];
      return type === 'blob' ? [{ mode, id, path }] : [];
    })
    .sort((left, right) => (left.path < right.path ? -1 : 1));
}

/** All contents in one go: `<id> blob <size>`, a line feed, the bytes, a line feed. */
export function readBlobs(repository: string, entries: readonly Entry[]): Map<string, Buffer> {
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

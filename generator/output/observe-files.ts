import { lstatSync } from 'node:fs';
import { join } from 'node:path';
import { foldersAbove } from './output-path.js';
import { hashRegularFile } from './regular-file.js';

/** What stands at a path of the output folder. */
export type FileState =
  | { readonly kind: 'absent' }
  | { readonly kind: 'file'; readonly hash: string }
  /** A link, a folder or a device where a file should be, or a link or file where a folder should be. */
  | { readonly kind: 'obstacle'; readonly what: string };

/**
 * Looks at the given paths of a folder and hashes the files. Symbolic links are never followed, neither as files nor as folders
 * above them.
 *
 * @param folder the output folder; need not exist
 * @param paths relative to the folder
 */
export function observeFiles(folder: string, paths: Iterable<string>): Map<string, FileState> {
  const observe = observerOf(folder);
  return new Map(Array.from(paths, (path) => [path, observe(path)]));
}

/** `observeFiles` for one path after the other. What stands above them is looked at once. */
export function observerOf(folder: string): (path: string) => FileState {
  const folders = new Map<string, FileState | 'folder'>();
  return (path) => obstacleAbove(folder, path, folders) ?? observeFile(join(folder, path));
}

function observeFile(path: string): FileState {
  const hash = hashRegularFile(path);
  if (hash !== undefined) {
    return { kind: 'file', hash };
  }
  const status = lstatSync(path, { throwIfNoEntry: false });
  return status === undefined ? { kind: 'absent' } : { kind: 'obstacle', what: status.isDirectory() ? 'a folder' : 'no regular file' };
}

function obstacleAbove(folder: string, path: string, known: Map<string, FileState | 'folder'>): FileState | undefined {
  for (const above of foldersAbove(path)) {
    let state = known.get(above);
    if (state === undefined) {
      state = observeFolder(join(folder, above));
      known.set(above, state);
    }
    if (state !== 'folder') {
      return state;
    }
  }
  return undefined;
}

function observeFolder(path: string): FileState | 'folder' {
  const status = lstatSync(path, { throwIfNoEntry: false });
  if (status === undefined) {
    return { kind: 'absent' };
  }
  if (status.isDirectory()) {
    return 'folder';
  }
  return { kind: 'obstacle', what: status.isSymbolicLink() ? 'below a symbolic link' : 'below a file' };
}

import { closeSync, constants, fstatSync, lstatSync, openSync, readFileSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { hashContent, hashParts } from './content-hash.js';
import { foldersAbove } from './output-path.js';

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
  const folders = new Map<string, FileState | 'folder'>();
  const states = new Map<string, FileState>();
  for (const path of paths) {
    states.set(path, obstacleAbove(folder, path, folders) ?? observeFile(join(folder, path)));
  }
  return states;
}

/**
 * The content of a regular file, or undefined where there is none. Links are not followed.
 *
 * @throws what node:fs throws for a file that may not be read
 */
export function readRegularFile(path: string): Buffer | undefined {
  return withRegularFile(path, (descriptor) => readFileSync(descriptor));
}

function withRegularFile<Result>(path: string, action: (descriptor: number, size: number) => Result): Result | undefined {
  let descriptor: number;
  try {
    // Without O_NONBLOCK a named pipe would be waited for.
    descriptor = openSync(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
  } catch (error) {
    if (hasCode(error, 'ENOENT', 'ENOTDIR', 'ELOOP', 'ENXIO')) {
      return undefined;
    }
    throw error;
  }
  try {
    const status = fstatSync(descriptor);
    return status.isFile() ? action(descriptor, status.size) : undefined;
  } finally {
    closeSync(descriptor);
  }
}

/** In bytes; what is longer is read in parts. The model of all pages grows with them, and nobody needs it as a whole. */
const part = 1024 * 1024;

function* partsOf(descriptor: number): Generator<Uint8Array> {
  const room = Buffer.allocUnsafe(part);
  for (let length = readSync(descriptor, room); length > 0; length = readSync(descriptor, room)) yield room.subarray(0, length);
}

function observeFile(path: string): FileState {
  const hash = withRegularFile(path, (descriptor, size) =>
    size > part ? hashParts(partsOf(descriptor)) : hashContent(readFileSync(descriptor)),
  );
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

function hasCode(error: unknown, ...codes: readonly string[]): boolean {
  return error instanceof Error && 'code' in error && codes.some((code) => code === error.code);
}

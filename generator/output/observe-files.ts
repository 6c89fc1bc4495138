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

/**
 * `hashContent` of a regular file, or undefined where there is none. Links are not followed. However long the file is, and however many
 * there are, no more than a megabyte is in memory.
 *
 * @throws what node:fs throws for a file that may not be read
 */
export function hashRegularFile(path: string): string | undefined {
  return withRegularFile(path, (descriptor) => {
    const start = readPart(descriptor);
    return start.length < part.length ? hashContent(start) : hashParts(partsFrom(start, descriptor));
  });
}

/** Taken by one file after the other: a run looks at thousands of them, and the memory of each would wait to be collected. */
const part = Buffer.allocUnsafe(1024 * 1024);

function* partsFrom(start: Uint8Array, descriptor: number): Generator<Uint8Array> {
  for (let next = start; next.length > 0; next = readPart(descriptor)) yield next;
}

/** Shorter than `part` only at the end of the file. */
function readPart(descriptor: number): Uint8Array {
  let length = 0;
  for (let more = -1; more !== 0 && length < part.length; length += more) more = readSync(descriptor, part, length, part.length - length, null);
  return part.subarray(0, length);
}

function withRegularFile<Result>(path: string, action: (descriptor: number) => Result): Result | undefined {
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
    return fstatSync(descriptor).isFile() ? action(descriptor) : undefined;
  } finally {
    closeSync(descriptor);
  }
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

function hasCode(error: unknown, ...codes: readonly string[]): boolean {
  return error instanceof Error && 'code' in error && codes.some((code) => code === error.code);
}

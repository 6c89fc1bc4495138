import { closeSync, constants, fstatSync, openSync, readFileSync, readSync } from 'node:fs';
import { hashContent, hashParts } from './content-hash.js';

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

/**
 * The lines of a regular file, without their ends; none where there is no such file. Links are not followed. However long the file is, no
 * more than a part of it is in memory.
 *
 * @throws what node:fs throws for a file that may not be read
 */
export function* readLines(path: string): Generator<string> {
  const descriptor = openFile(path);
  if (descriptor === undefined) return;
  try {
    if (fstatSync(descriptor).isFile()) yield* linesOf(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

const lineFeed = 0x0a;

function* linesOf(descriptor: number): Generator<string> {
  // Not `part`: other files may be looked at between one line and the next.
  const buffer = Buffer.allocUnsafe(64 * 1024);
  let begun: Buffer[] = [];
  for (let length = -1; (length = readSync(descriptor, buffer)) > 0; ) {
    const read = buffer.subarray(0, length);
    let start = 0;
    for (let end = -1; (end = read.indexOf(lineFeed, start)) >= 0; start = end + 1) {
      const line = read.subarray(start, end);
      yield textOf(begun.length === 0 ? line : Buffer.concat([...begun, line]));
      begun = [];
    }
    begun.push(Buffer.from(read.subarray(start)));
  }
  const last = Buffer.concat(begun);
  if (last.length > 0) yield textOf(last);
}

function textOf(line: Buffer): string {
  return line.toString().replace(/\r$/, '');
}

function withRegularFile<Result>(path: string, action: (descriptor: number) => Result): Result | undefined {
  const descriptor = openFile(path);
  if (descriptor === undefined) return undefined;
  try {
    return fstatSync(descriptor).isFile() ? action(descriptor) : undefined;
  } finally {
    closeSync(descriptor);
  }
}

function openFile(path: string): number | undefined {
  try {
    // Without O_NONBLOCK a named pipe would be waited for.
    return openSync(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
  } catch (error) {
    if (hasCode(error, 'ENOENT', 'ENOTDIR', 'ELOOP', 'ENXIO')) {
      return undefined;
    }
    throw error;
  }
}

function hasCode(error: unknown, ...codes: readonly string[]): boolean {
  return error instanceof Error && 'code' in error && codes.some((code) => code === error.code);
}

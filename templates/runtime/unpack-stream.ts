import { createDecipheriv, createHash, type KeyObject } from 'node:crypto';
import { pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { connectionErrorFrom } from './connection-error.js';
import { DecryptError, SignatureError, WechatPayError } from './errors.js';

type Bytes = AsyncIterable<Uint8Array>;

const TAG_LENGTH = 16;

/**
 * Decrypts AES-256-GCM as it flows; the tag is at the end. What came before is authenticated only when the end is reached.
 *
 * @throws {DecryptError} At the end, when anything was changed.
 */
export async function* decryptStream(source: Bytes, key: KeyObject, nonce: string): Bytes & AsyncGenerator<Uint8Array> {
  const decipher = createDecipheriv('aes-256-gcm', key, Buffer.from(nonce), { authTagLength: TAG_LENGTH });
  let held = Buffer.alloc(0);
  for await (const chunk of source) {
    const bytes = Buffer.concat([held, chunk]);
    const cut = Math.max(0, bytes.length - TAG_LENGTH);
    held = bytes.subarray(cut);
    yield decipher.update(bytes.subarray(0, cut));
  }
  try {
    decipher.setAuthTag(held);
    yield decipher.final();
  } catch (cause) {
    throw new DecryptError('The file was changed on the way, or its key is another one', { cause });
  }
}

/**
 * Unpacks gzip, and hands on what is not packed.
 *
 * @param limit Bytes after unpacking.
 * @throws {DecryptError} When there is more, or the packing is broken.
 */
export async function* unpackStream(source: Bytes, limit: number): AsyncGenerator<Uint8Array> {
  let length = 0;
  try {
    for await (const chunk of await unpacked(source)) {
      length += chunk.length;
      if (length > limit) throw new DecryptError(`The file is longer than ${limit} bytes`);
      yield chunk;
    }
  } catch (cause) {
    throw cause instanceof WechatPayError ? cause : new DecryptError('The file is no sound gzip', { cause });
  }
}

/**
 * Hands on an answer as it arrives.
 *
 * @throws {ConnectionError} When it breaks off.
 */
export async function* arriving(answer: Bytes): AsyncGenerator<Uint8Array> {
  try {
    yield* answer;
  } catch (cause) {
    throw connectionErrorFrom(cause, 'unknown');
  }
}

/**
 * Hands on a file, and compares its digest at the end.
 *
 * @throws {SignatureError} At the end, when it is not the file that was announced.
 */
export async function* checkDigest(source: Bytes, algorithm: string, expected: string): AsyncGenerator<Uint8Array> {
  const hash = createHash(algorithm);
  for await (const chunk of source) {
    hash.update(chunk);
    yield chunk;
  }
  if (hash.digest('hex') !== expected.toLowerCase())
    throw new SignatureError(`The ${algorithm.toUpperCase()} of the file is not the one announced`, {
      serial: undefined,
      requestId: undefined,
    });
}

async function unpacked(source: Bytes): Promise<Bytes> {
  const iterator = source[Symbol.asyncIterator]();
  let head = Buffer.alloc(0);
  // The mark of gzip has two bytes, which may arrive one by one.
  while (head.length < 2) {
    const next = await iterator.next();
    if (next.done) break;
    head = Buffer.concat([head, next.value]);
  }
  const whole = prepend(head, iterator);
  if (head[0] !== 0x1f || head[1] !== 0x8b) return whole;
  return pipeline(whole, createGunzip(), () => {
    // Errors reach whoever reads the result.
  });
}

async function* prepend(head: Uint8Array, rest: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield head;
  for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value;
}

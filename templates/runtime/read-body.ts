import { connectionErrorFrom } from './connection-error.js';
import { ConnectionError } from './errors.js';

/** 16 MiB: far more than any answer that is no file. */
const LIMIT = 16 * 1024 * 1024;

/**
 * Reads the whole body of an answer, unpacked, as bytes.
 *
 * @throws {ConnectionError} When it breaks off, or is longer than 16 MiB.
 */
export async function readBody(response: Response): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  try {
    for await (const chunk of response.body ?? []) {
      length += chunk.length;
      if (length > LIMIT) break;
      chunks.push(chunk);
    }
  } catch (cause) {
    // Whatever broke, the request had arrived by then.
    throw connectionErrorFrom(cause, 'unknown');
  }
  if (length > LIMIT) throw new ConnectionError(`The answer is longer than ${LIMIT} bytes`, { outcome: 'unknown' });
  return Buffer.concat(chunks);
}

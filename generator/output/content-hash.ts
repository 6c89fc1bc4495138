import { createHash, hash } from 'node:crypto';

const byteOrderMark = Buffer.from([0xef, 0xbb, 0xbf]);

/**
 * SHA-256 of a text file's content, base64url. A leading byte order mark is dropped and CRLF read as LF, so that a checkout on
 * another system is not a change (design.md §2.5).
 */
export function hashContent(content: Uint8Array | string): string {
  const bytes = typeof content === 'string' ? Buffer.from(content) : bufferOf(content);
  return hash('sha256', withPlainLineEnds(withoutByteOrderMark(bytes)), 'base64url');
}

/** `hashContent` of what the parts are together. A part may be overwritten once the next one is asked for. */
export function hashParts(parts: Iterable<Uint8Array>): string {
  const sum = createHash('sha256');
  let isStart = true;
  // What cannot be judged before more is seen: a part of a mark or of a line end.
  let carried = Buffer.alloc(0);
  for (const part of parts) {
    const bytes = carried.length === 0 ? bufferOf(part) : Buffer.concat([carried, part]);
    const isTooShort = isStart && bytes.length < byteOrderMark.length;
    const end = isTooShort ? 0 : bytes.at(-1) === carriageReturn ? bytes.length - 1 : bytes.length;
    if (!isTooShort) {
      const whole = bytes.subarray(0, end);
      sum.update(withPlainLineEnds(isStart ? withoutByteOrderMark(whole) : whole));
      isStart = false;
    }
    carried = Buffer.from(bytes.subarray(end));
  }
  return sum.update(withPlainLineEnds(carried)).digest('base64url');
}

function bufferOf({ buffer, byteOffset, byteLength }: Uint8Array): Buffer {
  return Buffer.from(buffer, byteOffset, byteLength);
}

const carriageReturn = 0x0d;

function withoutByteOrderMark(bytes: Buffer): Buffer {
  return bytes.subarray(0, 3).equals(byteOrderMark) ? bytes.subarray(3) : bytes;
}

function withPlainLineEnds(bytes: Buffer): Buffer {
  // The search for one byte is the quick one. Latin-1 maps every byte to one character and back, so this is a byte-wise replacement.
  return bytes.includes(carriageReturn) ? Buffer.from(bytes.toString('latin1').replaceAll('\r\n', '\n'), 'latin1') : bytes;
}

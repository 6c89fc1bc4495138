import { hash } from 'node:crypto';

const byteOrderMark = Buffer.from([0xef, 0xbb, 0xbf]);

/**
 * SHA-256 of a text file's content, base64url. A leading byte order mark is dropped and CRLF read as LF, so that a checkout on
 * another system is not a change (design.md §2.5).
 */
export function hashContent(content: Uint8Array | string): string {
  const bytes = typeof content === 'string' ? Buffer.from(content) : Buffer.from(content.buffer, content.byteOffset, content.byteLength);
  return hash('sha256', withPlainLineEnds(withoutByteOrderMark(bytes)), 'base64url');
}

function withoutByteOrderMark(bytes: Buffer): Buffer {
  return bytes.subarray(0, 3).equals(byteOrderMark) ? bytes.subarray(3) : bytes;
}

function withPlainLineEnds(bytes: Buffer): Buffer {
  // The search for one byte is the quick one. Latin-1 maps every byte to one character and back, so this is a byte-wise replacement.
  return bytes.includes(0x0d) ? Buffer.from(bytes.toString('latin1').replaceAll('\r\n', '\n'), 'latin1') : bytes;
}

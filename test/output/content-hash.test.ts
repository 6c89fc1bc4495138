import { describe, expect, test } from 'vitest';
import { hashContent, hashParts } from '../../generator/output/content-hash.js';

const plain = hashContent('tea\nleaves\n');

describe('hashContent', () => {
  test.each([
    ['bytes', Buffer.from('tea\nleaves\n')],
    ['a byte order mark', '\uFEFFtea\nleaves\n'],
    ['CRLF', 'tea\r\nleaves\r\n'],
    ['both', Buffer.from('\uFEFFtea\r\nleaves\r\n')],
  ])('is the same with %s', (_, content) => {
    expect(hashContent(content)).toBe(plain);
  });

  test.each([
    ['another letter', 'tea\nLeaves\n'],
    ['a missing line end', 'tea\nleaves'],
    ['a lone carriage return', 'tea\rleaves\n'],
    ['a mark that does not lead', 'tea\n\uFEFFleaves\n'],
  ])('differs for %s', (_, content) => {
    expect(hashContent(content)).not.toBe(plain);
  });

  test('does not need text', () => {
    expect(hashContent(new Uint8Array([0xff, 0x0d, 0x0a]))).toBe(hashContent(new Uint8Array([0xff, 0x0a])));
  });
});

test('hashParts says of parts what hashContent says of the whole, wherever it is cut', () => {
  for (const text of ['\uFEFFtea\r\nleaves\r', '\r\n', '\r\r\n\uFEFF', 'tea', '\uFEFF', '']) {
    const whole = Buffer.from(text);
    for (let at = 0; at <= whole.length; at += 1) {
      for (let next = at; next <= whole.length; next += 1) {
        const parts = [whole.subarray(0, at), whole.subarray(at, next), whole.subarray(next)];
        expect([text, at, next, hashParts(parts)]).toEqual([text, at, next, hashContent(whole)]);
      }
    }
  }
});

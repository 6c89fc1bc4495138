import { describe, expect, test } from 'vitest';
import { hashContent } from '../../generator/output/content-hash.js';

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

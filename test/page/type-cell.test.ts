import { describe, expect, it } from 'vitest';
import { firstRowLine, readRows } from '../support/request-rows.js';
import { brief } from '../support/tester.js';

const line = String(firstRowLine);

describe('a type', () => {
  it.each([
    ['string', 'string', false],
    ['string[]', 'string', true],
    ['integer', 'integer', false],
    ['number[]', 'number', true],
    ['boolean', 'boolean', false],
    ['object', 'object', false],
    ['object[]', 'object', true],
    ['`true`', 'true', false],
  ])('%s', (written, word, list) => {
    const { rows, diagnostics } = readRows(`| a | ${written} | x`);
    expect(rows[0]?.type).toEqual({ word, list, place: { line: firstRowLine, column: 7, endColumn: 7 + written.length } });
    expect(diagnostics).toEqual([]);
  });

  it('float is a second word for number', () => {
    const { rows, diagnostics } = readRows('| a | float | x');
    expect(rows[0]?.type.word).toBe('float');
    expect(diagnostics.map(brief)).toEqual([`doc-type-spelling ${line}:7-12`]);
  });

  it.each([
    ['int', [`doc-type-unknown ${line}:7-10`]],
    ['string[][]', [`doc-type-unknown ${line}:7-17`]],
    ['{data-encoded=by-json_encode}', [`doc-type-missing ${line}:7-7`]],
  ])('%s is taken as string and reported', (written, found) => {
    const { rows, diagnostics } = readRows(`| a | ${written} | x`);
    expect(rows[0]?.type).toMatchObject({ word: 'string', list: false });
    expect(diagnostics.map(brief)).toEqual(found);
  });

  it.each([
    ['Object[]', 'object', true],
    ['true', 'true', false],
    ['`string`', 'string', false],
  ])('%s is reported, and taken as what it means', (written, word, list) => {
    const { rows, diagnostics } = readRows(`| a | ${written} | x`);
    expect(rows[0]?.type).toMatchObject({ word, list });
    expect(diagnostics.map(brief)).toEqual([`doc-type-unknown ${line}:7-${String(7 + written.length)}`]);
  });

  it.each([
    [
      'strng',
      'write `string` if that was meant; types are `string`, `integer`, `number`, `boolean`, `object`, and lists of them with `[]`',
    ],
    ['x'.repeat(33), 'use `string`, `integer`, `number`, `boolean`, `object` or one of these with `[]`'],
  ])('%s comes with advice', (written, help) => {
    expect(readRows(`| a | ${written} | x`).diagnostics[0]?.help).toBe(help);
  });

  it('that is missing is taken as string and reported at the end of the row', () => {
    const { rows, diagnostics } = readRows('| a');
    expect(rows[0]).toMatchObject({ type: { word: 'string' }, description: { text: '' } });
    expect(diagnostics.map(brief)).toEqual([`doc-type-missing ${line}:4-4`]);
  });
});

describe('attributes of a type cell', () => {
  it('mark encryption, encoding and signature, each with its place', () => {
    const { rows, diagnostics } = readRows(
      '| a | string {data-tooltip="b c" data-encrypted=by-aes-gcm data-encoded=by-urlencode data-signed=by-rsa-privatekey} | x',
    );
    const { tooltip, encrypted, encoded, signed } = rows[0]?.type ?? {};
    expect([tooltip, encrypted, encoded, signed].map((mark) => [mark?.value, mark?.place.column])).toEqual([
      ['b c', 15],
      ['by-aes-gcm', 34],
      ['by-urlencode', 60],
      ['by-rsa-privatekey', 86],
    ]);
    expect(diagnostics).toEqual([]);
  });

  it.each([
    ['string {data-encoded-by=json_encode}', [`doc-attribute-spelling ${line}:15-42`]],
    ['string {data-encoded-by=rot13}', [`doc-attribute-unknown ${line}:15-36`]],
    ['string {data-encrypted=by-magic}', [`doc-attribute-unknown ${line}:15-38`]],
    ['string {data-required}', [`doc-attribute-misplaced ${line}:15-28`]],
    ['string {.type}', [`doc-attribute-unknown ${line}:15-20`]],
    ['object {data-encrypted=by-rsa-pubkey}', [`doc-encryption-on-non-string ${line}:15-43`]],
    ['string[] {data-encrypted=by-rsa-pubkey}', []],
    ['object {data-encoded=by-json_encode}', [`doc-encryption-on-non-string ${line}:15-42`]],
    ['string[] {data-encoded=by-json_encode}', [`doc-encryption-on-non-string ${line}:17-44`]],
  ])('%s', (written, found) => {
    expect(readRows(`| a | ${written} | x`).diagnostics.map(brief)).toEqual(found);
  });

  it.each([
    ['| a | string {data-encrypted=by-magic} | x', '`data-encrypted=by-magic` is not known'],
    ['| a | string {data-required} | x', '`data-required` belongs to the name cell'],
    ['| a | string {data-indent=0} | x', '`data-indent` belongs to the name cell'],
    ['| a | string {.type} | x', '`class` is no attribute of a type cell'],
    ['| a {.type} | string | x', '`class` is no attribute of a name cell'],
    ['| a {data-encoded=by-json_encode} | string | x', '`data-encoded` belongs to the type cell'],
  ])('are reported in words: %s', (row, message) => {
    expect(readRows(row).diagnostics.map((diagnostic) => diagnostic.message)).toEqual([message]);
  });

  it('in another spelling mean the same', () => {
    expect(readRows('| a | string {data-encoded-by=json_encode} | x').rows[0]?.type.encoded?.value).toBe('by-json_encode');
  });

  it('that belong to the name cell still count', () => {
    expect(readRows('| a | string {data-required} | x').rows[0]?.required).toBe(true);
    const { rows, diagnostics } = readRows('| a | object | x', '| b | string {data-indent=1} | x');
    expect(rows).toMatchObject([{ name: 'a', children: [{ name: 'b' }] }]);
    expect(diagnostics.map(({ code }) => code)).toEqual(['doc-attribute-misplaced']);
  });

  it('count where they stand in the name cell', () => {
    const { rows, diagnostics } = readRows('| a {data-encrypted=by-rsa-pubkey} | string | x');
    expect(rows[0]?.type.encrypted?.value).toBe('by-rsa-pubkey');
    expect(diagnostics.map(({ code }) => code)).toEqual(['doc-attribute-misplaced']);
  });
});

import { describe, expect, it } from 'vitest';
import { firstRowLine, readRows } from '../support/request-rows.js';
import { brief } from '../support/tester.js';

const line = String(firstRowLine);

describe('a name', () => {
  it.each(['sort', 'sort_id', 'Wechatpay-Serial', 'goodsTag', 'coupon_id_$n', 'coupon_refund_id_$n_$m', '__proto__', '0', 'a__b'])(
    '%s is taken as it stands',
    (name) => {
      const { rows, diagnostics } = readRows(`| ${name} | string | x`);
      expect(rows.map((row) => row.name)).toEqual([name]);
      expect(diagnostics).toEqual([]);
    },
  );

  it.each(['a b c', 'a\u00a0bc', 'a\u200bbc', 'abc\u3000'])('with blanks inside (%j) is repaired and reported', (name) => {
    const { rows, diagnostics } = readRows(`| ${name} {data-required} | string | x`);
    expect(rows[0]).toMatchObject({ name: 'abc', required: true });
    expect(diagnostics.map(({ code }) => code)).toEqual(name.trim() === 'abc' ? [] : ['doc-name-blank']);
  });

  it.each(['a*', 'a/../b', 'a${b}c', 'a`b', "a'b", 'a\u2028b*', '*/', 'é', '名', 'a.b', '$n', 'a_$x', '\u202eabc', '{a}b', 'a"'])(
    '%j is fatal',
    (name) => {
      const { rows, diagnostics } = readRows(`| ${name} | string | x`);
      expect(rows).toEqual([]);
      expect(diagnostics.map(({ code, severity }) => `${severity} ${code}`)).toEqual(['fatal doc-name-invalid']);
    },
  );

  it('may have its underscores escaped', () => {
    const { rows, diagnostics } = readRows(String.raw`| sort\_id\_no | string | x`);
    expect(rows.map((row) => row.name)).toEqual(['sort_id_no']);
    expect(diagnostics).toEqual([]);
  });

  it('that is missing is fatal', () => {
    expect(readRows('| | string | x').diagnostics.map(brief)).toEqual([`doc-name-invalid ${line}:3-3`]);
  });

  it('has the place of the name without its attributes', () => {
    const { rows } = readRows('|  sort {data-required} | string | x');
    expect(rows[0]?.place).toEqual({ line: firstRowLine, column: 4, endColumn: 8 });
    expect(rows[0]?.rowPlace).toEqual({ line: firstRowLine, column: 1, endColumn: 37 });
  });
});

describe('a dotted name', () => {
  it('right below its open row is a child of it, and reported with the corrected row', () => {
    const { rows, diagnostics } = readRows(
      '| json | object | x',
      '| tea {data-indent=1} | object | x',
      '| tea.sort {data-required} | string | x',
    );
    expect(rows[0]?.children[0]?.children).toMatchObject([{ name: 'sort', required: true }]);
    expect(diagnostics.map(brief)).toEqual([`doc-attribute-misplaced ${String(firstRowLine + 2)}:3-11`]);
    expect(diagnostics[0]?.help).toBe('| sort {data-required data-indent=2} | …');
  });

  it.each([
    ['the row is not open', ['| tea | object | x', '| json | object | x', '| tea.sort | string | x']],
    ['two dots stand in it', ['| tea | object | x', '| tea.sort.id | string | x']],
    ['the second half is no name', ['| tea | object | x', '| tea. | string | x']],
  ])('is fatal where %s', (_name, rows) => {
    expect(readRows(...rows).diagnostics.map(({ code }) => code)).toEqual(['doc-name-invalid']);
  });
});

describe('attributes of a name cell', () => {
  it.each([
    ['{data-required}', true, []],
    ['{ data-required }', true, []],
    ['', false, []],
    ['{data-requierd}', false, [`doc-attribute-unknown ${line}:9-22`]],
    ['{data-encrypted=by-rsa-pubkey}', false, [`doc-attribute-misplaced ${line}:9-37`]],
    ['{data-indent=x}', false, [`doc-indent-invalid ${line}:9-22`]],
    ['{data-indent=-1}', false, [`doc-indent-invalid ${line}:9-23`]],
    ['{data-indent=1x}', false, [`doc-indent-invalid ${line}:9-23`]],
  ])('%s', (attributes, required, found) => {
    const { rows, diagnostics } = readRows(`| sort ${attributes} | string | x`);
    expect(rows[0]?.required).toBe(required);
    expect(diagnostics.map(brief)).toEqual(found);
  });
});

describe('an attribute that is none', () => {
  const told = (row: string): unknown => readRows(row).diagnostics.map(({ message, help }) => [message, help]);
  const remove = expect.not.stringContaining('if that was meant');

  it.each([
    [
      '| a {data-require} | string | x',
      '`data-require` is no attribute of a name cell',
      'write `data-required` if that was meant, else remove it',
    ],
    [
      '| a | string {data-encode=x} | x',
      '`data-encode` is no attribute of a type cell',
      'write `data-encoded` if that was meant, else remove it',
    ],
    ['| a {other} | string | x', '`other` is no attribute of a name cell', remove],
  ])('in %s is compared with those there are', (row, message, help) => {
    expect(told(row)).toEqual([[message, help]]);
  });
});

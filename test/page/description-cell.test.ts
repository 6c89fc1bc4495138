import { describe, expect, it } from 'vitest';
import { firstRowLine, readRows } from '../support/request-rows.js';
import { brief } from '../support/tester.js';

const line = String(firstRowLine);

function describeCell(text: string): NonNullable<ReturnType<typeof readRows>['rows'][number]>['description'] | undefined {
  return readRows(`| a | string | ${text}`).rows[0]?.description;
}

describe('the text of a description', () => {
  it.each([
    ['plain', 'plain'],
    ['one<br/>two<br>three', 'one\ntwo\nthree'],
    ['`a` and `b`', '`a` and `b`'],
    [String.raw`a \| b`, 'a | b'],
    ['**so** *it* is', 'so it is'],
    ['see [there](/there)', 'see there'],
    ['one<br/>', 'one'],
    ['a {b} c', 'a {b} c'],
    ['a {b}', 'a {b}'],
    ['a/{b}', 'a/{b}'],
    ['{"a":1}', '{"a":1}'],
    ['a {data-required}', 'a'],
    ['a {.b}', 'a'],
    ['', ''],
  ])('%j', (written, text) => {
    expect(describeCell(written)?.text).toBe(text);
  });

  it('has links with their places', () => {
    expect(describeCell('see [there](/there)')?.links).toEqual([
      { text: 'there', url: '/there', place: { line: firstRowLine, column: 20, endColumn: 35 } },
    ]);
  });
});

describe('a list of values', () => {
  it.each([
    ['one of', String.raw`size<br/>${'`S` \\| `M` \\| `L`'} 枚举值之一`, 'one-of', ['S', 'M', 'L']],
    ['one of, at the start', String.raw`${'`S` \\| `L`'} 枚举值之一`, 'one-of', ['S', 'L']],
    ['one of, behind text', String.raw`size ${'`S` \\| `L`'} 枚举值之一`, 'one-of', ['S', 'L']],
    ['without blanks', '`S`\\|`L`枚举值之一', 'one-of', ['S', 'L']],
    ['with a default behind it', '`S` \\| `L` 枚举值之一，默认值`S`', 'one-of', ['S', 'L']],
    ['single', 'size<br/>`S` 枚举值', 'single', ['S']],
    ['separated by blanks', 'status<br/>`20X` `4XX` `5XX` 枚举值之一', 'blank-separated', ['20X', '4XX', '5XX']],
    ['explained', '枚举值：<br/>`S`：small<br/>`L`：large', 'explained', ['S', 'L']],
    ['explained, one value', '枚举值<br/>`S`：small', 'explained', ['S']],
    ['explained without keyword', 'sizes：<br/>`S`：small<br/> `L`：large', 'explained', ['S', 'L']],
    ['explained from the start', '`S`：small<br/>`L`：large', 'explained', ['S', 'L']],
    ['with values of several words', '`PARKING SPACE` \\| `-1.0` 枚举值之一', 'one-of', ['PARKING SPACE', '-1.0']],
    ['that ends at a link', '[no](/no) `S` 枚举值', 'single', ['S']],
    ['explained with blanks', '枚举值：<br/>`S` ： small <br/>`L`： large', 'explained', ['S', 'L']],
    ['that ends at a line break', '`no`<br/>`S` \\| `L` 枚举值之一', 'one-of', ['S', 'L']],
    ['that ends at other text', '`no` but `S` \\| `L` 枚举值之一', 'one-of', ['S', 'L']],
    ['of names that objects have', '`__proto__` \\| `constructor` 枚举值之一', 'one-of', ['__proto__', 'constructor']],
  ])('%s', (_name, written, form, values) => {
    const list = describeCell(written)?.values;
    expect(list?.form).toBe(form);
    expect(list?.values.map(({ value }) => value)).toEqual(values);
  });

  it.each([
    '[a](/a)枚举值',
    'a<br/>枚举值之一',
    'sizes<br/>`S`：small',
    'the 枚举值 of another field',
    '`S`：small',
    'either `S` or `L`',
    '枚举',
    '`S` \\| `L`',
  ])('is not in: %s', (written) => {
    expect(describeCell(written)?.values).toBeUndefined();
  });

  it('knows the place of each value, and its explanation', () => {
    const list = describeCell('枚举值：<br/>`S`：small<br/>`L`：large')?.values;
    expect(list?.place).toEqual({ line: firstRowLine, column: 25, endColumn: 42 });
    expect(list?.values[1]).toEqual({ value: 'L', text: 'large', place: { line: firstRowLine, column: 39, endColumn: 42 } });
  });

  it('has explanations without the blanks around them', () => {
    const list = describeCell('枚举值：<br/>`S` ： small <br/>`L`： large')?.values;
    expect(list?.values.map(({ text }) => text)).toEqual(['small', 'large']);
  });

  it.each(['`S` 枚举值', '`S` \\| `L` 枚举值之一', '枚举值<br/>`S`：small'])(
    'is not reported where words and values agree: %s',
    (written) => {
      expect(readRows(`| a | string | ${written}`).diagnostics).toEqual([]);
    },
  );

  it('holds a value that repeats once, and says so', () => {
    const { rows, diagnostics } = readRows('| a | string | `S` \\| `L` \\| `S` 枚举值之一');
    expect(rows[0]?.description.values?.values.map(({ value }) => value)).toEqual(['S', 'L']);
    expect(diagnostics.map(brief)).toEqual([`doc-enum-duplicate ${line}:30-33`]);
    expect(diagnostics[0]?.related[0]?.place.column).toBe(16);
  });
});

describe('a constant', () => {
  it.each([
    ['`application/json`', 'application/json'],
    ['固定值`a`', 'a'],
    ['x，固定填 `a`', 'a'],
    ['固定为：`a`', 'a'],
    ['固定枚举值`a`', 'a'],
    ['固定值[b](/b)，固定值`a`', 'a'],
  ])('%s', (written, value) => {
    expect(describeCell(written)?.constant?.value).toBe(value);
  });

  it.each(['`a` x', '固定 `a`', '固：定值`a` x', '`a` \\| `b` 枚举值之一'])('is not in: %s', (written) => {
    expect(describeCell(written)?.constant).toBeUndefined();
  });
});

describe('a default', () => {
  it.each([
    ['默认值`a`', 'a'],
    ['默认值 ：`a`', 'a'],
    ['默认值: `a`', 'a'],
    ['x，默认为 `a`，only `b`', 'a'],
    ['`a` \\| `b` 枚举值之一<br/>默认值 `b`', 'b'],
  ])('%s', (written, value) => {
    expect(describeCell(written)?.default?.value).toBe(value);
  });
});

describe('a row with more than three cells', () => {
  it('is reported, and its cells are put together again', () => {
    const { rows, diagnostics } = readRows('| a | string | size<br/>`S` | `L` 枚举值之一');
    expect(rows[0]?.description.values?.values.map(({ value }) => value)).toEqual(['S', 'L']);
    expect(diagnostics.map(brief)).toEqual([`doc-row-cells ${line}:31-40`]);
  });
});

describe('attributes at the end of a description', () => {
  it.each([
    ['| a | string | x {data-required}', ['`data-required` belongs to the name cell']],
    ['| a | string | x {data-encoded=by-json_encode}', ['`data-encoded` belongs to the type cell']],
    ['| a | string | x {data-encoded-by=json_encode}', ['`data-encoded-by` belongs to the type cell', expect.stringContaining('spelling')]],
    ['| a | string | x {.type}', ['`class` is no attribute of a description cell']],
    ['| a | string | x/{id}', ['`id` is no attribute of a description cell']],
    ['| a | string | x {data-requird}', ['`data-requird` is no attribute of a description cell']],
    ['| a | string | x {}', []],
    ['| a | string | x {y', []],
    ['| a | string | `{id}`', []],
  ])('are reported: %s', (row, messages) => {
    expect(readRows(row).diagnostics.map(({ message }) => message)).toEqual(messages);
  });

  it('count as if they stood in the cell that they belong to', () => {
    const { rows } = readRows('| a | object | x', '| b | string | x {data-required data-indent=1 data-encrypted=by-rsa-pubkey}');
    expect(rows).toMatchObject([
      { name: 'a', children: [{ name: 'b', required: true, type: { encrypted: { value: 'by-rsa-pubkey' } }, description: { text: 'x' } }] },
    ]);
  });

  it('leave a list of values as it is', () => {
    expect(describeCell('`S` \\| `L` 枚举值之一 {x}')?.values?.values.map(({ value }) => value)).toEqual(['S', 'L']);
  });
});

import { describe, expect, it } from 'vitest';
import { examplePage } from '../../generator/diagnostics/example-page.js';
import { fixPage } from '../../generator/lint/fix-page.js';
import { compileAndDiagnose } from '../support/tester.js';

const json = '| json {data-required} | object | the body';
const content = ['| {colspan=3 .im-table-line}', '| sugar {data-indent=2} | boolean | with sugar'];

function pageOf(...rows: readonly string[]): string {
  return examplePage({ request: [json, ...rows], samples: '' });
}

function fix(text: string): string {
  return fixPage(text, 'openapi/v3/teas.md').text;
}

/** What is mended: the row as written, and as it comes back. */
const rows: readonly [title: string, bad: string, good: string, ...more: string[]][] = [
  [
    'a second spelling',
    '| x {data-indent=1} | string {data-encoded-by=json_encode} | x',
    '| x {data-indent=1} | string {data-encoded=by-json_encode} | x',
    ...content,
  ],
  [
    'a quoted second spelling',
    '| x {data-indent=1} | string {data-encoded-by="json_encode"} | x',
    '| x {data-indent=1} | string {data-encoded="by-json_encode"} | x',
    ...content,
  ],
  ['a required mark on the type', '| x {data-indent=1} | string {data-required} | x', '| x {data-required data-indent=1} | string | x'],
  [
    'a required mark before others',
    '| x {data-indent=1} | string {data-required data-tooltip=a} | x',
    '| x {data-required data-indent=1} | string {data-tooltip=a} | x',
  ],
  [
    'a required mark behind others',
    '| x {data-indent=1} | string {data-tooltip=a data-required} | x',
    '| x {data-required data-indent=1} | string {data-tooltip=a} | x',
  ],
  [
    'a required mark on both cells',
    '| x {data-required data-indent=1} | string {data-required} | x',
    '| x {data-required data-indent=1} | string | x',
  ],
  [
    'a required mark on the description',
    '| x {data-indent=1} | string | x {data-required}',
    '| x {data-required data-indent=1} | string | x',
  ],
  [
    'an encryption on a description with a pipe',
    '| x {data-indent=1} | string | `A` \\| `B` 枚举值之一 {data-encrypted=by-rsa-pubkey}',
    '| x {data-indent=1} | string {data-encrypted=by-rsa-pubkey} | `A` \\| `B` 枚举值之一',
  ],
  ['a blank inside of a name', '| x _y {data-indent=1} | string | x', '| x_y {data-indent=1} | string | x'],
  ['a blank before a brace', '| x {data-indent=1 } | string | x', '| x {data-indent=1} | string | x'],
  ['several blanks before a brace', '| x  {data-indent=1}| string | x', '| x {data-indent=1} | string | x'],
  ['a pipe without a blank', '| x {data-indent=1} |string| x', '| x {data-indent=1} | string | x'],
  ['a second word for a type', '| x {data-indent=1} | float | x', '| x {data-indent=1} | number | x'],
  ['an indentation on the type', '| x | string {data-indent=1} | x', '| x {data-indent=1} | string | x'],
  [
    'an indentation on the type of a required row',
    '| x {data-required} | string {data-indent=1 data-tooltip=a} | x',
    '| x {data-required data-indent=1} | string {data-tooltip=a} | x',
  ],
  [
    'an encryption on the name',
    '| x {data-indent=1 data-encrypted=by-rsa-pubkey} | string | x',
    '| x {data-indent=1} | string {data-encrypted=by-rsa-pubkey} | x',
  ],
  ['a dotted name', '| json.x {data-required} | string | x', '| x {data-required data-indent=1} | string | x'],
  ['a brace without a blank', '| x{data-indent=1} | string | x', '| x {data-indent=1} | string | x'],
  ['a blank that does not break', '| x {data-indent=1} | string | x\u00a0y', '| x {data-indent=1} | string | x y'],
  ['a character without width', '| x {data-indent=1} | string | x\u200by', '| x {data-indent=1} | string | xy'],
  ['a break at the end', '| x {data-indent=1} | string | x<br/>', '| x {data-indent=1} | string | x'],
  ['several breaks at the end', '| x {data-indent=1} | string | x<br/><br/>', '| x {data-indent=1} | string | x'],
  ['radicals', '| x {data-indent=1} | string | ⽤⼾', '| x {data-indent=1} | string | 用户'],
  ['the keyword for many', '| x {data-indent=1} | string | `A` 枚举值之一', '| x {data-indent=1} | string | `A` 枚举值'],
  ['the keyword for one', '| x {data-indent=1} | string | `A` \\| `B` 枚举值', '| x {data-indent=1} | string | `A` \\| `B` 枚举值之一'],
  [
    'missing blanks in a list',
    '| x {data-indent=1} | string | `A`\\|`B`枚举值之一',
    '| x {data-indent=1} | string | `A` \\| `B` 枚举值之一',
  ],
];

describe('what is certain is mended', () => {
  it.each(rows)('%s', (_title, bad, good, ...more) => {
    expect(fix(pageOf(bad, ...more))).toBe(pageOf(good, ...more));
  });

  it('a missing blank line above the attributes of a table', () => {
    expect(fix(examplePage().replace('\n\n{.im-table #response}', '\n{.im-table #response}'))).toBe(examplePage());
  });

  it('all faults of a row at once', () => {
    const bad = pageOf('| x _y{data-indent=1 } | string {data-required} | x\u00a0y<br/>`A`枚举值之一<br/>');
    expect(fix(bad)).toBe(pageOf('| x_y {data-required data-indent=1} | string | x y<br/>`A` 枚举值'));
  });
});

describe('nothing else is touched', () => {
  it.each(rows)('a mended page stays as it is: %s', (_title, bad, _good, ...more) => {
    const once = fix(pageOf(bad, ...more));
    expect(fix(once)).toBe(once);
  });

  it('a sound page', () => {
    expect(fixPage(examplePage(), 'openapi/v3/teas.md')).toEqual({ text: examplePage(), fixed: 0 });
  });

  it('a page that cannot be understood', () => {
    const page = '# Tea {#post}\n\n| x {data-indent=1 } | string | x<br/>\n';
    expect(fix(page)).toBe(page);
  });

  it('line ends and the byte order mark', () => {
    const page = (row: string): string => `\ufeff${pageOf(row)}`.replaceAll('\n', '\r\n');
    expect(fix(page('| x {data-indent=1 } | string | x<br/>'))).toBe(page('| x {data-indent=1} | string | x'));
    const glued = examplePage().replace('\n\n{.im-table #response}', '\n{.im-table #response}');
    expect(fix(glued.replaceAll('\n', '\r\n'))).toBe(examplePage().replaceAll('\n', '\r\n'));
  });

  it('a line end of a kind that most editors no longer write', () => {
    const page = (row: string): string => pageOf(row).replace('\n\n', '\r\r');
    expect(fix(page('| x {data-indent=1 } | string | x<br/>'))).toBe(page('| x {data-indent=1} | string | x'));
  });

  it('odd characters inside of a value', () => {
    const page = pageOf('| x {data-indent=1} | string | x<br/>`A\u00a0B` 枚举值');
    expect(fix(page)).toBe(page);
  });

  it('a list that has perhaps lost a pipe', () => {
    const page = pageOf('| x {data-indent=1} | string | `A`、`B` 枚举值之一');
    expect(fix(page)).toBe(page);
  });

  it('a fault that is silenced', () => {
    const page = pageOf('| x {data-indent=1 } | string | x<br/>');
    expect(fixPage(page, 'openapi/v3/teas.md', ({ code }) => code !== 'doc-text-break').text).toBe(
      pageOf('| x {data-indent=1} | string | x<br/>'),
    );
  });
});

it.each(rows)('the model changes only where the words do: %s', (_title, bad, good, ...more) => {
  expect(compileAndDiagnose(fix(pageOf(bad, ...more))).api).toEqual(compileAndDiagnose(pageOf(good, ...more)).api);
});

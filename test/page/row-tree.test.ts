import { describe, expect, it } from 'vitest';
import { firstRowLine, outline, readRows } from '../support/request-rows.js';
import { brief } from '../support/tester.js';

const separator = '| {colspan=3 .im-table-line}';
const gcm = 'string {data-encrypted=by-aes-gcm}';
const json = 'string {data-encoded=by-json_encode}';

/** `name:depth:type` as a row. */
function row(short: string): string {
  if (short === '-') return separator;
  const [name = '', depth = '0', type = 'string'] = short.split(':');
  return `| ${name}${depth === '0' ? '' : ` {data-indent=${depth}}`} | ${type} | x`;
}

function at(index: number): string {
  return String(firstRowLine + index);
}

describe('the tree of rows', () => {
  it.each([
    ['is flat without depths', ['a', 'b'], ['a', 'b']],
    ['nests by depth', ['a:0:object', 'b:1:object', 'c:2', 'd:1', 'e'], ['a', '  b', '    c', '  d', 'e']],
    ['nests below lists of objects', ['a:0:object[]', 'b:1'], ['a', '  b']],
    ['opens an encoded string', [`a:0:${json}`, '-', 'b:1', 'c:1', 'd'], ['a', '  >b', '  >c', 'd']],
    ['opens an encrypted string', [`a:0:${gcm}`, '-', 'b:1:object', 'c:2'], ['a', '  >b', '    c']],
    ['opens strings in strings', [`a:0:${json}`, '-', `b:1:${json}`, '-', 'c:2', 'd:1'], ['a', '  >b', '    >c', '  >d']],
    [
      'divides shapes of a field',
      ['a:0:object', 'b:1', '-', 'a:0:object', 'c:1', '-', 'a:0:object', 'd'],
      ['a', '  b', '|a', '  c', '|a', 'd'],
    ],
    [
      'divides shapes inside a string',
      [`s:0:${json}`, '-', 'a:1:object', 'b:2', '-', 'a:1:object', 'c:2'],
      ['s', '  >a', '    b', '  |a', '    c'],
    ],
    [
      'lets the first shape have a separator as well',
      ['x', '-', 'a:0:object', 'b:1', '-', 'a:0:object', 'c:1'],
      ['x', 'a', '  b', '|a', '  c'],
    ],
    ['takes a row at the depth of its string as a label', [`a:0:${gcm}`, '-', 'data:0:object', 'b:1'], ['a', '  >>data', '    b']],
  ])('%s', (_name, rows, tree) => {
    const { rows: read, diagnostics } = readRows(...rows.map(row));
    expect(diagnostics.map(brief)).toEqual([]);
    expect(outline(read)).toEqual(tree);
  });

  it.each([
    ['a jump', ['a:0:object', 'b:2'], ['a', '  b'], [`doc-indent-jump ${at(1)}:3-4`]],
    ['a jump of several rows, once', ['a:0:object', 'b:3', 'c:3'], ['a', '  b', '    c'], [`doc-indent-jump ${at(1)}:3-4`]],
    ['a first row with a depth', ['a:1'], ['a'], [`doc-indent-jump ${at(0)}:3-4`]],
    ['rows below a string, once', ['a', 'b:1', 'c:1'], ['a', '  b', '  c'], [`doc-child-of-scalar ${at(1)}:3-4`]],
    ['rows below a list of strings', ['a:0:string[]', 'b:1'], ['a', '  b'], [`doc-child-of-scalar ${at(1)}:3-4`]],
    ['a duplicate', ['a:0:object', 'b:1', 'a:0:object', 'c:1', 'd'], ['a', '  b', '  c', 'd'], [`doc-field-duplicate ${at(2)}:3-4`]],
    ['an unmarked string with content', ['a', '-', 'b:1'], ['a', '  >b'], [`doc-layer-owner-ambiguous ${at(1)}:1-29`]],
    ['content of a string further up', [`a:0:${gcm}`, 'x', '-', 'b:1'], ['a', '  >b', 'x'], [`doc-layer-detached ${at(2)}:1-29`]],
    [
      'content that two strings could own',
      [`a:0:${json}`, `b:0:${json}`, 'x', '-', 'c:1'],
      ['a', 'b', '  >c', 'x'],
      [`doc-layer-owner-ambiguous ${at(3)}:1-29`],
    ],
    [
      'a label further down',
      [`a:0:${gcm}`, 'x', '-', 'd:0:object', 'b:1'],
      ['a', '  >>d', '    b', 'x'],
      [`doc-layer-detached ${at(2)}:1-29`],
    ],
    ['a separator at the start', ['-', 'a'], ['a'], [`doc-separator-misplaced ${at(0)}:1-29`]],
    ['a separator at the end', ['a', '-'], ['a'], [`doc-separator-misplaced ${at(1)}:1-29`]],
    ['two separators', [`a:0:${json}`, '-', '-', 'b:1'], ['a', '  >b'], [`doc-separator-misplaced ${at(2)}:1-29`]],
    ['a separator between other rows', ['a', '-', 'b'], ['a', 'b'], [`doc-separator-misplaced ${at(1)}:1-29`]],
    [
      'content of an RSA string',
      ['a:0:string {data-encrypted=by-rsa-pubkey}', '-', 'b:1'],
      ['a', '  >b'],
      [`doc-layer-owner-ambiguous ${at(1)}:1-29`],
    ],
  ])('reports %s', (_name, rows, tree, found) => {
    const { rows: read, diagnostics } = readRows(...rows.map(row));
    expect(diagnostics.map(brief)).toEqual(found);
    expect(outline(read)).toEqual(tree);
  });

  it.each([
    [['a:1'], 'first row `a` has depth 1'],
    [['a:0:object', 'b:2'], 'row `b` at depth 2 follows one at depth 0'],
    [['-', 'a'], 'table begins with a separator'],
    [['a', '-'], 'table ends with a separator'],
    [[`a:0:${json}`, '-', '-', 'b:1'], 'separator follows a separator'],
    [['a', '-', 'b'], 'separator neither opens a string nor divides shapes of one field'],
    [['a', '-', 'b:1'], 'rows below the separator have no sure owner: `a` is neither encoded nor encrypted by AES'],
    [[`a:0:${json}`, `b:0:${json}`, 'x', '-', 'c:1'], 'rows below the separator have no sure owner: 2 rows could own them'],
    [[`a:0:${gcm}`, 'x', '-', 'b:1'], 'separator does not follow `a`, whose content it opens'],
    [['a:0:string[]', 'b:1'], '`b` stands below `a`, whose type is `string[]`'],
    [['a:0:integer', 'b:1'], '`b` stands below `a`, whose type is `integer`'],
    [['a', 'b', 'a'], 'field `a` stands twice on one level'],
    [['a', ''], 'row has no name'],
    [['a.b'], '`a.b` is no name'],
    [['a:0:object', 'a.b.c'], '`a.b.c` is no name'],
    [['a:0:object', 'a.'], '`a.` is no name'],
    [['a:0:object', 'a.b'], 'dotted name `a.b` is not indented under `a`'],
    [['a:0:object', 'b:1:object', 'c:2', 'd:1', 'b.e'], '`b.e` is no name'],
  ])('says of %j that %s', (rows, message) => {
    expect(readRows(...rows.map(row)).diagnostics.map((found) => found.message)).toEqual([message]);
  });

  it('says how a dotted name is written', () => {
    const told = (mark: string): unknown => {
      const [found] = readRows(row('a:0:object'), row('b:1:object'), `| b.c${mark} | string | x`).diagnostics;
      return [found?.why, found?.help];
    };
    expect(told('')).toEqual(['the field would stand on the wrong level', '| c {data-indent=2} | …']);
    expect(told(' {data-required}')).toEqual(['the field would stand on the wrong level', '| c {data-required data-indent=2} | …']);
    const [, inside] = readRows(...[`a:0:${json}`, '-', 'b:2', 'a.c'].map(row)).diagnostics;
    expect(inside?.help).toBe('| c {data-indent=2} | …');
  });

  it.each([
    ['a row of content that jumps', [`a:0:${json}`, '-', 'b:3'], ['a', '  >b'], [`doc-indent-jump ${at(2)}:3-4`]],
    [
      'rows below content that jumps',
      [`a:0:${json}`, '-', 'b:1:object', 'c:3', 'd'],
      ['a', '  >b', '    c', 'd'],
      [`doc-indent-jump ${at(3)}:3-4`],
    ],
    [
      'a second separator for an opened string',
      [`a:0:${json}`, '-', 'b:1', '-', 'c:2'],
      ['a', '  >b', '    >c'],
      [`doc-layer-owner-ambiguous ${at(3)}:1-29`],
    ],
    ['a string at the depth of one that is opened', [`a:0:${gcm}`, '-', 'b'], ['a', 'b'], [`doc-separator-misplaced ${at(1)}:1-29`]],
    ['an object that has a separator and no string', ['x', '-', 'b:0:object'], ['x', 'b'], [`doc-separator-misplaced ${at(1)}:1-29`]],
    ['an object behind a string, without a separator', [`a:0:${gcm}`, 'b:0:object', 'c:1'], ['a', 'b', '  c'], []],
    [
      'a label for a string that is opened already',
      [`a:0:${json}`, 'x', '-', 'b:1', '-', 'c:0:object'],
      ['a', '  >b', 'x', 'c'],
      [`doc-layer-detached ${at(2)}:1-29`, `doc-separator-misplaced ${at(4)}:1-29`],
    ],
  ])('reads %s', (_name, rows, tree, found) => {
    const { rows: read, diagnostics } = readRows(...rows.map(row));
    expect.soft(outline(read)).toEqual(tree);
    expect.soft(diagnostics.map(brief)).toEqual(found);
  });

  it('is never deeper than 32 levels', () => {
    const { rows, diagnostics } = readRows(...Array.from({ length: 200 }, (_, depth) => row(`f${String(depth)}:${String(depth)}:object`)));
    let depth = 0;
    for (let level = rows; level.length > 0; level = level[0]?.children ?? []) depth++;
    expect(depth).toBe(33);
    expect(diagnostics.map(({ code }) => code)).toEqual(['doc-indent-deep']);
  });
});

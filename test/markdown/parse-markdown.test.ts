import type { RootContent } from 'mdast';
import { describe, expect, it } from 'vitest';
import { attributeValue, parseMarkdown } from '../../generator/markdown/index.js';

const table = '| a | b\n| --- | ---\n| c {.x} | d\n';

function types(text: string): string[] {
  return parseMarkdown(text).children.map(({ type }) => type);
}

function first<Type extends RootContent['type']>(text: string, type: Type): Extract<RootContent, { type: Type }> {
  const node = parseMarkdown(text).children.find((child) => child.type === type);
  expect(node).toBeDefined();
  return node as Extract<RootContent, { type: Type }>; // found by its type
}

/** `line:column-line:column` of a node. */
function span({ position }: { readonly position?: RootContent['position'] }): string {
  const { start, end } = position ?? {};
  return `${String(start?.line)}:${String(start?.column)}-${String(end?.line)}:${String(end?.column)}`;
}

describe('tables', () => {
  it('have rows and cells with their places, and no delimiter row', () => {
    const { children, delimited } = first(`\n${table}`, 'imTable');
    expect(delimited).toBe(true);
    expect(children.map(span)).toEqual(['2:1-2:8', '4:1-4:13']);
    expect(children[1]?.children.map(span)).toEqual(['4:3-4:9', '4:12-4:13']);
    expect(children[1]?.children.map(({ source }) => source)).toEqual(['c', 'd']);
  });

  it.each([
    ['without closing pipe', '| a | b', ['a', 'b']],
    ['with a closing pipe', '| a | b |', ['a', 'b']],
    ['with a closing pipe and a blank', '| a | b | ', ['a', 'b']],
    ['with an empty cell between', '| a |  | c', ['a', '', 'c']],
    ['with an escaped pipe', String.raw`| a \| b | c`, [String.raw`a \| b`, 'c']],
    ['with an escaped backslash before a pipe', String.raw`| a \\| b`, [String.raw`a \\`, 'b']],
    ['with one cell', '| a', ['a']],
    ['without an opening pipe', 'a | b', ['a', 'b']],
    ['without blanks', '|a|b', ['a', 'b']],
    ['with tabs', '|\ta\t|\tb', ['a', 'b']],
    ['with nothing', '|', []],
  ])('split a row %s', (_name, row, cells) => {
    const { children } = first(`| h | h\n| --- | ---\n${row}\n`, 'imTable');
    expect(children[1]?.children.map(({ source }) => source)).toEqual(cells);
  });

  it('end at a blank line, and at a line without a pipe', () => {
    expect(types(`${table}\ntext`)).toEqual(['imTable', 'paragraph']);
    expect(types(`${table}text`)).toEqual(['imTable', 'paragraph']);
  });

  it('need no blank line before them', () => {
    expect(types(`text\n${table}`)).toEqual(['paragraph', 'imTable']);
  });

  it('may lack a delimiter row', () => {
    const { children, delimited } = first('| a | b\n| c | d\n', 'imTable');
    expect(delimited).toBe(false);
    expect(children).toHaveLength(2);
  });

  it('stay in their quote', () => {
    const [quote, paragraph] = parseMarkdown('> | a | b\ntext\n').children;
    expect([quote?.type, paragraph?.type]).toEqual(['blockquote', 'paragraph']);
  });
});

describe('attribute groups', () => {
  it('on a line of their own belong to the table before', () => {
    const { attributes } = first(`${table}\n{.im-table #request}\n`, 'imTable');
    expect(attributes?.glued).toBe(false);
    expect(attributeValue(attributes?.attributes, 'class')).toBe('im-table');
    expect(attributeValue(attributes?.attributes, 'id')).toBe('request');
  });

  it('say when they are glued to the table', () => {
    expect(first(`${table}{.im-table #request}\n`, 'imTable').attributes?.glued).toBe(true);
  });

  it('stay where they are without a table', () => {
    expect(types('{.im-table}\n')).toEqual(['attributeLine']);
    expect(types('{.im-table} more\n')).toEqual(['paragraph']);
    expect(types('{.im-{table}\n')).toEqual(['paragraph']);
  });

  it.each([
    ['{a}', [['a', '']]],
    ['{a=b}', [['a', 'b']]],
    ['{a="b c"}', [['a', 'b c']]],
    [
      '{.a .b}',
      [
        ['class', 'a'],
        ['class', 'b'],
      ],
    ],
    ['{#a}', [['id', 'a']]],
    [
      '{a b=c .d #e }',
      [
        ['a', ''],
        ['b', 'c'],
        ['class', 'd'],
        ['id', 'e'],
      ],
    ],
    [
      '{data-tooltip=对应PHP的array x=1}',
      [
        ['data-tooltip', '对应PHP的array'],
        ['x', '1'],
      ],
    ],
    ['{}', []],
    ['{__proto__=x}', [['__proto__', 'x']]],
  ])('%s has its members', (source, members) => {
    const { children } = first(`| h\n| ---\n| a ${source}\n`, 'imTable');
    expect(children[1]?.children[0]?.attributes?.list.map(({ key, value }) => [key, value])).toEqual(members);
  });

  it('know the place of each member', () => {
    const { children } = first('| h\n| ---\n| name {data-required data-indent=1} | x\n', 'imTable');
    const list = children[1]?.children[0]?.attributes?.list ?? [];
    expect(list.map(({ start, end }) => [start.line, start.column, end.column])).toEqual([
      [3, 9, 22],
      [3, 23, 36],
    ]);
  });

  it('need no blank before them, and only stand at the end', () => {
    const { children } = first('| h\n| ---\n| a{b} | {c} d | e {f {g}\n', 'imTable');
    expect(children[1]?.children.map(({ source, attributes }) => [source, attributes?.source])).toEqual([
      ['a', '{b}'],
      ['{c} d', undefined],
      ['e {f', '{g}'],
    ]);
  });

  it('end headings and notes', () => {
    const heading = first('# Title {#post}\n', 'heading');
    expect(attributeValue(heading.data?.attributes, 'id')).toBe('post');
    expect(heading.children).toMatchObject([{ type: 'text', value: 'Title' }]);
  });

  it('end headings and notes before blanks that nobody sees', () => {
    expect(attributeValue(first('# Title {#post} \t \n', 'heading').data?.attributes, 'id')).toBe('post');
    expect(first('one  \ntwo \n', 'paragraph').children).toMatchObject([{ type: 'text', value: 'one\ntwo' }]);
    const [item] = first('1. note {#X}\n', 'list').children;
    expect(item?.children[0]).toMatchObject({ data: { attributes: { source: '{#X}' } } });
  });
});

describe('containers', () => {
  it('hold the blocks up to their closing line', () => {
    const node = first('::: warning :x: {.im-y}\n\ntext\n\n- item\n:::\n\nafter', 'container');
    expect(node).toMatchObject({ kind: 'warning', title: ':x:', closed: true, attributes: { source: '{.im-y}' } });
    expect(node.children.map(({ type }) => type)).toEqual(['paragraph', 'list']);
    expect(span(node)).toBe('1:1-6:4');
  });

  it('may be empty', () => {
    expect(types('::: tip a sentence\n:::\n\n::: code-group\n\n:::\n')).toEqual(['container', 'container']);
  });

  it.each([
    ['opener', '::: a\n\nx\n\n::: b\n\n:::\n', ['container', 'container']],
    ['heading', '::: a\n\nx\n\n# b\n', ['container', 'heading']],
    ['table', `::: a\n\nx\n\n${table}`, ['container', 'imTable']],
    ['page', '::: a\n\nx\n', ['container']],
  ])('end without a closing line before the next %s', (_name, text, expected) => {
    expect(types(text)).toEqual(expected);
    expect(first(text, 'container').closed).toBe(false);
  });

  it('leave a closing line without opener as it is', () => {
    expect(types(':::\n')).toEqual(['containerFence']);
    expect(types(':: a\n')).toEqual(['paragraph']);
  });
});

describe('fences', () => {
  it.each([
    ['backticks', '```php [label]\na\n\nb\n```\n', 'a\n\nb', true],
    ['tildes', '~~~php [label]\n```\n~~~\n', '```', true],
    ['a longer closing fence', '```php [label]\na\n`````  \n', 'a', true],
    ['a shorter fence inside', '````php [label]\n```\n````\n', '```', true],
    ['no content', '```php [label]\n```\n', '', true],
    ['no end', '```php [label]\na\n', 'a\n', false],
    ['no end and no line end', '```php [label]\na', 'a', false],
    ['nothing at all', '```php [label]', '', false],
  ])('with %s', (_name, text, value, closed) => {
    expect(first(text, 'code')).toMatchObject({ lang: 'php', meta: '[label]', value, data: { closed } });
  });

  it('end with the quote that they stand in', () => {
    expect(types('> ```\n> a\nb\n')).toEqual(['blockquote', 'paragraph']);
    expect(types('> ```\n>\nb\n')).toEqual(['blockquote', 'paragraph']);
  });

  it('hold lines that look like other blocks', () => {
    expect(types('```\n| a | b\n::: x\n# y\n> z\n```\n')).toEqual(['code']);
  });
});

describe('text', () => {
  const inline = (text: string): unknown[] => {
    const [node] = parseMarkdown(text).children;
    return node?.type === 'paragraph'
      ? node.children.map((child) =>
          'value' in child ? [child.type, child.value] : child.type === 'link' ? ['link', child.url] : [child.type],
        )
      : [];
  };

  it.each([
    [
      'a `b` c',
      [
        ['text', 'a '],
        ['inlineCode', 'b'],
        ['text', ' c'],
      ],
    ],
    ['`` a`b ``', [['inlineCode', 'a`b']]],
    ['`a', [['text', '`a']]],
    [String.raw`\`a\` \| \\`, [['text', String.raw`\`a\` | \ `.trim().replaceAll('\\`', '`')]]],
    ['a<br/>b<br>c', [['text', 'a'], ['break'], ['text', 'b'], ['break'], ['text', 'c']]],
    [
      '<b>a</b>',
      [
        ['html', '<b>'],
        ['text', 'a'],
        ['html', '</b>'],
      ],
    ],
    ['a < b', [['text', 'a < b']]],
    ['[a](/b "c")', [['link', '/b']]],
    ['[a](/b(c)d)', [['link', '/b(c)d']]],
    ['[a] (b)', [['text', '[a] (b)']]],
    ['<https://a.example>', [['link', 'https://a.example']]],
    ['**a** *b* * c', [['text', 'a b * c']]],
    [
      '*a `b*` c',
      [
        ['text', '*a '],
        ['inlineCode', 'b*'],
        ['text', ' c'],
      ],
    ],
    [String.raw`\`a\``.slice(1), [['inlineCode', 'a\\']]],
    ['a\n  b', [['text', 'a\nb']]],
    ['$[$a]', [['text', '$[$a]']]],
  ])('%s', (text, expected) => {
    expect(inline(text)).toEqual(expected);
  });

  it('has a place for each piece, also on later lines and in lists', () => {
    const [node] = parseMarkdown('- `a`\n  b [c](d)\n').children;
    const paragraph = node?.type === 'list' ? node.children[0]?.children[0] : undefined;
    expect(paragraph?.type === 'paragraph' ? paragraph.children.map(span) : []).toEqual(['1:3-1:6', '1:6-2:5', '2:5-2:11']);
  });
});

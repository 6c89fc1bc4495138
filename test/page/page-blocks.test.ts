import { describe, expect, it } from 'vitest';
import { exampleFence, examplePage, exampleSamples, teaProgram } from '../../generator/diagnostics/example-page.js';
import { read } from '../support/tester.js';

/** What is said, each with the text of the page that it points to. */
function said(text: string): string[] {
  const lines = text.split('\n');
  return read(text).diagnostics.map(({ place: { line, column, endColumn }, message }) => {
    return `${message} @ ${lines[line - 1]?.slice(column - 1, endColumn - 1) ?? ''}`;
  });
}

describe('what stands where it should not', () => {
  const unexpected = (kind: string, text: string): string[] => [`no block of this kind (${kind}) belongs here @ ${text}`];

  it.each([
    ['a quote', '> hello', unexpected('blockquote', '> hello')],
    ['a rule', '***', unexpected('thematicBreak', '***')],
    ['a fence', '```\ncode\n```', unexpected('code', '```')],
    ['a container', '::: details\nhello\n:::', ['`::: details` is no container of the dialect @ ::: details']],
    ['an open container', '::: danger {.im-deprecated}\nhello', ['container `::: danger` is not closed @ ::: danger {.im-deprecated}']],
    ['a footer in a code span', '`参阅` x', ['paragraph has no place in an operation @ `参阅` x']],
    ['text', 'hello', ['paragraph has no place in an operation @ hello']],
  ])('is reported with its kind: %s', (_, block, messages) => {
    expect(said(examplePage({ footer: `参阅 [x](https://tea.example)\n\n${block}` }))).toEqual(messages);
  });

  it('in a code group is reported', () => {
    const samples = exampleSamples(`hello\n\n${exampleFence('a', 'f();')}`);
    expect(said(examplePage({ samples }))).toEqual(['only fences stand in a code group @ hello']);
  });

  it.each([
    ['before the first operation', 'hello\n\n# Tea {#get}\n', 'block stands before the first operation @ hello'],
    ['a heading without a verb', '# Tea {#get}\n\n## More\n', 'heading has no anchor with a verb @ ## More'],
  ])('%s is reported', (_, text, message) => {
    expect(said(text)).toContain(message);
  });
});

describe('the level of a heading', () => {
  it.each([
    ['# Teas {#mix}\n\n### Tea {#get}\n', 'operation of a `{#mix}` page is not headed by `##` @ ### Tea {#get}'],
    ['# Tea {#get}\n\n# Pot {#post}\n', 'page of several operations has no `{#mix}` heading @ # Pot {#post}'],
    ['## Tea {#get}\n', 'the only operation of a page is not headed by `#` @ ## Tea {#get}'],
  ])('in %j is wrong', (text, message) => {
    expect(said(text)).toContain(message);
  });

  it.each(['# Teas {#mix}\n\n## Tea {#get}\n\n## Pot {#post}\n', '# Tea {#get}\n'])('in %j is right', (text) => {
    expect(read(text).diagnostics.map(({ code }) => code)).not.toContain('doc-heading-level');
  });
});

describe('what an operation lacks', () => {
  it('is said once for each', () => {
    expect(said('# Tea {#get}\n')).toEqual([
      'operation has no request table @ # Tea {#get}',
      'operation has no description @ # Tea {#get}',
      'operation has no sample @ # Tea {#get}',
      'operation has no link to its documentation @ # Tea {#get}',
    ]);
  });

  it('is not said where the front matter lacks what the page asks for', () => {
    const text = examplePage({ head: '---\ntitle: Tea\n---\n\n', description: '{{ $frontmatter.words }}' });
    expect(said(text)).toEqual(['`{{ $frontmatter.words }}` has no value in the front matter @ {{ $frontmatter.words }}']);
  });

  it('is said of a description that is empty', () => {
    expect(said(examplePage({ head: '---\ntitle: Tea\n---\n\n' }))).toEqual([expect.stringMatching(/^operation has no description @ /)]);
  });

  it('is not a link, where a fence without an end has taken the rest', () => {
    const text = examplePage({ samples: '::: code-group\n\n```php [a]\n$x = 1;' });
    expect(said(text).filter((message) => /link|container|no PHP/.test(message))).toEqual([]);
  });
});

describe('the order of blocks', () => {
  const [request, samples, response] = (() => {
    const page = examplePage({});
    const from = page.indexOf('| 请求参数');
    const middle = page.indexOf('::: code-group');
    const end = page.indexOf('| 返回字典');
    return [page.slice(from, middle), page.slice(middle, end), page.slice(end, page.indexOf('参阅'))];
  })();
  const ordered = (...blocks: readonly (string | undefined)[]): string[] =>
    said(`# Tea {#post}\n\nTea.\n\n${blocks.join('')}参阅 [x](https://tea.example)\n`);

  it.each([
    ['the request behind the answer', [response, request], 'the request stands behind the answer'],
    ['the request behind the samples', [samples, request, response], 'the request stands behind the samples'],
    ['the samples behind the answer', [request, response, samples], 'the samples stand behind the answer'],
  ])('is wrong with %s', (_, blocks, message) => {
    expect(ordered(...blocks).map((found) => found.split(' @ ')[0])).toContain(message);
  });

  it('is not said to be wrong where the request is missing', () => {
    expect(ordered(samples, response).map((found) => found.split(' @ ')[0])).toEqual(['operation has no request table']);
  });

  it('is request, samples, answer, and a table that repeats is said to repeat only', () => {
    expect(ordered(request, samples, response)).toEqual([]);
    expect(ordered(request, samples, response, request).map((found) => found.split(' @ ')[0])).toEqual([
      'second `请求参数` table of one operation',
    ]);
  });
});

describe('rows that span a table', () => {
  const spanning = '| 空字符串 {colspan=3}';
  const separator = '| {colspan=3 .im-table-line}';

  it.each([
    [
      'one beside fields',
      [spanning, '| a | string | x'],
      [`a spanning row is not the only row of its table @ ${spanning.slice(2)}`],
      undefined,
    ],
    [
      'one behind another',
      [spanning, '| 文件流 {colspan=3}'],
      ['a spanning row is not the only row of its table @ 文件流 {colspan=3}'],
      'no-content',
    ],
    ['one alone', [spanning], [], 'no-content'],
  ])('are read: %s', (_, response, messages, kind) => {
    const text = examplePage({ response });
    expect(said(text)).toEqual(messages);
    expect(read(text).page?.sections[0]?.response?.spanning?.kind).toBe(kind);
  });

  it('belong to answers', () => {
    expect(said(examplePage({ request: ['| 没有 {colspan=3}'] }))).toEqual([
      'a spanning row says what is answered, not what is sent @ 没有 {colspan=3}',
    ]);
  });

  it('are told where nobody understands them', () => {
    expect(said(examplePage({ response: ['| 什么都有 {colspan=3}'] }))).toEqual([
      '`什么都有` does not say what is answered @ 什么都有 {colspan=3}',
    ]);
  });

  it.each([
    ['a span', spanning],
    ['the class of a separator', separator],
  ])('have no other cells: %s', (_, row) => {
    expect(said(examplePage({ response: [`${row} | string | x`] })).length).toBeGreaterThan(0);
    expect(
      read(examplePage({ response: [`| a {${row.slice(row.indexOf('{') + 1)} | string | x`] })).page?.sections[0]?.response?.rows,
    ).toMatchObject([{ name: 'a', type: { word: 'string' }, description: { text: 'x' } }]);
  });
});

describe('empty cells beside the one of a row', () => {
  it.each([
    [
      'a separator',
      '| a | string {data-encoded=by-json_encode} | x\n| {colspan=3 .im-table-line} | | |\n| b {data-indent=1} | string | x',
      'decoded',
    ],
    ['a span', '| 空字符串 {colspan=3} |  |', 'spanning'],
  ])('are reported, and change nothing: %s', (_, rows, found) => {
    const text = examplePage({ response: [rows] });
    expect(said(text)).toEqual([expect.stringMatching(/^row has [23] cells, not 1 @ /)]);
    expect(JSON.stringify(read(text).page?.sections[0]?.response)).toContain(`"${found}":`);
  });
});

describe('a quote, a note or a notice', () => {
  it.each([
    ['> [!IMPORTANT] tea', 'tea', []],
    ['> [!IMPORTANT]\n> tea', '', ['tea']],
    ['> [!IMPORTANT] tea<br/>is<br/>hot', 'tea', ['is\nhot']],
    ['> [!IMPORTANT] tea\n>\n> is hot\n>\n> - so\n> - wait', 'tea', ['is hot', 'so', 'wait']],
    ['> [!IMPORTANT] tea\n>\n> > is\n> >\n> > hot', 'tea', ['is\nhot']],
    ['> [!IMPORTANT] tea\n>\n> ```\n> hot\n> ```', 'tea', ['hot']],
    ['> [!IMPORTANT] tea\n>\n> ## hot', 'tea', ['hot']],
    ['> [!IMPORTANT] tea\n>\n> ***', 'tea', ['']],
  ])('has text: %j', (quote, title, items) => {
    const alerts = read(examplePage({ description: `Tea.\n\n${quote}` })).page?.sections[0]?.alerts;
    expect(alerts?.map((alert) => ({ title: alert.title, items: alert.items.map(({ value }) => value) }))).toEqual([{ title, items }]);
  });

  it('has a text of several paragraphs', () => {
    const description = 'Tea.\n\n::: danger {.im-deprecated}\nis\n\nhot\n:::\n\n1. one\n\n   more {#MORE}\n\n   ***\n1. two';
    expect(read(examplePage({ description })).page?.sections[0]).toMatchObject({
      notices: [{ text: 'is\nhot', status: 'deprecated' }],
      notes: [{ text: 'one\nmore\n', anchor: 'MORE' }, { text: 'two' }],
    });
  });

  it.each([
    ['{.im-deprecated}', 'deprecated', []],
    ['{.wide .im-deprecated}', 'deprecated', []],
    ['{.im-depricated}', 'depricated', ['`.im-depricated` is no status of a container']],
    ['{.deprecated}', 'deprecated', ['`.deprecated` is no status of a container']],
    ['{.other}', 'other', ['`.other` is no status of a container']],
    ['', '', ['`::: warning` has no class that says what happened']],
  ])('has a status: %s', (attributes, status, messages) => {
    const text = examplePage({ description: `Tea.\n\n::: warning ${attributes}\nhot\n:::` });
    expect(read(text).page?.sections[0]?.notices).toMatchObject([{ kind: 'warning', status }]);
    expect(read(text).diagnostics.map(({ message }) => message)).toEqual(messages);
  });

  it('has a status that was mistyped, and is told the right one', () => {
    const text = examplePage({ description: 'Tea.\n\n::: danger {.im-depricated}\nhot\n:::' });
    expect(read(text).diagnostics[0]?.help).toBe('write `.im-deprecated` if that was meant');
  });

  it('does not make presets of the samples below it', () => {
    const samples = `::: warning {.im-deprecated}\nhot\n:::\n\n${exampleSamples(exampleFence('a', teaProgram))}`;
    expect(read(examplePage({ samples })).page?.sections[0]).toMatchObject({ presets: [], samples: [{ label: 'a' }] });
  });
});

describe('a description', () => {
  it('may have several paragraphs', () => {
    const text = examplePage({ description: 'Tea\nis\n\nhot.\n\nSo wait.' });
    expect(said(text)).toEqual([]);
    expect(read(text).page?.sections[0]?.description).toEqual({
      value: 'Tea\nis\nhot.\nSo wait.',
      place: { line: 8, column: 1, endColumn: 4 },
    });
  });

  it('ends where another block stands', () => {
    expect(said(examplePage({ description: 'Tea.\n\n> [!IMPORTANT] hot\n\nSo wait.' }))).toEqual([
      'paragraph has no place in an operation @ So wait.',
    ]);
  });
});

describe('a heading', () => {
  it.each([
    ['# Tea {.hot #post}', 'Tea', '#post', 'Tea'],
    ['# <br/>Tea<br/> {#post}', 'Tea', '#post', undefined],
    ['# {#post}', '', '#post', undefined],
  ])('%s has title and verb', (heading, title, verb, titled) => {
    const section = read(examplePage({ heading })).page?.sections[0];
    const at = (place?: { readonly column: number; readonly endColumn: number }): string | undefined =>
      place && heading.slice(place.column - 1, place.endColumn - 1);
    expect(section?.title.value).toBe(title);
    expect(section?.verb.value).toBe('post');
    expect(at(section?.verb.place)).toBe(verb);
    if (titled !== undefined) expect(at(section?.title.place)).toBe(titled);
  });
});

describe('a table', () => {
  it.each([
    [
      '{.im-table #request}',
      '{.im-table}',
      'no attribute line below the table',
      'add `{.im-table #request}` below the table, after a blank line',
    ],
    [
      '{.im-table #response}',
      '{.im-table}',
      'no attribute line below the table',
      'add `{.im-table #response}` below the table, after a blank line',
    ],
    ['{.im-table #response}', '{.im-table #request}', '`#request` stands below a table of `返回字典`', undefined],
    ['| 类型 {.type} | 描述 {.desc}', '| 类型 | 描述 {.desc}', 'the header lacks `类型 {.type}`', undefined],
    ['| 类型 {.type} | 描述 {.desc}', '| 类型 {.type}', 'the header lacks `描述 {.desc}`', undefined],
    ['| 类型 {.type} | 描述 {.desc}', '| 类型 {.type} | 描述 {.type}', 'the header lacks `描述 {.desc}`', undefined],
  ])('whose %s is %s is reported', (right, wrong, message, help) => {
    const [found, ...others] = read(examplePage({}).replace(right, wrong)).diagnostics;
    expect(others).toEqual([]);
    expect(found).toMatchObject({ message, ...(help !== undefined && { help }) });
  });
});

import { describe, expect, it } from 'vitest';
import { exampleFence, examplePage, exampleSamples } from '../../generator/diagnostics/example-page.js';
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
    expect(said(text).filter((message) => message.includes('link') || message.includes('container'))).toEqual([]);
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

  it('is request, samples, answer, and a table that repeats is said to repeat only', () => {
    expect(ordered(request, samples, response)).toEqual([]);
    expect(ordered(request, samples, response, request).map((found) => found.split(' @ ')[0])).toEqual([
      'second `请求参数` table of one operation',
    ]);
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

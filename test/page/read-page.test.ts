import { describe, expect, it } from 'vitest';
import {
  exampleFence,
  examplePage,
  exampleRequest,
  exampleResponse,
  exampleSamples,
  teaProgram,
  teaRequest,
  teaResponse,
} from '../../generator/diagnostics/example-page.js';
import { brief, read } from '../support/tester.js';

const sound = examplePage();
const body = `${exampleRequest(teaRequest)}\n\n${exampleSamples(exampleFence('a', teaProgram))}\n\n${exampleResponse(teaResponse)}\n\n参阅 [x](https://tea.example)\n`;

function section(text: string): NonNullable<ReturnType<typeof read>['page']>['sections'][number] | undefined {
  return read(text).page?.sections[0];
}

function codes(text: string): string[] {
  return read(text).diagnostics.map(({ code }) => code);
}

describe('a single page', () => {
  it('has title and description of its front matter', () => {
    const { page, diagnostics } = read(sound);
    expect(diagnostics).toEqual([]);
    expect(page).toMatchObject({
      kind: 'single',
      file: 'openapi/v3/teas.md',
      title: { value: 'Order a tea', place: { line: 2, column: 8, endColumn: 19 } },
      description: { value: 'Puts a tea on the list of the kitchen.', place: { line: 3, column: 14, endColumn: 52 } },
    });
    expect(page?.sections).toMatchObject([
      {
        verb: { value: 'post', place: { line: 6, column: 29, endColumn: 34 } },
        title: { value: 'Order a tea', place: { line: 6, column: 3, endColumn: 27 } },
        description: { value: 'Puts a tea on the list of the kitchen.', place: { line: 8, column: 1, endColumn: 31 } },
        request: { keyword: '请求参数', place: { line: 10, column: 1, endColumn: 33 } },
        response: { keyword: '返回字典' },
        footer: [{ text: '官方文档', url: 'https://tea.example/order' }],
      },
    ]);
  });

  it('may write title and description out', () => {
    const text = examplePage({ head: '', heading: '# Tea {#get}', description: 'Tells the [teas](/teas).' });
    expect(section(text)).toMatchObject({ verb: { value: 'get' }, title: { value: 'Tea' }, description: { value: 'Tells the teas.' } });
  });

  it('collects its links in page order', () => {
    const text = examplePage({ description: 'See [a](/a).', request: ['| x | string | as [b](/b)'] });
    expect(read(text).page?.links.map(({ url }) => url)).toEqual(['/a', '/b', 'https://tea.example/order']);
  });
});

describe('other kinds of pages', () => {
  it('are mix pages, with a title of their own', () => {
    const text = `# Teas<br/> {#mix}\n\n## Order {#post}\n\nOrders.\n\n${body}\n## Cancel {#delete}\n\nCancels.\n\n${body}`;
    const { page, diagnostics } = read(text);
    expect(page).toMatchObject({ kind: 'mix', title: { value: 'Teas' } });
    expect(page?.sections.map(({ verb, title }) => [verb.value, title.value])).toEqual([
      ['post', 'Order'],
      ['delete', 'Cancel'],
    ]);
    expect(diagnostics).toEqual([]);
  });

  it('are stubs with blanks around the new page', () => {
    expect(read('---\ntitle: "Moved to  /a "\n---\n').page?.movedTo?.value).toBe('/a');
  });

  it('are stubs', () => {
    expect(read('---\ntitle: Moved to /openapi/v3/teas#get\n---\n').page).toMatchObject({
      kind: 'stub',
      movedTo: { value: '/openapi/v3/teas#get', place: { line: 2, column: 17, endColumn: 37 } },
      sections: [],
    });
  });

  it('are index pages, which hold links only', () => {
    const { page, diagnostics } = read(
      '---\nprev: false\n---\n\n# All {#all}\n\n| a | b\n| --- | ---\n| [x](/x) {colspan=2}\n\n{.im-table .centered}\n',
    );
    expect(page).toMatchObject({ kind: 'index', sections: [], links: [{ url: '/x' }] });
    expect(diagnostics).toEqual([]);
  });
});

describe('a page that cannot be read', () => {
  it.each([
    ['nothing', '', 'doc-method-anchor-missing 1:1-1'],
    ['text only', 'hello\n', 'doc-method-anchor-missing 1:1-1'],
    ['a heading without anchor', '# Tea\n', 'doc-method-anchor-missing 1:1-6'],
    ['an unknown anchor', '# Tea {#fetch}\n', 'doc-method-anchor-missing 1:1-15'],
    ['no end of the front matter', '---\ntitle: a\n\n# a {#get}\n', 'doc-front-matter-broken 1:1-4'],
    ['no YAML', '---\ntitle: "a\n---\n# a {#get}\n', 'doc-front-matter-broken'],
    ['a list as front matter', '---\n- a\n---\n# a {#get}\n', 'doc-front-matter-broken 2:1-1'],
    ['a key twice', '---\ntitle: a\ntitle: b\n---\n# a {#get}\n', 'doc-front-matter-broken 3:1-6'],
    ['an alias', '---\ntitle: &a x\ndescription: *a\n---\n# a {#get}\n', 'doc-front-matter-broken 3:14-16'],
    ['a deep front matter', `---\na: ${'['.repeat(100)}\n---\n# a {#get}\n`, 'doc-front-matter-broken 2:1-1'],
    ['a NUL', '# a\0 {#get}\n', 'doc-unreadable 1:4-5'],
    ['a character that is not UTF-8', '# a {#get}\n\nb\uFFFD\n', 'doc-unreadable 3:2-3'],
    ['deep quotes', `# a {#get}\n\n${'>'.repeat(10_000)} a\n`, 'doc-unreadable 3:1-10003'],
    ['deep quotes behind a fence that is none', `<!--\n\`\`\`\n-->\n\n${'>'.repeat(10_000)} a\n`, 'doc-unreadable 5:1-10003'],
    ['deep quotes behind a fence in the front matter', `---\na: |\n\`\`\`\n---\n${'>'.repeat(10_000)} a\n`, 'doc-unreadable 5:1-10003'],
    ['deep lists', `# a {#get}\n\n${'- '.repeat(10_000)}a\n`, 'doc-unreadable 3:1-20002'],
  ])('has %s', (_name, text, found) => {
    const { page, diagnostics } = read(text);
    expect(page).toBeUndefined();
    expect(diagnostics.map(brief).join(' ')).toContain(found);
    expect(diagnostics).toHaveLength(1);
  });

  it.each([
    ['', 'page has no heading'],
    ['# Tea\n', 'heading has no anchor with a verb'],
    ['---\ntitle: a\n\n# a {#get}\n', 'front matter has no end'],
    ['---  \ntitle: a\n\n# a {#get}\n', 'front matter has no end'],
    ['---\n- a\n---\n# a {#get}\n', 'front matter is no list of keys'],
    ['---\na\n---\n# a {#get}\n', 'front matter is no list of keys'],
    ['---\ntitle: a\ntitle: b\n---\n# a {#get}\n', 'front matter key `title` stands twice'],
    ['---\ntitle: &a x\ndescription: *a\n---\n# a {#get}\n', 'front matter key `description` is an alias'],
    ['---\ntitle: "a\n---\n# a {#get}\n', 'front matter is no YAML: Missing closing "quote'],
    [`---\na: ${'['.repeat(33)}${']'.repeat(33)}\n---\n# a {#get}\n`, 'front matter nests deeper than 32 levels'],
    [`# a {#get}\n\n${'>'.repeat(33)} a\n`, 'quotes or lists nest deeper than 32 levels'],
    ['# a\0 {#get}\n', 'page is no UTF-8 text'],
  ])('%j is told why', (text, message) => {
    expect(read(text).diagnostics.map((found) => found.message)).toEqual([message]);
  });

  it('lacks a table', () => {
    expect(read('# a {#get}\n\nb\n').diagnostics.map(brief)).toContain('doc-table-missing 1:1-11');
  });
});

describe('front matter', () => {
  const headed = (head: string): ReturnType<typeof read> =>
    read(examplePage({ head: `---\n${head}\n---`, heading: '# Tea {#post}', description: 'Tea.' }));

  it.each([
    ['title: 12', { title: { value: '12', place: { line: 2, column: 8, endColumn: 10 } } }],
    ['title: 1.50', { title: { value: '1.50' } }],
    ['title: yes', { title: { value: 'yes' } }],
    ['title: "a\\tb"', { title: { value: 'a\tb', place: { line: 2, column: 8, endColumn: 14 } } }],
    ["title: ''", { title: { value: '' } }],
    ['? [a]\n: b\ntitle: c', { title: { value: 'c', place: { line: 4, column: 8, endColumn: 9 } } }],
    [`a: ${'['.repeat(31)}${']'.repeat(31)}\ntitle: c`, { title: { value: 'c' } }],
  ])('gives scalars as text: %j', (head, values) => {
    const { page, diagnostics } = headed(head);
    expect(diagnostics).toEqual([]);
    expect(page).toMatchObject(values);
  });

  it.each(['title:', 'title: ~', 'title: [a]', 'title:\n  a: b', '# nothing', ''])('gives nothing else: %j', (head) => {
    const { page, diagnostics } = headed(head);
    expect(diagnostics).toEqual([]);
    expect(page?.sections).toHaveLength(1);
    expect(page).not.toHaveProperty('title');
  });
});

describe('deep lists', () => {
  const deep = '> '.repeat(33);
  const isUnreadable = (...lines: readonly string[]): boolean =>
    read(`# a {#get}\n\n${lines.join('\n')}\n`).diagnostics.some(({ code }) => code === 'doc-unreadable');

  it.each([
    ['in a fence', ['```', deep, '```']],
    ['in a fence of tildes', ['~~~', deep, '~~~']],
    ['behind a line that ends another fence', ['~~~', '```', deep, '~~~']],
    ['behind a fence that is too short', ['````', '```', deep, '````']],
    ['behind a fence with words', ['```', '``` php', deep, '```']],
    ['behind a fence that ends a line', ['```', 'x ```', deep, '```']],
    ['of 32 levels', [deep.slice(2)]],
  ])('may stand %s', (_, lines) => {
    expect(isUnreadable(...lines)).toBe(false);
  });

  it.each([
    ['behind a fence', ['```', 'x', '```', deep]],
    ['behind a fence that ends longer', ['```', 'x', '`````', deep]],
    ['behind a fence that ends in blanks', ['```', 'x', '```  ', deep]],
    ['behind code in backticks', ['```x```', deep]],
    ['between fences', ['```', '```', deep, '```', '```']],
  ])('may not stand %s', (_, lines) => {
    expect(isUnreadable(...lines)).toBe(true);
  });
});

describe('the text of a page', () => {
  it.each([
    ['a byte order mark', (text: string) => `\uFEFF${text}`],
    ['CRLF', (text: string) => text.replaceAll('\n', '\r\n')],
    ['CR', (text: string) => text.replaceAll('\n', '\r')],
    ['no line end at its end', (text: string) => text.trimEnd()],
  ])('may have %s: the page is the same, to the column', (_name, change) => {
    expect(read(change(sound))).toEqual(read(sound));
  });

  it('may have a byte order mark that is none', () => {
    expect(read('---\ntitle: a\uFEFFb\n---\n').page).toBeUndefined();
    expect(read('---\ntitle: Moved to /a\uFEFFb\n---\n').page?.movedTo?.value).toBe('/a\uFEFFb');
  });

  it('may hold comments that silence diagnostics', () => {
    const silenced = sound.replaceAll(/\n\n/g, '\n\n<!-- docwright-disable doc-x -- why -->\n\n');
    expect(read(silenced).diagnostics).toEqual([]);
    expect(section(silenced)?.description?.value).toBe(section(sound)?.description?.value);
  });

  it('may have tabs as blanks', () => {
    const text = sound.replaceAll('| sort', '|\tsort').replace('{#post}', '\t{#post}');
    expect(section(text)?.request?.rows[0]?.children[0]?.name).toBe('sort');
    expect(codes(text)).toEqual([]);
  });

  it('may hold fences that look like deep lists', () => {
    expect(codes(examplePage({ samples: exampleSamples(exampleFence('a', `/*\n${'* '.repeat(60)}\n*/`)) }))).toEqual([]);
  });
});

describe('tables', () => {
  it.each([
    ['空字符串(无返回内容)', 'no-content'],
    ['文件流(需解析为对应数据)', 'file-stream'],
    ['返回文件流', 'file-stream'],
    ['`30x`跳转(无实际返回信息)', 'redirect'],
    ['别的', 'other'],
  ])('may say %s in one row', (text, kind) => {
    const response = section(examplePage({ response: [`| ${text} {align=center colspan=3}`] }))?.response;
    expect(response).toMatchObject({ rows: [], spanning: { kind, text } });
  });

  it.each([
    ['| a | string | tea', 'tea'],
    ['| a | string |   tea is `hot`   |', 'tea is `hot`'],
    ['| a | string | tea | is hot', 'tea | is hot'],
    ['| a | string |', ''],
    ['| a | string', ''],
    ['| a', ''],
  ])('know the place of a description: %s', (row, text) => {
    const description = section(examplePage({ request: [row] }))?.request?.rows[0]?.description;
    const { column = 0, endColumn = 0 } = description?.place ?? {};
    expect(row.slice(column - 1, endColumn - 1)).toBe(text);
    expect(description?.text).toBe(text);
  });

  it('may have no rows', () => {
    expect(section(examplePage({ request: [] }))?.request?.rows).toEqual([]);
  });

  it('take their id from the attribute line, and report one that contradicts the header', () => {
    const text = sound.replace('{.im-table #response}', '{.im-table #request}');
    expect(read(text).diagnostics.map(brief)).toEqual(['doc-attribute-misplaced 34:1-21']);
    expect(section(text)?.response).toBeDefined();
  });
});

describe('notices', () => {
  const notice = (text: string): string =>
    examplePage({ description: `About tea.\n\n::: danger :no_entry_sign: {.im-deprecated}\n${text}\n:::` });

  it('have date, verb and successors', () => {
    const text = notice('本接口服务已于 `2021.01.08` (北京时间)下线，新接口见 [这里](/a) [这里](/b)，此文档仅做留存参考。');
    expect(codes(text)).toEqual([]);
    expect(section(text)?.notices).toMatchObject([
      {
        kind: 'danger',
        status: 'deprecated',
        date: '2021.01.08',
        verb: '下线',
        successors: [{ url: '/a' }, { url: '/b' }],
        place: { line: 10, column: 1 },
      },
    ]);
  });

  it('may have none of these, and links that are no successors', () => {
    const [found] = section(notice('- 先 [查询](/a)\n- 再试'))?.notices ?? [];
    expect(found).toMatchObject({ text: '先 查询\n再试', successors: [] });
    expect(found).not.toHaveProperty('date');
  });

  it('may have a year for a date', () => {
    expect(section(notice('本接口服务已于 `2020年` (北京时间)处于流放状态'))?.notices).toMatchObject([
      { date: '2020年', verb: '处于流放状态' },
    ]);
  });
});

describe('alerts, notes and footers', () => {
  it('are read with their items', () => {
    const text = examplePage({
      description: 'About tea.\n\n> [!IMPORTANT] 注意：\n> - one\n> - two',
      samples: '1. first {#BASIC}\n1. second',
    });
    expect(section(text)).toMatchObject({
      alerts: [{ title: '注意：', items: [{ value: 'one', place: { line: 11 } }, { value: 'two' }], place: { line: 10 } }],
      notes: [{ text: 'first', anchor: 'BASIC' }, { text: 'second' }],
    });
  });

  it('may be a bullet list of links', () => {
    expect(section(examplePage({ footer: '参阅\n- [a](/a)\n- [b](/b)' }))?.footer.map(({ url }) => url)).toEqual(['/a', '/b']);
  });

  it.each([
    ['another quote', '> hello'],
    ['another list', '- hello'],
    ['another container', '::: details\nhello\n:::'],
    ['a rule', '***'],
    ['a closing line', ':::'],
    ['an attribute line', '{.a}'],
  ])('%s is reported', (_name, footer) => {
    expect(codes(examplePage({ footer: `${footer}\n\n参阅 [x](https://tea.example)` }))).toEqual(['doc-block-unexpected']);
  });
});

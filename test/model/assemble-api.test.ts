import { describe, expect, it } from 'vitest';
import { compile, compileAndDiagnose, brief } from '../support/tester.js';
import { separator, writeCall, writePage } from '../support/write-page.js';

const pots = (template: string, argument?: string): string =>
  writePage(`openapi/${template}.md`, {
    request: ['json | object', 'pots {data-indent=1} | string {data-encoded=by-json_encode}', separator, 'pot {data-indent=2} | string[]'],
    answer: ['pots | string {data-encoded=by-json_encode}', separator, 'pot {data-indent=1} | string[]'],
    ...(argument !== undefined && { samples: [writeCall(template, 'post', `'json' => ['pots' => \\json_encode(${argument})]`)] }),
  });

describe('assembleApi', () => {
  it.each([
    ['the same page decides', [pots('v3/a/b', "['x']")], ['list']],
    ['a page of the same family decides', [pots('v3/a/b/c', "['x']"), pots('v3/a/b')], ['list', 'list']],
    ['the key in the sample decides', [pots('v3/a/b', "['pot' => ['x']]")], ['object']],
    ['a page of another family does not', [pots('v3/a/b', "['x']"), pots('v3/a/c')], ['list', 'either']],
    ['two pages that disagree decide nothing', [pots('v3/a/b/c', "['x']"), pots('v3/a/b/d', "['pot' => ['x']]")], ['either', 'either']],
  ])('decides what the content of an answer is: %s', (_name, pages, shapes) => {
    const operations = compile(pages.join('\n')).pages.flatMap((page) => page.operations);
    expect(operations.flatMap(({ answer }) => ('fields' in answer ? answer.fields.map(({ content }) => content?.shape) : []))).toEqual(
      shapes,
    );
  });

  it('sorts pages by code units', () => {
    const api = compile(
      ['openapi/v3/b.md', 'openapi/v3/Z.md', 'openapi/v3/a_.md', 'openapi/v3/a.md'].map((file) => writePage(file)).join('\n'),
    );
    expect(api.pages.map(({ file }) => file)).toEqual(['openapi/v3/Z.md', 'openapi/v3/a.md', 'openapi/v3/a_.md', 'openapi/v3/b.md']);
  });

  it.each([
    ['openapi/v3/Teas.md', 'openapi/v3/teas.md'],
    ['openapi/v3/_tea_.md', 'openapi/v3/{tea}.md'],
    ['openapi/v3/teas/_empty_.md', 'openapi/v3/teas/index.md'],
    ['openapi/v3/Teas.ts/pots.md', 'openapi/v3/teas.md'],
    ['openapi/v3/teas.md', 'openapi/v3/teas.test.ts/pots.md'],
    ['openapi/v3/a.md', 'openapi/v3/a.ts/b/c.md'],
    ['openapi/v3/A.ts/b/c.md', 'openapi/v3/a.md'],
    ['_empty_.md', 'index.md'],
    ['openapi/v3/tea.d.md', 'openapi/v3/tea_d.md'],
    ['openapi/v3/tea.d/pots.md', 'openapi/v3/tea_d/pots.md'],
    ['openapi/v3/_node_modules_/pots.md', 'openapi/v3/node_modules/pots.md'],
    ['openapi/v3/teas.md', 'v3/teas.md'],
  ])('leaves out a page whose output would overwrite that of another: %s and %s', (first, second) => {
    const request = second.includes('{tea}') ? ['tea {data-required} | string'] : [];
    const samples = second.includes('v3/') ? [] : [writeCall('v3/teas', 'post', '')];
    const { api, diagnostics } = compileAndDiagnose(`${writePage(second, { request, samples })}\n${writePage(first, { samples })}`);
    expect(api.pages.map(({ file }) => file)).toEqual([first]);
    expect(diagnostics.filter(({ severity }) => severity === 'fatal')).toMatchObject([
      { code: 'doc-output-collision', file: second, related: [{ file: first }] },
    ]);
  });

  it.each([
    ['openapi/v3/teas.d.md', 'openapi/v3/teas.md'],
    ['openapi/v3/teas.dx.md', 'openapi/v3/teas_dx.md'],
    ['openapi/v3/index_.md', 'openapi/v3/_empty__.md'],
    ['openapi/v3/teas.mdx.md', 'openapi/v3/teasx.md'],
    ['openapi/v3/a/b.md', 'openapi/v3/a.md'],
    ['v3/openapi/teas.md', 'v3/teas.md'],
  ])('keeps two pages with outputs of their own: %s and %s', (first, second) => {
    const { api } = compileAndDiagnose(`${writePage(first)}\n${writePage(second)}`);
    expect(api.pages.map(({ file }) => file)).toEqual([first, second].sort());
  });

  it('keeps pages that have no output', () => {
    const stub = (file: string): string => `<!-- ${file} -->\n---\ntitle: Moved to /a\n---\n`;
    const index = (file: string): string =>
      `<!-- ${file} -->\n# All {#all}\n\n| a | b\n| --- | ---\n| [x](/x) {colspan=2}\n\n{.im-table .centered}\n`;
    const files = ['openapi/v3/Teas.md', 'openapi/v3/tEas.md', 'openapi/v3/teas.md'];
    const pages = [stub(files[0] ?? ''), index(files[1] ?? ''), writePage(files[2] ?? '')];
    expect(compileAndDiagnose(pages.join('\n')).api.pages.map(({ file }) => file)).toEqual(files);
  });

  it('keeps what else a page describes beside something that is described already', () => {
    const two = (file: string): string => {
      const section = (verb: string): string => writePage('x', { verb }).replace(/^.*\n#/, '##');
      return `<!-- ${file} -->\n# Teas {#mix}\n\n${section('get')}\n${section('put')}`;
    };
    const notice = (file: string): string => writePage(file, { answerKeyword: '应答规范', request: ['body | object'] });
    const texts = [
      two('openapi/w/v3/teas.md'),
      writePage('openapi/v3/teas.md', { verb: 'get' }),
      notice('webhook/v2/tea.md'),
      notice('webhook/w/v2/tea.md'),
    ];
    const { api } = compileAndDiagnose(texts.join('\n'));
    expect(
      api.pages.map(({ file, operations, webhooks }) => [file, ...operations.map(({ id }) => id), ...webhooks.map(({ id }) => id)]),
    ).toEqual([
      ['openapi/v3/teas.md', 'GET /v3/teas'],
      ['openapi/w/v3/teas.md', 'PUT /v3/teas'],
      ['webhook/v2/tea.md', 'WEBHOOK v2/tea'],
      ['webhook/w/v2/tea.md'],
    ]);
  });

  it('keeps the first of two notifications of one name', () => {
    const section = (verb: string): string =>
      writePage('x', { verb, answerKeyword: '应答规范', request: ['body | object'], answer: ['body | object'] }).replace(/^.*\n#/, '##');
    const { api, diagnostics } = compileAndDiagnose(`<!-- webhook/v2/tea.md -->\n# Teas {#mix}\n\n${section('post')}\n${section('put')}`);
    expect(api.pages.map(({ webhooks }) => webhooks.map(({ place }) => place.line))).toEqual([[3]]);
    expect(diagnostics.filter(({ code }) => code === 'doc-operation-repeated')).toHaveLength(1);
  });

  it('decides contents inside of contents, further shapes and downloads, too', () => {
    const rows = (depth: number): string[] => [
      `pots {data-indent=${String(depth)}} | string {data-encoded=by-json_encode}`,
      separator,
      `pot {data-indent=${String(depth + 1)}} | string[]`,
    ];
    const answers = [
      ['deep | string {data-encoded=by-json_encode}', separator, ...rows(1)],
      ['shape | object', 'a {data-indent=1} | string', separator, 'shape | object', ...rows(1)],
    ];
    const page = (name: string, answer: readonly string[], answerKeyword: '返回字典' | '异常字典'): string =>
      writePage(`openapi/v3/a/b/${name}.md`, { answer, answerKeyword });
    const known = pots('v3/a/b', "['x']");
    const texts = answers.flatMap((answer, index) => [
      page(`fields${String(index)}`, answer, '返回字典'),
      page(`stream${String(index)}`, answer, '异常字典'),
    ]);
    const { api } = compileAndDiagnose([known, ...texts].join('\n'));
    expect(JSON.stringify(api)).not.toContain('"either"');
    expect(JSON.stringify(compileAndDiagnose(texts.join('\n')).api)).toContain('"either"');
  });

  it.each([
    ['a row beside it', ['pot {data-indent=2} | string[]', 'lid {data-indent=2} | string']],
    ['a row that is no list', ['pot {data-indent=2} | string']],
    ['no JSON', ['pot {data-indent=2} | string[]'], 'by-urlencode'],
  ])('is not decided by a page that has %s', (_, inside, encoding = 'by-json_encode') => {
    const teller = writePage('openapi/v3/a/b/c.md', {
      request: ['json | object', `pots {data-indent=1} | string {data-encoded=${encoding}}`, separator, ...inside],
      samples: [writeCall('v3/a/b/c', 'post', "'json' => ['pots' => \\json_encode(['pot' => ['x']])]")],
    });
    const [page] = compileAndDiagnose([pots('v3/a/b'), teller].join('\n')).api.pages;
    expect(page?.operations[0]?.request[0]?.field.fields[0]?.content?.shape).toBe('either');
  });

  it('keeps the first of two descriptions of one operation', () => {
    const { api, diagnostics } = compileAndDiagnose(`${writePage('openapi/v3/teas.md')}\n${writePage('openapi/w/v3/teas.md')}`);
    expect(api.pages.map(({ file, operations }) => [file, operations.length])).toEqual([
      ['openapi/v3/teas.md', 1],
      ['openapi/w/v3/teas.md', 0],
    ]);
    expect(diagnostics.filter(({ code }) => code === 'doc-operation-repeated')).toMatchObject([{ file: 'openapi/w/v3/teas.md' }]);
  });

  it('keeps two templates that differ only in the name of a placeholder, and says so', () => {
    const page = (name: string): string => writePage(`openapi/v3/teas/{${name}}.md`, { request: [`${name} {data-required} | string`] });
    const { api, diagnostics } = compileAndDiagnose(`${page('tea_id')}\n${page('name')}`);
    expect(api.pages).toHaveLength(2);
    expect(diagnostics.filter(({ code }) => code === 'doc-url-shared').map(brief)).toEqual(['doc-url-shared 1:8-13']);
  });
});

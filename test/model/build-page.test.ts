import { describe, expect, it } from 'vitest';
import { examplePage, exampleRequest, exampleResponse, teaRequest, teaResponse } from '../../generator/diagnostics/example-page.js';
import type { ApiPage } from '../../generator/model/api.js';
import { compileAndDiagnose } from '../support/tester.js';
import { writeCall, writePage } from '../support/write-page.js';

function pageOf(text: string): ApiPage | undefined {
  return compileAndDiagnose(text).api.pages[0];
}

const fatal = (text: string): unknown =>
  compileAndDiagnose(text)
    .diagnostics.filter(({ severity }) => severity === 'fatal')
    .map(({ code, message }) => [code, message]);

describe('a page', () => {
  it('has title and description of its front matter', () => {
    expect(pageOf(examplePage())).toMatchObject({
      kind: 'operations',
      title: 'Order a tea',
      description: 'Puts a tea on the list of the kitchen.',
    });
  });

  it('has the title of its operation else, and no description', () => {
    const page = pageOf(writePage('openapi/v3/teas.md'));
    expect(page).toMatchObject({ kind: 'operations', title: 'Tea' });
    expect(page).not.toHaveProperty('description');
    expect(page).not.toHaveProperty('movedTo');
  });

  it.each([
    [
      'stub',
      '---\ntitle: Moved to /openapi/v3/teas#get\n---\n',
      { title: 'Moved to /openapi/v3/teas#get', movedTo: '/openapi/v3/teas#get' },
    ],
    ['index', '# All {#all}\n\n| a | b\n| --- | ---\n| [x](/x) {colspan=2}\n\n{.im-table .centered}\n', { title: '' }],
    ['operations', writePage('openapi/v3/teas.md'), {}],
    ['webhook', writePage('webhook/v2/teas.md', { answerKeyword: '应答规范' }), {}],
  ])('may be of kind %s', (kind, text, facts) => {
    expect(pageOf(text)).toMatchObject({ kind, ...facts });
  });

  it('keeps links inside of the documentation', () => {
    const links = ['/a', 'b:c', 'd', './e:f', '#g', 'https://tea.example', 'mailto:tea', 'svn+ssh://h', '1a:i'];
    const footer = `参阅 ${links.map((url) => `[x](${url})`).join(' ')}`;
    expect(pageOf(writePage('openapi/v3/teas.md', { footer }))?.links.map(({ url }) => url)).toEqual(['/a', 'd', './e:f', '#g', '1a:i']);
  });

  const section = (keyword: string, verb: string): string =>
    `## Tea {#${verb}}\n\nTea.\n\n${exampleRequest(teaRequest)}\n\n${exampleResponse(teaResponse).replace('返回字典', keyword)}\n`;
  const mixed = (...keywords: readonly [string, string]): string =>
    `<!-- openapi/v2/teas.md -->\n# Teas {#mix}\n\n${section(keywords[0], 'post')}\n${section(keywords[1], 'put')}`;

  it.each([
    ['返回字典', '应答规范', 'a notification stands on a page of operations', ['POST /v2/teas'], []],
    ['应答规范', '返回字典', 'an operation stands on a page of a notification', [], ['WEBHOOK v2/teas']],
  ])('is of one kind: %s before %s', (first, second, message, operations, webhooks) => {
    const { api, diagnostics } = compileAndDiagnose(mixed(first, second));
    expect(diagnostics.filter(({ code }) => code === 'doc-kind-mixed').map((found) => found.message)).toEqual([message]);
    expect(api.pages.flatMap((page) => page.operations.map(({ id }) => id))).toEqual(operations);
    expect(api.pages.flatMap((page) => page.webhooks.map(({ id }) => id))).toEqual(webhooks);
  });

  it.each([
    [`openapi/v3/${'a'.repeat(241)}.md`, {}, 'a name in the path of the page has 241 characters, and may have 240'],
    ['openapi/v3/-.md', {}, '`-` in the path of the page is no segment of a URL'],
    ['openapi/v3/.mdx/{a}b.md', {}, '`{a}b` in the path of the page is no segment of a URL'],
    ['webhook/v3/{tea}.md', { answerKeyword: '应答规范' }, '`{tea}` is no name of an event'],
    ['teas.md', { samples: [writeCall('v3/a b', 'post', '')] }, '`a b` is no segment of a URL'],
  ] as const)('may not lie at %s', (file, parts, message) => {
    expect(fatal(writePage(file, parts))).toEqual([['doc-name-invalid', message]]);
  });

  it.each(['openapi/v3/a.mdx.md', 'openapi/v3/a.md.md'])('may lie at %s', (file) => {
    expect(pageOf(writePage(file))?.operations.map(({ id }) => id)).toEqual([`POST /${file.slice(8, -3)}`]);
  });

  it('of no operation may lie anywhere', () => {
    expect(fatal('<!-- openapi/-.md -->\n---\ntitle: Moved to /a\n---\n')).toEqual([]);
  });

  it('without a protocol is taken as v3, and said to be', () => {
    const { diagnostics } = compileAndDiagnose(writePage('pages/teas.mdx.md'));
    expect(diagnostics.map(({ message }) => message)).toContain('neither the path `pages/teas.mdx.md` nor a sample says v2 or v3');
  });
});

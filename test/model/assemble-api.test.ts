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
  ])('leaves out a page whose output would overwrite that of another: %s and %s', (first, second) => {
    const request = second.includes('{tea}') ? ['tea {data-required} | string'] : [];
    const { api, diagnostics } = compileAndDiagnose(`${writePage(second, { request })}\n${writePage(first)}`);
    expect(api.pages.map(({ file }) => file)).toEqual([first]);
    expect(diagnostics.filter(({ severity }) => severity === 'fatal')).toMatchObject([
      { code: 'doc-output-collision', file: second, related: [{ file: first }] },
    ]);
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

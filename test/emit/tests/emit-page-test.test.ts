import { describe, expect, it } from 'vitest';
import { emitPageTest } from '../../../generator/emit/tests/index.js';
import { compile, compileAndDiagnose } from '../../support/tester.js';
import { readTreePage } from '../../support/page-tree.js';
import { writePage } from '../../support/write-page.js';

function testOf(file: string): { readonly path: string; readonly text: string } {
  const page = readTreePage('specs', file).model;
  const test = page && emitPageTest(page);
  if (test === undefined) throw new Error(`${file} has no test.`);
  return test;
}

describe('emitPageTest', () => {
  it('puts the test where the module of the page stands, but below test/', () => {
    expect(testOf('openapi/v3/aggracct-bc/wb-channel/special-reduction/{out_request_no}.md').path).toBe(
      'test/v3/aggracct-bc/wb-channel/special-reduction/_out_request_no_.test.ts',
    );
    expect(testOf('webhook/v3/REFUND.SUCCESS.md').path).toBe('test/webhooks/v3/REFUND.SUCCESS.test.ts');
  });

  it('calls the harness once per operation, with data only', () => {
    const { text } = testOf('openapi/v3/aggracct-bc/wb-channel/special-reduction.md');
    expect(text).toContain("import { post, postOperation } from '../../../../src/v3/aggracct-bc/wb-channel/special-reduction.js';");
    expect(text).toContain("import { testOperation } from '../../../support/harness/test-operation.js';");
    expect(text.match(/testOperation\(post, postOperation, \{/g)).toHaveLength(1);
    expect(text).toContain("{ at: 'json.bal_account_no', by: 'by-rsa-pubkey', key: 'platform' }");
  });

  it('finds the harness beside the test of a page that is in no folder', () => {
    const [page] = compileAndDiagnose(writePage('openapi/v3.md')).api.pages;
    expect(page && emitPageTest(page)).toMatchObject({
      path: 'test/v3.test.ts',
      text: expect.stringContaining("import { testOperation } from './support/harness/test-operation.js';"),
    });
  });

  it('sends the file of the harness in uploads', () => {
    const { text } = testOf('openapi/v3/merchant/media/upload.md');
    expect(text).toContain("import { testFile } from '../../../support/testing/test-file.js';");
    expect(text).toContain('file: testFile');
  });

  it('tries values that are not listed, but not where classes of values are', () => {
    const rows = [
      'json {data-required} | object',
      'a {data-indent=1} | number | `1` \\| `2` 枚举值之一',
      'b {data-indent=1} | number | `20X` `4XX` 枚举值之一',
    ];
    const [page] = compile(writePage('openapi/v3/teas.md', { request: rows })).pages;
    expect(page && emitPageTest(page)?.text).toContain("enums: ['json.a'],");
  });

  it('sends one file where a list of them belongs', () => {
    const [page] = compile(
      writePage('openapi/v3/teas.md', { request: ['body {data-required} | object', 'pictures {data-indent=1} | object[]'] }),
    ).pages;
    expect(page && emitPageTest(page)?.text).toContain('pictures: [testFile]');
  });

  it('writes page text as literals, whatever it says', () => {
    const api = compile(`---
title: 茶
description: 茶
---

# {{ $frontmatter.title }} {#post}

{{ $frontmatter.description }}

| 请求参数 | 类型 {.type} | 描述 {.desc}
| --- | --- | ---
| json {data-required} | object | 声明请求的JSON数据结构
| kind {data-required data-indent=1} | string | 种类<br/>\`');process.exit(1);('\` 枚举值

{.im-table #request}

| 返回字典 | 类型 {.type} | 描述 {.desc}
| --- | --- | ---
| kind | string | 种类

{.im-table #response}

参阅 [官方文档](https://example.com/)
`);
    const [page] = api.pages;
    expect(page && emitPageTest(page)?.text).toContain("kind: '\\');process.exit(1);(\\''");
  });

  it('makes no test for pages without operation', () => {
    const page = readTreePage('specs', 'openapi/index.md').model;
    expect(page && emitPageTest(page)).toBeUndefined();
  });
});

import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { emitReadme, quotedPages } from '../../generator/emit/emit-readme.js';
import { assembleApi } from '../../generator/model/assemble-api.js';
import { factsOf, type PageFacts } from '../../generator/model/page-facts.js';
import { readTreePage } from '../support/page-tree.js';

const specs = fileURLToPath(new URL('../../specs/', import.meta.url));
const template = readFileSync(new URL('../../templates/package/README.md', import.meta.url), 'utf8');
const reduction = 'openapi/v3/aggracct-bc/wb-channel/special-reduction.md';
const refunded = 'webhook/v3/REFUND.SUCCESS.md';
const apiOf = (files: readonly string[]) => assembleApi(files.flatMap((file) => readTreePage(specs, file).model ?? [])).api;

test('the example call and the example notification are those of the pages', () => {
  const { path, text } = emitReadme(apiOf([reduction, refunded]), '@example/pay', template);
  expect(path).toBe('README.md');
  expect(text).toContain("import { WechatPay } from '@example/pay';");
  expect(text).toContain('await pay.v3.aggracctBc.wbChannel.specialReduction.post({\n  json: { mchid: ');
  expect(text).toContain("if (event.event_type === 'REFUND.SUCCESS')");
});

test('what is filled in is neither left open nor optional', () => {
  const { text } = emitReadme(apiOf([reduction, refunded]), '@example/pay', template);
  expect(text).not.toMatch(/\{\{|<!-- \/?\w+ -->|reason:|headers:/);
});

test('pages without a good example have a README without one', () => {
  const { text } = emitReadme(apiOf(['openapi/v2/pay/orderquery.md']), '@example/pay', template);
  expect(text).not.toMatch(/privateKey:|createServer|undefined/);
  // What is said of calls and notifications in general still stands below a title of its own.
  const sections = text.split(/^## /m).slice(1);
  expect(sections.filter((section) => section.includes('`platformKeys`'))).toEqual([expect.stringContaining('First call')]);
  expect(sections.filter((section) => section.includes('`expressHandler`'))).toEqual([expect.stringContaining('Notifications')]);
});

test('the example notification is none whose type v2 has as well, whichever pages the README is made from', () => {
  const files = ['webhook/v2/TRANSACTION.SUCCESS.md', 'webhook/v3/MCHTRANSFER.BILL.FINISHED.md', 'webhook/v3/TRANSACTION.SUCCESS.md'];
  const { text } = emitReadme(apiOf(files), '@example/pay', template);
  expect(text).toContain("event.event_type === 'MCHTRANSFER.BILL.FINISHED'");
  const quoted = quotedPages(apiOf(files).pages.map(factsOf));
  expect([...quoted]).toEqual(['webhook/v3/MCHTRANSFER.BILL.FINISHED.md']);
  expect(emitReadme(apiOf([...quoted]), '@example/pay', template).text).toBe(text);
});

test('a page of v2 that decides between two types of one page is quoted, too', () => {
  const page = (file: string, protocol: 'v2' | 'v3', eventTypes: string[]): PageFacts => {
    const webhooks = [{ id: file, place: { line: 1, column: 1, endColumn: 1 }, protocol, name: file, eventTypes }];
    return { file, kind: 'webhook', operations: [], webhooks };
  };
  const pages = [page('a.md', 'v3', ['A.B', 'LONG.NAME']), page('b.md', 'v2', ['A.B']), page('c.md', 'v2', ['C'])];
  expect([...quotedPages(pages)]).toEqual(['a.md', 'b.md']);
});

test('an encrypted field of the example is given as plain text', () => {
  const { text } = emitReadme(apiOf([reduction]), '@example/pay', '{{input}}');
  expect(text).toContain("bal_account_no: 'some-bal-account-no'");
});

import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { emitReadme } from '../../generator/emit/emit-readme.js';
import { assembleApi } from '../../generator/model/assemble-api.js';
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

test('an encrypted field of the example is given as plain text', () => {
  const { text } = emitReadme(apiOf([reduction]), '@example/pay', '{{input}}');
  expect(text).toContain("bal_account_no: 'some-bal-account-no'");
});

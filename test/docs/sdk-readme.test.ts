import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { emitReadme } from '../../generator/emit/emit-readme.js';
import { assembleApi } from '../../generator/model/assemble-api.js';
import { formatText } from '../../generator/output/format.js';
import { codeBlocks, typeErrors } from '../support/code-blocks.js';
import { listPages, readTreePage } from '../support/page-tree.js';

const template = readFileSync('templates/package/README.md', 'utf8');
const { api } = assembleApi(listPages('specs').flatMap((file) => readTreePage('specs', file).model ?? []));
const readme = await formatText('README.md', emitReadme(api, '@docwright/wechatpay', template).text);
const [call = '', notices = '', testing = ''] = codeBlocks(readme, 'ts');

test.each([
  ['a first call', call, 10],
  ['notifications', notices, 10],
  ['testing', testing, 5],
])('%s takes no more lines than are promised', (_, code, limit) => {
  const lines = code.split('\n').filter((line) => line !== '');
  expect(lines.length).toBeGreaterThan(2);
  expect(lines.length).toBeLessThanOrEqual(limit);
});

test('its code compiles', () => {
  const client = `import { WechatPay, type Settings } from '@docwright/wechatpay';\ndeclare const settings: Settings;\nconst pay = new WechatPay(settings);\n`;
  expect(typeErrors([call, client + notices, testing])).toEqual([]);
});

test('its code would not compile with another field', () => {
  expect(typeErrors([call.replace('out_request_no', 'no_such_field')])).toEqual([expect.stringContaining('no_such_field')]);
});

test('everything is said in Chinese and in English', () => {
  const titles = [...readme.matchAll(/^## (.*)$/gm)].map(([, title]) => title);
  expect(titles.length).toBeGreaterThan(3);
  expect(titles).toEqual(titles.map(() => expect.stringMatching(/\p{Script=Han} · [A-Z]/u)));
});

import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { emitReadme } from '../../generator/emit/emit-readme.js';
import { assembleApi } from '../../generator/model/assemble-api.js';
import { formatText } from '../../generator/output/format.js';
import { checkTypeScriptBlocks } from '../support/check-typescript-blocks.js';
import { fencedBlocks, type FencedBlock } from '../support/fenced-blocks.js';
import { listPages, readTreePage } from '../support/page-tree.js';

const template = readFileSync('templates/package/README.md', 'utf8');
const { api } = assembleApi(listPages('specs').flatMap((file) => readTreePage('specs', file).model ?? []));
const readme = await formatText('README.md', emitReadme(api, '@docwright/wechatpay', template).text);
const blocks = fencedBlocks('README.md', readme).filter(({ language }) => language === 'ts');
const [call = '', notices = '', testing = ''] = blocks.map(({ text }) => text);

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
  expect(checkTypeScriptBlocks(blocks)).toEqual([]);
});

test('its code would not compile with another field', () => {
  const misspelt = blocks
    .slice(0, 1)
    .map((block): FencedBlock => ({ ...block, text: block.text.replace('out_request_no', 'no_such_field') }));
  expect(checkTypeScriptBlocks(misspelt)).toEqual([expect.stringContaining('no_such_field')]);
});

test('everything is said in Chinese and in English', () => {
  const titles = [...readme.matchAll(/^## (.*)$/gm)].map(([, title]) => title);
  expect(titles.length).toBeGreaterThan(3);
  expect(titles).toEqual(titles.map(() => expect.stringMatching(/\p{Script=Han} · [A-Z]/u)));
});

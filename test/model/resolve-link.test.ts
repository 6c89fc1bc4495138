import { expect, it } from 'vitest';
import { resolveLink } from '../../generator/model/resolve-link.js';

const files = new Set(['openapi/v3/teas.md', 'openapi/v3/pots/index.md', 'openapi/v3/茶.md', 'webhook/v3/TEA.READY.md']);

it.each<[url: string, target: ReturnType<typeof resolveLink>]>([
  ['/openapi/v3/teas', { file: 'openapi/v3/teas.md' }],
  ['/openapi/v3/teas.md', { file: 'openapi/v3/teas.md' }],
  ['/openapi/v3/teas.html?a=b#post', { file: 'openapi/v3/teas.md', anchor: 'post' }],
  ['/openapi/v3/teas#', { file: 'openapi/v3/teas.md' }],
  ['/openapi/v3/teas#a#b', { file: 'openapi/v3/teas.md', anchor: 'a' }],
  ['/openapi/v3/teas#%E8%8C%B6', { file: 'openapi/v3/teas.md', anchor: '茶' }],
  ['/openapi/v3/%E8%8C%B6', { file: 'openapi/v3/茶.md' }],
  ['/openapi/v3/%E8', undefined],
  ['/openapi/v3/pots', { file: 'openapi/v3/pots/index.md' }],
  ['/openapi/v3/pots/', { file: 'openapi/v3/pots/index.md' }],
  ['/openapi/v3/pots/index', { file: 'openapi/v3/pots/index.md' }],
  ['#post', { file: 'openapi/v3/teas.md', anchor: 'post' }],
  ['./teas?from=https://tea.example', { file: 'openapi/v3/teas.md' }],
  ['?a', { file: 'openapi/v3/teas.md' }],
  ['pots', { file: 'openapi/v3/pots/index.md' }],
  ['./teas', { file: 'openapi/v3/teas.md' }],
  ['../../webhook/v3/TEA.READY', { file: 'webhook/v3/TEA.READY.md' }],
  ['/openapi/v3/coffees', undefined],
  ['/openapi/v3/teas.md.md', undefined],
  ['/openapi/v3/teas.mdx', undefined],
  ['/openapi/v3/te.mdas', undefined],
  ['/guide/start', 'elsewhere'],
  ['../../../outside', 'elsewhere'],
  ['https://tea.example/openapi/v3/teas', 'elsewhere'],
  ['//tea.example/openapi/v3/teas', 'elsewhere'],
  ['MAILTO:tea@example.com', 'elsewhere'],
])('%s leads to %o', (url, target) => {
  expect(resolveLink(url, 'openapi/v3/teas.md', files)).toEqual(target);
});

import { expect, test } from 'vitest';
import { entryAnchor, groupPath, lineAnchor, linkBetween, pagePath, sourcePath } from '../../generator/site/addresses.js';
import { compile } from '../support/tester.js';
import { writePage } from '../support/write-page.js';
import { isOutputPath } from '../../generator/output/output-path.js';

test.each([
  ['openapi/v3/refunds.md', 'pages/openapi/v3/refunds.html'],
  ['openapi/v3/a/{id}/b.md', 'pages/openapi/v3/a/{id}/b.html'],
  ['openapi/a b.md', 'pages/openapi/a=20=b.html'],
  ['openapi/"<c>#?%:\\.md', 'pages/openapi/=22==3c=c=3e==23==3f==25==3a==5c=.html'],
  ['openapi/茶.md', 'pages/openapi/=8336=.html'],
])('%s is shown at %s', (file, path) => {
  expect(pagePath(file)).toBe(path);
  expect(isOutputPath(path)).toBe(true);
});

test('a group, a line and an entry have addresses of their own', () => {
  const [page] = compile(writePage('openapi/v3/teas.md', { verb: 'put' })).pages;
  const [operation] = page?.operations ?? [];
  const [webhook] = compile(writePage('webhook/v2/tea.md', { answerKeyword: '应答规范', answer: ['body | object'] })).pages.flatMap(
    ({ webhooks }) => webhooks,
  );
  expect(groupPath('v3/a b')).toBe('groups/v3/a=20=b.html');
  expect(lineAnchor({ line: 12 })).toBe('L12');
  expect([operation && entryAnchor(operation), webhook && entryAnchor(webhook)]).toEqual(['put', 'post']);
  expect(linkBetween('a.html', 'b.html')).toBe('b.html');
  expect(pagePath('a.mdx.md')).toBe('pages/a.mdx.html');
});

test('no two pages have one address, nor a page and the text of another', () => {
  const files = ['a.md', 'a~source.md', 'a=7e=source.md', 'a=20=b.md', 'a b.md', 'a.html.md', 'A/b.md', 'A=b.md'];
  expect(new Set(files.flatMap((file) => [pagePath(file), sourcePath(file)])).size).toBe(2 * files.length);
});

test.each([
  ['a page beside it', 'pages/v3/a.html', 'pages/v3/b.html', '', 'b.html'],
  ['a page elsewhere', 'pages/v3/a/b.html', 'groups/v3.html', '', '../../../groups/v3.html'],
  ['a part of another page', 'index.html', 'pages/{id}.html', 'post', 'pages/%7Bid%7D.html#post'],
  ['a part of itself', 'pages/a.html', 'pages/a.html', 'get', '#get'],
  ['itself', 'pages/a.html', 'pages/a.html', '', 'a.html'],
  ['a part with an odd name', 'a.html', 'a.html', '"x" y', '#%22x%22%20y'],
])('a link to %s', (_, from, to, fragment, link) => {
  expect(linkBetween(from, to, fragment)).toBe(link);
});

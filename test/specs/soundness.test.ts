import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { assembleApi } from '../../generator/model/assemble-api.js';
import { listPages, readTreePage } from '../support/page-tree.js';

const specs = fileURLToPath(new URL('../../specs/', import.meta.url));
const pages = listPages(specs).map((file) => readTreePage(specs, file));

test('no page has a fault', () => {
  const { diagnostics } = assembleApi(pages.flatMap(({ model }) => model ?? []));
  const faults = [...pages.flatMap((page) => page.diagnostics), ...diagnostics].filter(({ severity }) => severity !== 'info');
  expect(faults.map(({ file, code }) => `${file} ${code}`)).toEqual([]);
});

test('the indexes link every page that describes something, and nothing else', () => {
  const linked = pages.filter(({ page }) => page?.kind === 'index').flatMap(({ page }) => page?.links.map(({ url }) => fileOf(url)) ?? []);
  expect([...new Set(linked)].sort()).toEqual(pages.filter(({ page }) => page?.sections.length).map(({ file }) => file));
});

test('every stub leads to a page', () => {
  const targets = pages.flatMap(({ model }) => (model?.movedTo ? [fileOf(model.movedTo)] : []));
  expect(targets.length).toBeGreaterThan(0);
  expect(targets.filter((file) => !pages.some((page) => page.file === file))).toEqual([]);
});

function fileOf(url: string): string {
  const [path = ''] = url.slice(1).split('#');
  return path.endsWith('/') ? `${path}index.md` : `${path}.md`;
}

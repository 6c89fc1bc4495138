import { beforeAll, describe, expect, it } from 'vitest';
import { sampleCode } from '../../generator/emit/sample-code.js';
import type { Api, Field } from '../../generator/model/api.js';
import { buildSite } from '../../generator/site/build-site.js';
import { pagePath, sourcePath } from '../../generator/site/addresses.js';
import type { SiteFile } from '../../generator/site/site.js';
import { corpus, corpusApi } from '../support/corpus.js';
import { deadLinks, decodeEntities } from '../support/site-links.js';

/** In bytes: what a phone on a slow line loads without a pause. */
const largestPage = 120_000;
const largestIndex = 450_000;

describe.skipIf(!corpus.present)('the site of all real pages', () => {
  let api: Api;
  let files: readonly SiteFile[];
  beforeAll(() => {
    const { diagnostics, ...assembly } = corpusApi();
    api = assembly.api;
    files = buildSite({ api, diagnostics, version: '1', source: corpus.read, code: sampleCode });
  });

  const sizesOf = (isCounted: (path: string) => boolean): number[] =>
    files.filter(({ path }) => isCounted(path)).map(({ text }) => Buffer.byteLength(text));

  it('has two files for every page, and no link in it is dead', () => {
    const paths = new Set(files.map(({ path }) => path));
    expect(paths.size).toBe(files.length);
    expect(api.pages.filter(({ file }) => !paths.has(pagePath(file)) || !paths.has(sourcePath(file)))).toEqual([]);
    expect(deadLinks(files)).toEqual([]);
  });

  it('stays small, page by page', () => {
    const pages = sizesOf((path) => path.endsWith('.html'));
    const [index = 0] = sizesOf((path) => path.endsWith('search-index.js'));
    const total = sizesOf(() => true).reduce((sum, size) => sum + size, 0);
    console.log(
      `${files.length} files, ${(total / 1e6).toFixed(1)} MB; largest page ${Math.max(...pages)}, index of the search ${index} bytes`,
    );
    expect(Math.max(...pages)).toBeLessThan(largestPage);
    expect(index).toBeLessThan(largestIndex);
  });

  it('shows every row of every table, in order', () => {
    const texts = new Map(files.map(({ path, text }) => [path, text]));
    const different = api.pages.filter(({ file, operations, webhooks }) => {
      const rows = [
        ...operations.flatMap(({ request, answer }) => [
          ...request.map(({ field }) => field),
          ...('fields' in answer ? answer.fields : []),
        ]),
        ...webhooks.flatMap(({ request, reply }) => [...request, ...reply]),
      ].flatMap(namesIn);
      const shown = [
        ...(texts.get(pagePath(file)) ?? '').matchAll(/<td class="name [^"]*"><code>([^<]*)<\/code>( <span class="required">)?/g),
      ];
      return (
        JSON.stringify(shown.map(([, name = '', required]) => `${decodeEntities(name)}${required === undefined ? '' : '!'}`)) !==
        JSON.stringify(rows)
      );
    });
    expect(different.map(({ file }) => file)).toEqual([]);
  });
});

function namesIn({ name, required, fields, content, alternatives = [] }: Field): string[] {
  return [`${name}${required ? '!' : ''}`, ...[...fields, ...(content?.fields ?? []), ...alternatives].flatMap(namesIn)];
}

import { beforeAll, describe, expect, it } from 'vitest';
import { diffApis } from '../../generator/drift/diff-apis.js';
import { sampleCode } from '../../generator/emit/sample-code.js';
import { buildSite } from '../../generator/site/build-site.js';
import type { SearchIndex } from '../../generator/site/search-index.js';
import { scriptPath, searchIndexPath, stylesheetPath, type SiteFile } from '../../generator/site/site.js';
import { deadLinks } from '../support/site-links.js';
import { specsApi } from '../support/specs-api.js';
import { readStrictHtml, type HtmlElement } from '../support/strict-html.js';
import { trials } from './collection.js';
import { understand } from './understand.js';

const driving = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u;

let files: SiteFile[];
let pages: { readonly path: string; readonly elements: readonly HtmlElement[] }[];
/** Of the site of the project's own pages: nothing but these is part of the site's look. */
let sound: SiteFile[];

function siteOf(texts: Readonly<Record<string, string>>, plain: Readonly<Record<string, string>>): SiteFile[] {
  const [{ api, diagnostics }, base] = [understand(texts), understand(plain)];
  const drift = { since: trials[0]?.payload.text ?? '', findings: diffApis(base.api, api).findings };
  return buildSite({ api, diagnostics, drift, version: '1.0.0', source: (file) => texts[file], code: sampleCode });
}

beforeAll(() => {
  files = siteOf(
    Object.fromEntries(trials.flatMap((trial) => Object.entries(trial.files))),
    Object.fromEntries(trials.flatMap((trial) => Object.entries(trial.plain))),
  );
  const { api } = specsApi();
  const drift = { since: 'x', findings: diffApis({ ...api, pages: [] }, api).findings };
  sound = buildSite({ api, diagnostics: [], drift, version: '1.0.0', source: () => 'x', code: sampleCode });
  pages = files.filter(({ path }) => path.endsWith('.html')).map(({ path, text }) => ({ path, elements: readStrictHtml(text) }));
}, 600_000);

/** `a href`, `td`: what is used, not what it holds. */
function used(elements: readonly HtmlElement[]): Set<string> {
  return new Set(elements.flatMap(({ name, attributes }) => [name, ...[...attributes.keys()].map((key) => `${name} ${key}`)]));
}

describe(`the site of ${String(trials.length)} hostile pages`, () => {
  it('is there for all of them that can be understood', () => {
    expect(pages.length).toBeGreaterThan(trials.length);
    expect(new Set(files.map(({ path }) => path.toLowerCase())).size).toBe(files.length);
    expect(
      files.map(({ path }) => path).filter((path) => !/^(?:[\w{}-][\w.{}-]*\/)*[\w{}-][\w.{}-]*(?:~source)?\.(?:html|css|js)$/.test(path)),
    ).toEqual([]);
  });

  it('has no element and no attribute that the site of sound pages has not', () => {
    const allowed = used(sound.filter(({ path }) => path.endsWith('.html')).flatMap(({ text }) => readStrictHtml(text)));
    const own = [...used(pages.flatMap(({ elements }) => elements))].filter((part) => !allowed.has(part));
    expect(
      own.filter(
        (part) =>
          !/^(?:aside|details|summary|mark|pre|ol|del|p|ul|li|strong|em|code|span|div|dl|dt|dd|h[1-6])(?: (?:class|id|aria-label|lang|open))?$/.test(
            part,
          ),
      ),
    ).toEqual([]);
    expect(own.join(' ')).not.toMatch(/ on|style|srcdoc|formaction/);
  });

  it('runs and styles by nothing but its own files', () => {
    for (const { path, elements } of pages) {
      const up = '../'.repeat(path.split('/').length - 1);
      const from = (names: readonly string[]): unknown[] =>
        elements
          .filter(({ name }) => names.includes(name))
          .map(({ attributes, text }) => [attributes.get('src') ?? attributes.get('href'), text]);
      expect([path, from(['script']), from(['link', 'style'])]).toEqual([
        path,
        [[up + scriptPath, '']],
        [
          ['data:,', ''],
          [up + stylesheetPath, ''],
        ],
      ]);
      expect(
        elements.filter(({ name }) => ['base', 'iframe', 'object', 'embed', 'img', 'form', 'svg', 'math', 'template'].includes(name)),
      ).toEqual([]);
    }
    expect(files.find(({ path }) => path === scriptPath)?.text).toBe(sound.find(({ path }) => path === scriptPath)?.text);
    expect(files.find(({ path }) => path === stylesheetPath)?.text).toBe(sound.find(({ path }) => path === stylesheetPath)?.text);
  });

  it('links into itself, or to the web without a word of where from', () => {
    for (const { elements } of pages) {
      for (const { name, attributes } of elements) {
        const address = attributes.get('href') ?? '';
        if (name !== 'a' || !/^[^/?#]*:|^\/\/|^\\/.test(address)) continue;
        expect([address, attributes.get('rel')]).toEqual([expect.stringMatching(/^https?:\/\//i), 'noopener noreferrer']);
      }
    }
    expect(deadLinks(files)).toEqual([]);
  });

  it('has anchors of which each is there once, and holds no blank', () => {
    for (const { path, elements } of pages) {
      const ids = elements.flatMap(({ attributes }) => attributes.get('id') ?? []);
      expect([path, ids.length, ids.filter((id) => !/^[\w.$[\]-]+$/.test(id))]).toEqual([path, new Set(ids).size, []]);
    }
  });

  it('drives nothing', () => {
    for (const { path, text } of files) {
      const lines = text.replaceAll('\n', ' ');
      expect([path, driving.exec(lines)?.index]).toEqual([path, undefined]);
      expect([path, /^\s*(?:::|##\[)/m.exec(text)?.[0]]).toEqual([path, undefined]);
    }
  });

  it('has a search index that is data, of texts that are texts, with addresses that are there', () => {
    const script = files.find(({ path }) => path === searchIndexPath)?.text ?? '';
    const json = /^docwrightSearch\((.*)\);\n$/s.exec(script)?.[1] ?? '';
    expect(json).not.toMatch(/[<\u2028\u2029\n]/);
    // Written by `printSearchIndex`.
    const { entries, words } = JSON.parse(json) as SearchIndex;
    expect(entries.length).toBeGreaterThan(trials.length / 2);
    const anchors = new Set(
      pages.flatMap(({ path, elements }) => elements.map(({ attributes }) => `${path}#${attributes.get('id') ?? ''}`)),
    );
    expect(entries.filter(([, , address]) => !anchors.has(decodeURI(address)))).toEqual([]);
    expect(words.flat().filter((part) => typeof part !== 'string' && entries[part] === undefined)).toEqual([]);
  });
});

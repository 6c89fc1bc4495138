import { expect, test } from 'vitest';
import type { Diagnostic } from '../../generator/diagnostics/diagnostic.js';
import { sampleCode } from '../../generator/emit/sample-code.js';
import type { Api } from '../../generator/model/api.js';
import { buildSite } from '../../generator/site/build-site.js';
import type { SiteDrift, SiteFile } from '../../generator/site/site.js';
import { hostileText } from '../support/hostile-report.js';
import { readApi } from '../support/read-api.js';
import { deadLinks, tagsOf } from '../support/site-links.js';
import { specsApi } from '../support/specs-api.js';

const hostile = `${hostileText.replaceAll(/[\r\n]|\u0000/g, ' ')} </script><img src=x onerror=alert(1)> <!-- --> &lt;`;
/** Has the one pair of backticks that the hostile text has, and nothing else. */
const harmless = '`x` plain';

/** A page that says `text` wherever a page may say something of its own. */
function pageSaying(text: string): string {
  const cell = text.replaceAll('|', '\\|').replaceAll('{', '');
  const word = text.replaceAll(/[`\]"|{}\u2028]/g, '');
  return `---
title: ${JSON.stringify(text)}
description: ${JSON.stringify(text)}
---

# {{ $frontmatter.title }} {#post}

{{ $frontmatter.description }}

::: danger :no_entry_sign: {.im-deprecated}

本接口服务已于 \`2020.01.01\` (北京时间)下线，新接口见 [这里](javascript:alert(1)) ${text}

:::

| 请求参数 | 类型 {.type} | 描述 {.desc}
| --- | --- | ---
| json {data-required} | object | ${cell}
| colour {data-indent=1} | string {data-tooltip="${word}" data-encrypted=by-rsa-pubkey} | ${cell}<br/>\`${word}\` \\| \`"onclick=alert(1)\` 枚举值之一

{.im-table #request}

::: code-group

\`\`\`php [${word}]
$response = $instance->v3->lamps->post(['json' => ['colour' => '</script>']]);
// ${text}
\`\`\`

:::

| 返回字典 | 类型 {.type} | 描述 {.desc}
| --- | --- | ---
| state | string | ${cell}

{.im-table #response}

参阅 [a](javascript:alert(1)) [b](data:text/html,x) [c](//elsewhere.example/x) [d](https://example.org/"onclick=alert) [e](/openapi/v3/gone#x) [f](../../../../etc/passwd)
`;
}

const keysOfWords = new Set([
  'name',
  'title',
  'description',
  'text',
  'label',
  'when',
  'scope',
  'code',
  'date',
  'tooltip',
  'url',
  'value',
  'literal',
  'expression',
  'id',
  'movedTo',
]);

/** A model in which every word that comes from a page ends in `text`, whatever the grammar of pages allows. */
function modelSaying(text: string): Api {
  const replacer = (key: string, value: unknown): unknown =>
    typeof value === 'string' && keysOfWords.has(key) && !value.startsWith('by-') ? `${value} ${text}` : value;
  // The same model with other words.
  return JSON.parse(JSON.stringify(specsApi().api, replacer)) as Api;
}

function siteSaying(text: string, api: Api, page: string | undefined): SiteFile[] {
  const spot = { file: 'openapi/v3/lamps.md', line: 1 };
  const finding = { ruleId: text, message: text, help: text } as const;
  const drift: SiteDrift = {
    since: text,
    findings: [
      ...api.pages
        .flatMap(({ operations }) => operations.slice(0, 1))
        .map(({ id }) => ({ ...finding, level: 'error' as const, operation: id, head: spot })),
      { ...finding, level: 'warn', operation: text, head: { file: text, line: 1 } },
    ],
  };
  const said = api.pages.map(({ file }): Diagnostic => {
    const place = { line: 1, column: 1, endColumn: 2 };
    return { code: 'doc-unreadable', severity: 'error', file, place, message: text, why: text, help: text, related: [] };
  });
  return buildSite({ api, diagnostics: said, drift, version: text, source: () => page ?? `one\n${text}\n`, code: sampleCode });
}

function siteOfPage(text: string): SiteFile[] {
  const page = pageSaying(text);
  return siteSaying(text, readApi({ 'openapi/v3/lamps.md': page }).api, page);
}

const siteOfModel = (text: string): SiteFile[] => siteSaying(text, modelSaying(text), undefined);

/** The elements and attributes of each page, in order. What they hold is left out, but for the kind of address. */
function markupOf(files: readonly SiteFile[]): string[] {
  return files
    .filter(({ path }) => path.endsWith('.html'))
    .map(({ text }) =>
      [...text.matchAll(/<(\/?[a-z][\w-]*)((?:\s+[\w-]+(?:="[^"]*")?)*)/gi)]
        .map(([, name = '', rest = '']) => name + rest.replace(/="[^"]*"/g, ''))
        .join(' '),
    );
}

test.each([
  ['a page', siteOfPage],
  ['a model', siteOfModel],
])('whatever %s says adds nothing to the markup', (_, siteOf) => {
  const files = siteOf(hostile);
  const markup = markupOf(files);
  const plain = markupOf(siteOf(harmless));
  expect(markup.length).toBe(plain.length);
  expect(markup.filter((shape, index) => shape !== plain[index])).toEqual([]);
  for (const { path, text } of files.filter((file) => file.path.endsWith('.html'))) {
    expect(text.replace(/<\/?[a-z][a-z0-9]*(?:\s[^<>]*)?>|<!doctype html>/g, ''), path).not.toMatch(/[<>]/);
    expect(text).not.toMatch(/[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069\u2028\u2029]/);
  }
});

test('the text does reach the site', () => {
  const shown = siteOfPage(hostile).find(({ path }) => path === 'pages/openapi/v3/lamps.html')?.text ?? '';
  expect(shown.split('&lt;/td&gt;&lt;script&gt;alert(1)&lt;/script&gt;').length).toBeGreaterThan(10);
});

test('links lead into the site or to the web by http and https, and to nothing else', () => {
  const files = siteOfPage(hostile);
  const addresses = files.flatMap((file) => tagsOf(file.text).flatMap(({ attributes }) => attributes.get('href') ?? []));
  const foreign = addresses.filter((address) => /^[a-z][a-z0-9+.-]*:|^\/\//i.test(address) && address !== 'data:,');
  expect(new Set(foreign)).toEqual(new Set(['https://example.org/"onclick=alert']));
  expect(deadLinks(files)).toEqual([]);
});

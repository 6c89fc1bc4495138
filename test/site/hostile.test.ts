import { expect, test } from 'vitest';
import { sampleCode } from '../../generator/emit/sample-code.js';
import { buildSite } from '../../generator/site/build-site.js';
import type { SiteFile } from '../../generator/site/site.js';
import { isOutputPath } from '../../generator/output/output-path.js';
import { hostileText } from '../support/hostile-report.js';
import { readApi } from '../support/read-api.js';
import { deadLinks, tagsOf } from '../support/site-links.js';
import { specsApi } from '../support/specs-api.js';

const text = `${hostileText.replaceAll(/[\r\n]|\u0000/g, ' ')} </script><img src=x onerror=alert(1)> <!-- --> &lt;`;
const cell = text.replaceAll('|', '\\|').replaceAll('{', '');
const page = `---
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
| colour {data-indent=1} | string {data-tooltip="${cell.replaceAll('"', '')}" data-encrypted=by-rsa-pubkey} | ${cell}<br/>\`</script>\` \\| \`"onclick=alert(1)\` 枚举值之一

{.im-table #request}

::: code-group

\`\`\`php [${text.replaceAll('`', '').replaceAll(']', '')}]
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

const { api, diagnostics } = readApi({ 'openapi/v3/lamps.md': page, 'openapi/v3/a "b\' <i>/c#d?e%41:f.md': page });
const drift = {
  since: text,
  findings: [
    { ruleId: text, level: 'error', operation: 'POST /v3/lamps', message: text, help: text, head: { file: 'openapi/v3/lamps.md', line: 1 } },
    { ruleId: text, level: 'warn', operation: text, message: text, help: text, head: { file: text, line: 1 } },
  ],
} as const;
const said = diagnostics.map((diagnostic) => ({ ...diagnostic, message: text, help: text }));
const input = { api, diagnostics: [...diagnostics, ...said], drift, version: text, source: () => page, code: sampleCode };
const files = buildSite(input);

/** `a href`, `a rel`, … of all pages: what markup there is, whatever stands in it. */
function shapes(of: readonly SiteFile[]): Set<string> {
  const pages = of.filter(({ path }) => path.endsWith('.html'));
  return new Set(pages.flatMap((file) => tagsOf(file.text).flatMap(({ name, attributes }) => [name, ...[...attributes.keys()].map((key) => `${name} ${key}`)])));
}

test('the page is read, so that its text does reach the site', () => {
  expect(api.pages.flatMap(({ operations }) => operations).map(({ id }) => id)).toContain('POST /v3/lamps');
  expect(files.find(({ path }) => path === 'pages/openapi/v3/lamps.html')?.text).toContain('&lt;/td&gt;&lt;script&gt;alert(1)&lt;/script&gt;');
});

test('hostile text adds no element and no attribute that our own pages do not have', () => {
  const ours = shapes(buildSite({ ...specsApi(), drift: { ...drift, since: 'v1' }, version: '1', code: sampleCode }));
  expect([...shapes(files)].filter((shape) => !ours.has(shape))).toEqual([]);
});

test('every bracket of the markup is that of a tag of ours', () => {
  for (const { path, text: html } of files.filter((file) => file.path.endsWith('.html'))) {
    const rest = html.replace(/<\/?[a-z][a-z0-9]*(?:\s[^<>]*)?>|<!doctype html>/g, '');
    expect(rest, path).not.toMatch(/[<>]/);
    expect(html).not.toMatch(/[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069\u2028\u2029]/);
  }
});

test('links lead into the site or to the web by https, and to nothing else', () => {
  const addresses = files.flatMap((file) => tagsOf(file.text).flatMap(({ attributes }) => attributes.get('href') ?? []));
  const foreign = addresses.filter((address) => /^[a-z][a-z0-9+.-]*:|^\/\//i.test(address) && address !== 'data:,');
  expect(new Set(foreign)).toEqual(new Set(['https://example.org/"onclick=alert']));
  expect(deadLinks(files)).toEqual([]);
});

test('names of files are names that every file system and the manifest take', () => {
  expect(files.map(({ path }) => path).filter((path) => !isOutputPath(path) || /[^\w./{}=~-]/.test(path))).toEqual([]);
});

import { describe, expect, test } from 'vitest';
import { sampleCode } from '../../generator/emit/sample-code.js';
import { buildSite } from '../../generator/site/build-site.js';
import type { SiteDrift, SiteFile, SiteInput } from '../../generator/site/site.js';
import { deadLinks, decodeEntities, tagsOf } from '../support/site-links.js';
import { specsApi } from '../support/specs-api.js';

const reduction = 'pages/openapi/v3/aggracct-bc/wb-channel/special-reduction.html';

const drift: SiteDrift = {
  since: 'v1.2',
  findings: [
    {
      ruleId: 'response-encryption-added',
      level: 'error',
      operation: 'POST /v3/aggracct-bc/wb-channel/special-reduction',
      message: '`bal_account_no` is encrypted now',
      help: 'give a private key',
      head: { file: 'openapi/v3/aggracct-bc/wb-channel/special-reduction.md', line: 142 },
    },
    { ruleId: 'page-removed', level: 'error', operation: 'GET /v3/gone', message: 'the page is gone', help: '' },
    ...Array.from({ length: 5 }, (_, index) => ({
      ruleId: 'response-field-added',
      level: 'info' as const,
      operation: 'POST /v3/refund/domestic/refunds',
      message: `\`field_${index}\` is new`,
      help: '',
    })),
  ],
};

const input: SiteInput = { ...specsApi(), drift, version: '1.2.3', code: sampleCode };
const files = buildSite(input);
const textOf = (path: string, of: readonly SiteFile[] = files): string => of.find((file) => file.path === path)?.text ?? '';

/** Words of a page without its markup. */
function wordsOf(html: string): string {
  return decodeEntities(html.replace(/<[^>]*>/g, ' ')).replace(/\s+/g, ' ');
}

describe('the page of an operation', () => {
  const html = textOf(reduction);
  const words = wordsOf(html);

  test('has title, method, path and what the description promises', () => {
    expect(words).toContain('对商户号做特殊减额');
    expect(words).toContain('POST /v3/aggracct-bc/wb-channel/special-reduction encrypted');
    expect(words).toMatch(/Rate limit .{0,20}100 per second Repeatable for 31 days .* 403 NOT_ENOUGH/);
  });

  test('has the rows of both tables with their marks, values and lines', () => {
    expect(words).toMatch(
      /json required object .* 12 mchid required string .* 13 bal_account_no required string by-rsa-pubkey key of the platform/,
    );
    expect(words).toMatch(/Response 200 JSON .* bal_account_no string by-rsa-pubkey key of the merchant/);
    expect(html).toContain('<ul class="values"><li><code>FINANCIAL_PENALTY</code></li><li><code>JUDICIAL_DEDUCTION</code></li></ul>');
    expect(html).toContain('<a href="special-reduction~source.html#L14">14</a>');
  });

  test('has the call of the SDK beside the program of the page, and tells where its other programs are', () => {
    expect(words).toContain('TypeScript const { data } = await pay.v3.aggracctBc.wbChannel.specialReduction.post({ json: {');
    expect(words).toContain('PHP · 异步纯链式 $instance->v3->aggracctBc->wbChannel->specialReduction->postAsync([');
    expect(html.match(/<figure>/g)).toHaveLength(2);
    expect(words).toContain('The same call in other styles: 异步声明式 , 异步属性式 , 同步纯链式 , 同步声明式 , 同步属性式');
  });

  test('tells its changes and its health', () => {
    expect(words).toContain(
      'Changes since v1.2 breaking bal_account_no is encrypted now response-encryption-added line 142 · give a private key',
    );
    expect(words).toContain('Nothing is wrong with this page.');
  });
});

test('the page of a webhook has its event types, alerts, notification, notes, reply and code', () => {
  const words = wordsOf(textOf('pages/webhook/v3/REFUND.SUCCESS.html'));
  for (const part of [
    'Event types REFUND.SUCCESS',
    '注意：',
    'ciphertext required string by-aes-gcm APIv3 key',
    'inside json',
    'Reply',
    "if (event.event_type === 'REFUND.SUCCESS') {",
  ]) {
    expect(words).toContain(part);
  }
  expect(textOf('pages/webhook/v3/REFUND.SUCCESS.html')).toContain('<li id="note-1">');
});

test('a page with several operations lists them first, and gives each its anchor', () => {
  const html = textOf('pages/openapi/v3/payscore/serviceorder.html');
  expect([...html.matchAll(/<section class="entry" id="(\w+)">/g)].map(([, id]) => id)).toEqual(['post', 'get']);
  expect(html).toContain('<li><a href="#get">');
});

test('a stub leads to the page that took its place, an index to all that it lists', () => {
  expect(wordsOf(textOf('pages/openapi/v2/mmpaymkttransfers/query_bank.html'))).toContain('This page has moved to');
  expect(textOf('pages/openapi/v2/mmpaymkttransfers/query_bank.html')).toContain('href="../mmpaysptrans/query_bank.html"');
  expect(
    tagsOf(textOf('pages/openapi/index.html')).filter(({ attributes }) => attributes.get('href')?.startsWith('v3/')).length,
  ).toBeGreaterThan(30);
});

test('an end of life is told with its successor', () => {
  const html = textOf('pages/openapi/v3/statements.html');
  expect(wordsOf(html)).toMatch(/GET \/v3\/statements (?:deprecated|redesigned|discarded)/);
  expect(html).toMatch(/<p>Successor: <a href="/);
});

test('the changes are told by operation, gravest first; long lists end with a link, and what is gone has no link', () => {
  const html = textOf('changes.html');
  const words = wordsOf(html);
  expect(words).toContain('2 breaking, 5 other changes');
  expect(words).toMatch(/POST \/v3\/aggracct-bc.* GET \/v3\/gone .* POST \/v3\/refund\/domestic\/refunds .* and 2 changes more/);
  expect(html).toContain('<h2>GET /v3/gone</h2>');
});

test('without a base there is no page of changes, nor a word of them', () => {
  const { drift: _, ...still } = input;
  const built = buildSite(still);
  expect(built.map(({ path }) => path)).not.toContain('changes.html');
  expect(built.filter(({ text }) => text.includes('Changes since')).map(({ path }) => path)).toEqual([]);
});

test('the health page counts what is said about each page', () => {
  const diagnostics = [
    {
      code: 'doc-type-unknown',
      severity: 'error',
      file: 'openapi/v3/certificates.md',
      place: { line: 3, column: 1, endColumn: 2 },
      message: '`text` is no type',
      why: '',
      help: 'write `string`',
      related: [],
    },
  ] as const;
  const built = buildSite({ ...input, diagnostics });
  expect(wordsOf(textOf('health.html', built))).toMatch(
    /1 error on 1 page Page Errors Warnings Notes 取得平台证书 openapi\/v3\/certificates.md 1/,
  );
  expect(wordsOf(textOf('pages/openapi/v3/certificates.html', built))).toContain(
    'error text is no type doc-type-unknown line 3 · write string',
  );
});

test('the text of a page stands there line by line', () => {
  const spans = [...textOf('pages/openapi/v3/certificates~source.html').matchAll(/<span id="L(\d+)">([^<]*)<\/span>/g)];
  const lines = (input.source('openapi/v3/certificates.md') ?? '').trimEnd().split('\n');
  expect(spans.map(([, number, text = '']) => `${number} ${decodeEntities(text)}`)).toEqual(
    lines.map((line, index) => `${index + 1} ${line}`),
  );
});

test('no link of the site is dead', () => {
  expect(deadLinks(files)).toEqual([]);
});

test('every page of the specs folder can be reached from the first page by links', () => {
  const seen = new Set<string>();
  const queue = ['index.html'];
  for (let path = queue.pop(); path !== undefined; path = queue.pop()) {
    if (seen.has(path)) continue;
    seen.add(path);
    for (const { name, attributes } of tagsOf(textOf(path))) {
      const href = name === 'a' ? (attributes.get('href') ?? '') : '';
      if (href !== '' && !href.startsWith('http'))
        queue.push(decodeURIComponent(new URL(href, `file:///${path.split('/').map(encodeURIComponent).join('/')}`).pathname.slice(1)));
    }
  }
  expect(files.map(({ path }) => path).filter((path) => path.endsWith('.html') && !seen.has(path))).toEqual([]);
});

test('every page allows no script but the one of the site, and holds no style of its own', () => {
  for (const { path, text } of files.filter((file) => file.path.endsWith('.html'))) {
    const tags = tagsOf(text);
    expect(
      tags.filter(({ name }) => name === 'script').map(({ attributes }) => attributes.get('src')?.replaceAll('../', '')),
      path,
    ).toEqual(['assets/site.js']);
    expect(
      tags.some(
        ({ name, attributes }) => name === 'style' || attributes.has('style') || [...attributes.keys()].some((key) => key.startsWith('on')),
      ),
    ).toBe(false);
    expect(text).toContain("default-src 'none'");
  }
});

test('the same input gives the same bytes', () => {
  expect(buildSite({ ...specsApi(), drift, version: '1.2.3', code: sampleCode })).toEqual(files);
});

import { mkdirSync, symlinkSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { diffApis } from '../../generator/drift/diff-apis.js';
import type { Finding } from '../../generator/drift/finding.js';
import { emitPage } from '../../generator/emit/index.js';
import type { Api } from '../../generator/model/api.js';
import { parseOverlays } from '../../generator/model/parse-overlays.js';
import { readPageText } from '../../generator/run/read-page-files.js';
import { parseXml } from '../../templates/runtime/parse-xml.js';
import { runIn } from '../support/command-line.js';
import { makeProject, type Project } from '../support/project.js';
import { readApi } from '../support/read-api.js';
import { pageText, separator, writeCall } from '../support/write-page.js';

const file = 'openapi/v3/teas.md';
const body = 'json | object | text';

function cell(text: string): string {
  return pageText({ request: [body, `size {data-indent=1} | string | ${text}`] });
}

function rows(count: number, write: (index: number) => string): string {
  return pageText({ request: [body, ...Array.from({ length: count }, (_, index) => write(index))] });
}

/** What grows with a page; each is written for a size in characters or rows. Nothing of it may take more than its share of steps. */
const growing: readonly (readonly [name: string, write: (size: number) => string])[] = [
  ['blanks behind a line break', (size) => cell(`text<br/>${' '.repeat(20 * size)}x`)],
  ['blanks in a group of attributes', (size) => pageText({ request: [body, `size {.a${' '.repeat(20 * size)}x } | string | text`] })],
  ['line breaks', (size) => cell('<br/>'.repeat(size))],
  ['braces', (size) => cell('{'.repeat(size))],
  ['attributes', (size) => pageText({ request: [body, `size {data-indent=1 ${'x=1 '.repeat(size)}} | string | text`] })],
  ['openings of links', (size) => cell('[a]('.repeat(size))],
  ['openings of tags', (size) => cell('<a '.repeat(size))],
  ['backticks', (size) => cell('`'.repeat(size))],
  ['values', (size) => cell(`${Array.from({ length: size / 5 }, (_, index) => `\`${String(index)}\``).join(' \\| ')} 枚举值之一`)],
  ['interpolations', (size) => pageText({ description: '{{ $frontmatter.title }}'.repeat(size / 10) })],
  ['rows', (size) => rows(size / 5, (index) => `n${String(index)} {data-indent=1} | string | text`)],
  ['levels', (size) => rows(size / 5, (index) => `n${String(index)} {data-indent=${String(index + 1)}} | object | text`)],
  ['separators', (size) => rows(size / 5, (index) => (index % 2 === 0 ? 'a {data-indent=1} | object' : '{colspan=3 .im-table-line}'))],
  ['repeated rows', (size) => rows(size / 5, () => 'a {data-indent=1} | string')],
  ['quotes', (size) => pageText({ description: `${'> '.repeat(16)}a\n`.repeat(size / 20) })],
  ['alerts', (size) => pageText({ description: '> [!IMPORTANT] a\n\n'.repeat(size / 10) })],
  ['containers', (size) => pageText({ description: '::: danger a {.im-x}\n\na\n\n:::\n\n'.repeat(size / 10) })],
  ['headings', (size) => `${pageText()}\n${'## a\n\n'.repeat(size / 10)}`],
  ['operators of a sample', (size) => pageText({ samples: [`$x = ${'1 . '.repeat(size)}1;`] })],
  [
    'entries of a sample',
    (size) =>
      pageText({
        request: [body, 'size {data-indent=1} | string[]'],
        samples: [writeCall('v3/teas', 'post', `'json' => ['size' => [${'1,'.repeat(size)}]]`)],
      }),
  ],
];

/** Characters of everything that comes of a page. */
function outcomeOf(text: string): number {
  const { page, diagnostics } = readPageText(file, text);
  const code = page === undefined ? [] : emitPage(page);
  return JSON.stringify(diagnostics).length + code.reduce((sum, { text: one }) => sum + one.length, JSON.stringify(page ?? '').length);
}

describe('a page with ever more', () => {
  it.each(growing)('%s is read to its end, and what comes of it grows no faster', (_, write) => {
    const [small, large] = [write(500), write(5000)];
    expect(outcomeOf(large) / outcomeOf(small)).toBeLessThan((1.2 * large.length) / small.length + 2);
  });

  it('rows, 100,000 of them, has all of them', () => {
    const { page } = readPageText(
      file,
      rows(100_000, (index) => `n${String(index)} {data-indent=1} | string | t`),
    );
    expect(page?.operations[0]?.request[0]?.field.fields).toHaveLength(100_000);
  }, 300_000);

  it('lines without the mark of their quote, 100,000 of them, is read to its end', () => {
    const { page, diagnostics } = readPageText(file, pageText({ description: `> a\n${'b\n'.repeat(100_000)}` }));
    expect(page?.operations).toHaveLength(1);
    expect(diagnostics.filter(({ severity }) => severity === 'fatal')).toEqual([]);
  }, 60_000);

  it('levels, 10,000 of them, is no deeper than 32', () => {
    const { page, diagnostics } = readPageText(
      file,
      rows(10_000, (index) => `n${String(index)} {data-indent=${String(index + 1)}} | object`),
    );
    expect(diagnostics.map(({ code }) => code)).toContain('doc-indent-deep');
    expect(
      Math.max(
        ...JSON.stringify(page ?? '')
          .split('"fields":[{')
          .map((_, index) => index),
      ),
    ).toBeGreaterThan(0);
  });
});

describe('two revisions', () => {
  const many = <Item>(count: number, write: (index: number) => Item): Item[] => Array.from({ length: count }, (_, index) => write(index));

  it('of 2,000 pages of one title that moved are compared, and no page is guessed to be another', () => {
    const revision = (folder: string): Api =>
      readApi(Object.fromEntries(many(2000, (index) => [`openapi/v3/${folder}${String(index)}/t.md`, pageText()]))).api;
    expect(countBy(diffApis(revision('cups'), revision('pots')).findings)).toEqual({ 'page-removed': 2000, 'page-added': 2000 });
  }, 60_000);

  it('of a field with 1,000 shapes are compared', () => {
    const revision = (name: string): Api =>
      readApi({
        [file]: pageText({
          request: [
            body,
            ...many(1000, (index) => [
              ...(index === 0 ? [] : [separator]),
              'scene {data-indent=1} | object | text',
              `a${String(index)} {data-indent=2} | string | text`,
              `${name}${String(index)} {data-indent=2} | string | text`,
            ]).flat(),
          ],
        }),
      }).api;
    expect(countBy(diffApis(revision('b'), revision('c')).findings)).toEqual({ 'request-field-renamed': 1000 });
  }, 60_000);
});

function countBy(findings: readonly Finding[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { ruleId } of findings) counts[ruleId] = (counts[ruleId] ?? 0) + 1;
  return counts;
}

describe('YAML that unfolds', () => {
  const bomb = [
    'a: &a [x, x]',
    ...Array.from(
      { length: 60 },
      (_, index) =>
        `b${String(index)}: &b${String(index)} [*${index === 0 ? 'a' : `b${String(index - 1)}`}, *${index === 0 ? 'a' : `b${String(index - 1)}`}]`,
    ),
  ].join('\n');

  it('is not unfolded in front matter', () => {
    const { diagnostics } = readPageText(file, `---\n${bomb}\n---\n\n${pageText()}`);
    expect(diagnostics.filter(({ severity }) => severity === 'fatal')).toEqual([]);
  });

  it.each([
    ['aliases', `- &a [x]\n${'- *a\n'.repeat(10_000)}`],
    ['brackets', '['.repeat(10_000)],
    ['lists', '- '.repeat(10_000)],
    ['brackets behind brackets of a text', '["]", '.repeat(10_000)],
    ['keys', `- { ${Array.from({ length: 10_000 }, (_, index) => `k${String(index)}: 1`).join(', ')} }`],
    ['names', `- { operation: x, reason: x, field: ${'a.'.repeat(10_000)}a, add: { type: string } }`],
    ['marks of lists', `- { operation: x, reason: x, field: "${'$'.repeat(10_000)}", add: { type: string } }`],
  ])('is refused in an overlay: %s', (_, text) => {
    expect(parseOverlays(text, 'overlays/x.yaml')).toMatchObject({
      entries: [],
      diagnostics: expect.arrayContaining([expect.objectContaining({ code: 'doc-overlay-invalid' })]),
    });
  });
});

describe('XML of a notification', () => {
  it.each([
    ['sections without an end', `<xml>${'<![CDATA['.repeat(100_000)}`],
    ['elements', '<a>'.repeat(100_000)],
    ['entities', `<xml><a>${'&#1'.repeat(100_000)}</a></xml>`],
  ])('is read or refused at once: %s', (_, text) => {
    expect([undefined, 'object']).toContain(parseXml(text) === undefined ? undefined : 'object');
  });
});

describe('a specs folder', () => {
  let project: Project;

  afterEach(() => project.dispose());

  it('may hold a page of 100 MB, a link in a circle, a link to a folder, and a folder named like a page', async () => {
    project = makeProject({ 'openapi/v3/cups.md': pageText(), 'openapi/v3/huge.md': '' });
    truncateSync(join(project.folder, 'specs/openapi/v3/huge.md'), 100 * 1024 * 1024);
    symlinkSync('circle', join(project.folder, 'specs/openapi/v3/circle'));
    symlinkSync('/', join(project.folder, 'specs/openapi/v3/root'));
    symlinkSync('/etc/hosts', join(project.folder, 'specs/openapi/v3/hosts.md'));
    mkdirSync(join(project.folder, 'specs/openapi/v3/folder.md'));
    const { code, output } = await runIn(project.folder, 'generate', '--jobs', '1', '--keep-going');
    expect(code).toBe(3);
    expect(output).toContain('huge.md:1:1');
    expect(output.match(/links are not followed/g)).toHaveLength(3);
    expect(Object.keys(project.files('generated'))).toContain('src/v3/cups.ts');
  });

  it('whose overlay is a link is refused, without a word of what it leads to', async () => {
    project = makeProject({ 'openapi/v3/cups.md': pageText(), 'overlays/own.yaml': '[]' });
    symlinkSync('/etc/passwd', join(project.folder, 'specs/overlays/linked.yaml'));
    const { code, output, errors } = await runIn(project.folder, 'generate', '--jobs', '1');
    expect([code, output]).toEqual([2, '']);
    expect(errors).toContain('links are not followed');
    expect(errors).not.toContain('root:');
  });
});

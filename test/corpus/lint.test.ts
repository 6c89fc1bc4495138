import { beforeAll, describe, expect, test, vi } from 'vitest';
import { catalogue } from '../../generator/diagnostics/catalogue.js';
import { createCollector } from '../../generator/diagnostics/collector.js';
import type { Diagnostic } from '../../generator/diagnostics/diagnostic.js';
import { fixPage } from '../../generator/lint/fix-page.js';
import { fixes } from '../../generator/lint/fixes.js';
import { lintApi } from '../../generator/lint/lint-api.js';
import { lintPage } from '../../generator/lint/lint-page.js';
import type { ApiPage } from '../../generator/model/api.js';
import { assembleApi } from '../../generator/model/assemble-api.js';
import { buildPage } from '../../generator/model/build-page.js';
import { readPage } from '../../generator/page/index.js';
import { lint as runLint } from '../../generator/run/lint.js';
import { corpus } from '../support/corpus.js';
import { makeProject } from '../support/project.js';
import { naiveIrregularities } from '../support/naive-irregularities.js';

// Reading a thousand pages takes its time.
vi.setConfig({ testTimeout: 600_000, hookTimeout: 600_000 });

describe.skipIf(!corpus.present)('lint of the real pages', () => {
  const found: Diagnostic[] = [];

  beforeAll(() => {
    const models: ApiPage[] = [];
    for (const file of corpus.files) {
      const { model, diagnostics } = lint(corpus.read(file), file);
      found.push(...diagnostics);
      if (model) models.push(model);
    }
    found.push(...lintApi(assembleApi(models).api, corpus.files));
  });

  test('no page is fatal', () => {
    expect(found.filter(({ severity }) => severity === 'fatal')).toEqual([]);
  });

  test('every place lies on a line of its page', () => {
    const outside = found.filter(({ file, place }) => {
      const line = corpus.read(file).split('\n')[place.line - 1];
      return line === undefined || place.column < 1 || place.endColumn > line.length + 1 || place.endColumn < place.column;
    });
    expect(outside).toEqual([]);
  });

  test('patterns that know nothing of the reader find the same irregularities on the same lines', () => {
    const naive = corpus.files.flatMap((file) =>
      /^(?:openapi|webhook)\/index\.md$/.test(file) ? [] : naiveIrregularities(corpus.read(file), file).map((fact) => `${file} ${fact}`),
    );
    const codes = new Set(naive.map((fact) => fact.split(' ')[1]));
    const ours = new Set(
      found.filter(({ code }) => codes.has(code)).map(({ file, code, place }) => `${file} ${code} ${String(place.line)}`),
    );
    expect(codes.size).toBeGreaterThan(25);
    expect(naive.filter((fact) => !ours.has(fact))).toEqual([]);
    expect([...ours].filter((fact) => !naive.includes(fact))).toEqual([]);
  });

  test('what fires on more than one page in twelve is no error', () => {
    for (const [code, { severity }] of Object.entries(catalogue)) {
      const pages = new Set(found.filter((diagnostic) => diagnostic.code === code).map(({ file }) => file));
      if (pages.size > corpus.files.length / 12) expect([code, severity]).toEqual([code, 'info']);
    }
  });

  test('a mended page is mended for good, keeps its model, loses the faults in question and gains none', () => {
    const files = new Set(found.filter(({ code }) => fixes.has(code)).map(({ file }) => file));
    expect(files.size).toBeGreaterThan(0);
    for (const file of files) {
      const text = corpus.read(file);
      const { text: mended } = fixPage(text, file);
      expect(fixPage(mended, file).text).toBe(mended);
      expect(changedLines(text, mended)).toBeLessThanOrEqual(lint(text, file).diagnostics.filter(({ code }) => fixes.has(code)).length);
      expect(wordsOf(lint(mended, file).model)).toEqual(wordsOf(lint(text, file).model));
      const before = codesOf(lint(text, file).diagnostics);
      for (const [code, count] of codesOf(lint(mended, file).diagnostics))
        expect([file, code, count <= (before.get(code) ?? 0)]).toEqual([file, code, true]);
    }
  });

  test('suppressions silence everything, and are unused once the pages are mended', async () => {
    // Links to sound pages are dead then, which is one more fault to silence.
    const faulty = new Set(found.map(({ file }) => file));
    const project = makeProject(Object.fromEntries([...faulty].map((file) => [file, corpus.read(file)])));
    const { settings } = project;
    try {
      const all = await runLint(settings, { suppressions: 'all' });
      expect(all.suppressed).toBeGreaterThan(300);
      expect(await runLint(settings)).toMatchObject({ diagnostics: [], suppressed: all.suppressed, unused: new Map() });
      const { fixed, unused } = await runLint(settings, { fix: true });
      expect(fixed).toEqual([...unused.keys()]);
      expect(await runLint(settings, { suppressions: 'prune' })).toMatchObject({ diagnostics: [], unused: new Map() });
      expect((await runLint(settings, { fix: true })).fixed).toEqual([]);
    } finally {
      project.dispose();
    }
  });
});

function lint(text: string, file: string): { readonly model?: ApiPage; readonly diagnostics: readonly Diagnostic[] } {
  const collector = createCollector(file);
  const page = readPage(text, file, collector);
  const model = page && buildPage(page, collector);
  if (page && model && !collector.fatal) lintPage(text, page, model, collector);
  return { ...(model && { model }), diagnostics: collector.diagnostics };
}

/** A model without its places, and without what fixes are about: characters, blanks, the keyword behind values and the second word for a type. */
function wordsOf(model: ApiPage | undefined): unknown {
  const words = (text: string): string =>
    text
      .replace(/[\u2e80-\u2fdf]+/g, (radicals) => radicals.normalize('NFKC'))
      .replaceAll(/[\u200b\u00a0]/g, '')
      .replaceAll(/枚举值之一|\n$| (?=枚举)|(?<=`) ?\| ?(?=`)/g, '');
  return JSON.parse(
    JSON.stringify(model ?? null, (key, value: unknown) =>
      key.endsWith('lace')
        ? undefined
        : typeof value !== 'string'
          ? value
          : key === 'type' && value === 'float'
            ? 'number'
            : words(value).replaceAll('枚举值', ''),
    ),
  );
}

function codesOf(diagnostics: readonly Diagnostic[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { code } of diagnostics) counts.set(code, (counts.get(code) ?? 0) + 1);
  return counts;
}

function changedLines(before: string, after: string): number {
  const lines = after.split('\n');
  return before.split('\n').filter((line, index) => line !== lines[index]).length;
}

import { describe, expect, it } from 'vitest';
import { examplePage } from '../../generator/diagnostics/example-page.js';
import { createCollector } from '../../generator/diagnostics/collector.js';
import type { Code } from '../../generator/diagnostics/catalogue.js';
import type { Diagnostic } from '../../generator/diagnostics/diagnostic.js';
import { applyLevels } from '../../generator/lint/levels.js';
import { readInlineSuppressions } from '../../generator/lint/inline-suppressions.js';
import { suppress } from '../../generator/lint/suppress.js';
import { parseSuppressions, printSuppressions, suppressionsOf } from '../../generator/lint/suppressions.js';
import { compileAndDiagnose, diagnose } from '../support/tester.js';

const file = 'openapi/v3/teas.md';

/** The words of the only operation, without places. */
function operationIn(page: string): unknown {
  const { api } = compileAndDiagnose(page);
  return JSON.parse(JSON.stringify(api, (key, value: unknown) => (key.endsWith('lace') ? undefined : value)));
}

function said(...places: readonly (readonly [code: Code, line: number])[]): readonly Diagnostic[] {
  const collector = createCollector(file);
  for (const [code, line] of places) collector.report(code, { line, column: 1, endColumn: 2 }, code);
  return collector.diagnostics;
}

function codesLeft(diagnostics: readonly Diagnostic[], text: string, listed: Readonly<Record<string, number>> = {}): string[] {
  const suppressions = new Map([[file, new Map(Object.entries(listed))]]);
  const { diagnostics: left } = suppress(diagnostics, { texts: new Map([[file, text]]), suppressions });
  return left.map(({ code, place }) => `${code} ${String(place.line)}`);
}

describe('comments in a page', () => {
  const next = '<!-- docwright-disable-next-line doc-text-break -- as asked -->';

  it('silence the next line that is not blank', () => {
    expect(codesLeft(said(['doc-text-break', 3], ['doc-text-break', 4]), `${next}\n\nfirst\nsecond`)).toEqual(['doc-text-break 4']);
  });

  it('silence everything down to the comment that ends them', () => {
    const text = '<!-- docwright-disable doc-text-break -- as asked -->\na\nb\n<!-- docwright-enable doc-text-break -->\nc';
    expect(codesLeft(said(['doc-text-break', 2], ['doc-text-break', 3], ['doc-text-break', 5]), text)).toEqual(['doc-text-break 5']);
  });

  it('silence several codes', () => {
    const text = '<!-- docwright-disable doc-text-break, doc-text-html -- as asked -->\na';
    expect(codesLeft(said(['doc-text-break', 2], ['doc-text-html', 2]), text)).toEqual([]);
  });

  it('silence no other code, and nothing fatal', () => {
    const text = '<!-- docwright-disable doc-text-break, doc-table-missing -- as asked -->\na';
    const left = codesLeft(said(['doc-text-break', 2], ['doc-text-html', 2], ['doc-table-missing', 2]), text);
    expect(left).toEqual(['doc-suppression-unused 1', 'doc-table-missing 2', 'doc-text-html 2']);
  });

  it.each([
    ['no reason', '<!-- docwright-disable doc-text-break -->', 'doc-suppression-invalid 1'],
    ['no code', '<!-- docwright-disable -- as asked -->', 'doc-suppression-invalid 1'],
    ['an unknown code', '<!-- docwright-disable doc-nothing -- as asked -->', 'doc-suppression-invalid 1'],
    ['nothing to silence', '<!-- docwright-disable doc-text-break -- as asked -->', 'doc-suppression-unused 1'],
  ])('are reported where they have %s', (_title, text, expected) => {
    expect(codesLeft([], text)).toEqual([expected]);
  });

  it.each([
    ['above the heading', '# {{'],
    ['above the description', '{{ $frontmatter.description'],
    ['above a table', '| 请求'],
    ['between a table and its attributes', '{.im-table #request}'],
    ['above the samples', '::: code'],
    ['above the footer', '参阅'],
  ])('change nothing of a page: %s', (_title, start) => {
    const page = examplePage();
    const commented = page.replace(start, `<!-- docwright-disable doc-text-break -- as asked -->\n\n${start}`);
    const silenced = diagnose(commented).filter(({ code }) => code !== 'doc-suppression-unused');
    expect(silenced).toEqual([]);
    expect(operationIn(commented)).toEqual(operationIn(page));
  });

  it('are read in a time that does not explode', () => {
    expect(readInlineSuppressions(`<!-- docwright-disable ${' -- '.repeat(50_000)}`)).toEqual([]);
  });
});

describe('the suppressions file', () => {
  it('silences as many diagnostics as it lists', () => {
    expect(codesLeft(said(['doc-text-break', 2], ['doc-text-break', 3]), '', { 'doc-text-break': 2 })).toEqual([]);
  });

  it('silences none where there are more', () => {
    expect(codesLeft(said(['doc-text-break', 2], ['doc-text-break', 3]), '', { 'doc-text-break': 1 })).toHaveLength(2);
  });

  it('has unused entries where there are less', () => {
    const suppressions = new Map([[file, new Map([['doc-text-break', 2]])]]);
    const { unused } = suppress(said(['doc-text-break', 2]), { texts: new Map([[file, '']]), suppressions });
    expect(unused).toEqual(suppressions);
  });

  it('comes back as it was written, sorted', () => {
    const suppressions = suppressionsOf(said(['doc-text-html', 1], ['doc-text-break', 2], ['doc-text-break', 3], ['doc-table-missing', 1]));
    const text = printSuppressions(suppressions);
    expect(text).toBe(`{\n  "${file}": {\n    "doc-text-break": 2,\n    "doc-text-html": 1\n  }\n}\n`);
    expect(printSuppressions(parseSuppressions(text) as typeof suppressions)).toBe(text); // it was just printed
  });

  it.each(['', '[]', '{"a.md": 1}', '{"a.md": {"doc-text-break": 0}}', '{"a.md": {"doc-text-break": "1"}}'])(
    '%j is refused with a reason',
    (text) => {
      expect(parseSuppressions(text)).toEqual(expect.stringMatching(/^(?:it|")/));
    },
  );
});

describe('levels', () => {
  const everywhere = { holdsFor: () => true };

  it('raise, lower and drop diagnostics; the last that fits wins', () => {
    const found = said(['doc-text-break', 1], ['doc-text-html', 2], ['doc-enum-duplicate', 3]);
    const levels = [
      { code: 'doc-text-break', level: 'off', ...everywhere },
      { code: 'doc-text-break', level: 'error', ...everywhere },
      { code: 'doc-text-html', level: 'off', ...everywhere },
      { code: 'doc-enum-duplicate', level: 'off', holdsFor: (path: string) => path !== file },
    ] as const;
    expect(applyLevels(found, levels).map(({ code, severity }) => `${code} ${severity}`)).toEqual([
      'doc-text-break error',
      'doc-enum-duplicate warn',
    ]);
  });

  it('leave what is fatal as it is', () => {
    expect(applyLevels(said(['doc-table-missing', 1]), [{ code: 'doc-table-missing', level: 'off', ...everywhere }])).toHaveLength(1);
  });
});

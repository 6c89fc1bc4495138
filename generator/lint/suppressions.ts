import type { Diagnostic } from '../diagnostics/diagnostic.js';

/** How many diagnostics of a code a page may have before anybody hears of them: file → code → count. */
export type Suppressions = ReadonlyMap<string, ReadonlyMap<string, number>>;

/** Suppressions for exactly these diagnostics, but the fatal ones. */
export function suppressionsOf(diagnostics: readonly Diagnostic[]): Suppressions {
  const all = new Map<string, Map<string, number>>();
  for (const { file, code, severity } of diagnostics) {
    if (severity === 'fatal') continue;
    const codes = all.get(file) ?? new Map<string, number>();
    codes.set(code, (codes.get(code) ?? 0) + 1);
    all.set(file, codes);
  }
  return all;
}

/** The text of a suppressions file: files and codes in code-unit order, so that runs differ only in what has changed. */
export function printSuppressions(suppressions: Suppressions): string {
  const sorted = <Value>(entries: ReadonlyMap<string, Value>): [string, Value][] => [...entries].sort(([a], [b]) => (a < b ? -1 : 1));
  const document = Object.fromEntries(sorted(suppressions).map(([file, codes]) => [file, Object.fromEntries(sorted(codes))]));
  return `${JSON.stringify(document, null, 2)}\n`;
}

/**
 * Reads a suppressions file: `{"openapi/v3/refunds.md": {"doc-enum-duplicate": 1}}`.
 *
 * @returns a sentence that says what is wrong with it, if something is
 */
export function parseSuppressions(text: string): Suppressions | string {
  let document: unknown;
  try {
    document = JSON.parse(text);
  } catch (error) {
    return `it is no JSON: ${error instanceof Error ? error.message : String(error)}`;
  }
  if (!isRecord(document)) return 'it holds no object of files';
  const all = new Map<string, ReadonlyMap<string, number>>();
  for (const [file, codes] of Object.entries(document)) {
    if (!isRecord(codes)) return `${JSON.stringify(file)} holds no object of codes`;
    const counts = new Map<string, number>();
    for (const [code, count] of Object.entries(codes)) {
      if (typeof count !== 'number' || !Number.isSafeInteger(count) || count < 1) {
        return `${JSON.stringify(file)} has no whole number from 1 for ${JSON.stringify(code)}`;
      }
      counts.set(code, count);
    }
    all.set(file, counts);
  }
  return all;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

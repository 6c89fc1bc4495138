import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { diffApis } from '../../generator/drift/diff-apis.js';
import type { ChangeWord, Level } from '../../generator/drift/finding.js';
import { plainChanges } from '../support/plain-changes.js';
import { readApi } from '../support/read-api.js';

interface ExpectedChange {
  readonly op: string;
  readonly side: string | null;
  readonly field: string | null;
  readonly change: ChangeWord;
  readonly severity?: 'breaking' | 'dangerous' | 'non-breaking';
  readonly lenient?: boolean;
  readonly values?: readonly string[];
}

interface Expectation {
  readonly docsOnly: boolean;
  readonly breaking: boolean;
  readonly expect: readonly ExpectedChange[];
  readonly implied?: readonly ExpectedChange[];
  readonly optional?: readonly ExpectedChange[];
}

const history = fileURLToPath(new URL('../../../shared/corpus/history', import.meta.url));
const levels: Readonly<Record<string, Level>> = { breaking: 'error', dangerous: 'warn', 'non-breaking': 'info' };

describe.skipIf(!existsSync(history))('edits of real pages (skipped where the corpus is not at hand)', () => {
  for (const name of existsSync(history) ? readdirSync(history).sort() : []) {
    it(`finds exactly what changed in ${name}`, () => {
      const folder = join(history, name);
      // The file is written for this purpose; a wrong shape fails below.
      const expected = JSON.parse(readFileSync(join(folder, 'expect.json'), 'utf8')) as Expectation;
      const report = diffApis(readApi(readTree(join(folder, 'base'))).api, readApi(readTree(join(folder, 'head'))).api);

      const found = report.findings.flatMap((finding) => plainChanges(finding).map((change) => ({ ...change, finding })));
      const keys = found.map(({ operation, side, field, change }) => keyOf({ op: operation, side, field, change }));
      const allowed = new Set([...expected.expect, ...(expected.implied ?? []), ...(expected.optional ?? [])].map(keyOf));
      const wholeOperations = new Set(
        expected.expect.filter(({ change }) => /^operation-(?:added|removed)$/.test(change)).map(({ op }) => op),
      );

      expect(expected.expect.map(keyOf).filter((key) => !keys.includes(key))).toEqual([]);
      expect(keys.filter((key) => !allowed.has(key) && ![...wholeOperations].some((op) => key.startsWith(`${op} | `)))).toEqual([]);
      for (const { lenient, severity, values, ...change } of expected.expect) {
        const { finding } = found[keys.indexOf(keyOf(change))] ?? {};
        if (lenient !== true && !isMove(finding?.ruleId))
          expect([keyOf(change), finding?.level]).toEqual([keyOf(change), levels[severity ?? '']]);
        if (values !== undefined) {
          const list =
            change.change === 'enum-value-removed' || change.change === 'enum-dropped' ? finding?.values?.removed : finding?.values?.added;
          expect([...(list ?? [])].sort()).toEqual([...values].sort());
        }
      }
      expect({ docsOnly: report.verdict.docsOnly, breaking: report.verdict.breaking }).toEqual({
        docsOnly: expected.docsOnly,
        breaking: expected.breaking,
      });
    });
  }
});

/** One finding stands for a removal and an addition; its level is that of the removal. */
function isMove(ruleId: string | undefined): boolean {
  return /(?:moved|renamed)$/.test(ruleId ?? '');
}

function keyOf({ op, side, field, change }: Pick<ExpectedChange, 'op' | 'side' | 'field' | 'change'>): string {
  return `${op} | ${side ?? ''} | ${field ?? ''} | ${change}`;
}

function readTree(folder: string): Record<string, string> {
  const pages: Record<string, string> = {};
  if (!existsSync(folder)) return pages;
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    if (entry.isFile() && path.endsWith('.md')) pages[relative(folder, path)] = readFileSync(path, 'utf8');
  }
  return pages;
}

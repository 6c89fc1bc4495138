import { describe, expect, it } from 'vitest';
import { buildChangelog } from '../../generator/drift/changelog.js';
import type { DriftReport, Finding } from '../../generator/drift/finding.js';
import { judge, summarise } from '../../generator/drift/verdict.js';
import { someFinding } from '../support/some-finding.js';

function reportOf(...findings: readonly Finding[]): DriftReport {
  return { version: 1, verdict: judge(findings), summary: summarise(findings), findings, diagnostics: [], notEvaluated: [], accepted: [] };
}

const mild = { level: 'info', semver: 'minor', breaks: 'none' } as const;

describe('a changelog', () => {
  it('begins with the newest step, leaves out those without changes, and judges all together', () => {
    const { entries, ...rest } = buildChangelog({
      from: 'v1',
      to: 'v3',
      steps: [
        { name: 'v2', date: '2026-01-31', report: reportOf(someFinding({})) },
        { name: 'abc', date: '2026-02-28', subject: 'Nothing', report: reportOf() },
        { name: 'v3', date: '2026-03-31', subject: 'Colours', report: reportOf(someFinding(mild)) },
      ],
    });
    expect(rest).toEqual({
      version: 1,
      from: 'v1',
      to: 'v3',
      verdict: { breaking: true, docsOnly: false, semver: 'major', wire: 1, source: 1 },
    });
    expect(entries).toEqual([
      {
        name: 'v3',
        date: '2026-03-31',
        subject: 'Colours',
        verdict: { breaking: false, docsOnly: false, semver: 'minor', wire: 0, source: 0 },
        products: [{ product: 'v3/lamps', findings: [someFinding(mild)] }],
      },
      expect.objectContaining({ name: 'v2', products: [{ product: 'v3/lamps', findings: [someFinding({})] }] }),
    ]);
  });

  it('gathers what changed by product: breaking ones first, then by name, and so within a product', () => {
    const at = (operation: string, level: Finding['level']): Finding => someFinding({ operation, level });
    const findings = [
      at('GET /v3/shades/{id}/hue', 'info'),
      at('POST /v3/lamps', 'info'),
      at('WEBHOOK v3/LAMP.LIT', 'warn'),
      at('POST /v3/lamps/{id}', 'off'),
      at('POST /v3/lamps', 'error'),
      at('POST /v3/lamps', 'warn'),
      at('POST /pay', 'error'),
      at('GET /v3/bulbs', 'info'),
    ];
    const { entries } = buildChangelog({ from: 'a', to: 'b', steps: [{ name: 'b', date: '2026-01-31', report: reportOf(...findings) }] });
    expect(entries[0]?.products.map(({ product, findings: own }) => [product, ...own.map(({ level }) => level)])).toEqual([
      ['pay', 'error'],
      ['v3/lamps', 'error', 'warn', 'info', 'off'],
      ['webhook/v3', 'warn'],
      ['v3/bulbs', 'info'],
      ['v3/shades', 'info'],
    ]);
  });
});

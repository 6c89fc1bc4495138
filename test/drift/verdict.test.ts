import { describe, expect, it } from 'vitest';
import { acceptFindings } from '../../generator/drift/accept-findings.js';
import type { Finding } from '../../generator/drift/finding.js';
import { defaultHelp } from '../../generator/drift/rule.js';
import { judge, summarise } from '../../generator/drift/verdict.js';
import { someFinding } from '../support/some-finding.js';

describe('the sum of findings', () => {
  it.each<[what: string, findings: readonly Partial<Finding>[], verdict: Partial<ReturnType<typeof judge>>]>([
    ['none', [], { breaking: false, docsOnly: true, semver: 'none', wire: 0, source: 0 }],
    ['one of level off', [{ level: 'off' }], { breaking: false, docsOnly: true, semver: 'none', wire: 0, source: 0 }],
    [
      'wording',
      [{ class: 'text', level: 'error', semver: 'patch' }],
      { breaking: false, docsOnly: true, semver: 'patch', wire: 0, source: 0 },
    ],
    ['a dangerous one', [{ level: 'warn', semver: 'minor', breaks: 'none' }], { breaking: false, docsOnly: false, semver: 'minor' }],
    ['a break of the wire', [{ breaks: 'wire' }], { breaking: true, wire: 1, source: 0 }],
    ['a break of the source', [{ breaks: 'source' }], { breaking: true, wire: 0, source: 1 }],
    ['both at once, and one of each', [{ breaks: 'both' }, { breaks: 'wire' }, { breaks: 'source' }], { wire: 2, source: 2 }],
    ['a patch after a major one', [{ semver: 'major' }, { semver: 'patch' }, { semver: 'none' }], { semver: 'major' }],
    ['a major one after a minor one', [{ semver: 'minor' }, { semver: 'major' }], { semver: 'major' }],
  ])('of %s', (_, findings, verdict) => {
    expect(judge(findings.map(someFinding))).toMatchObject(verdict);
  });

  it('counts by level', () => {
    const levels = ['error', 'warn', 'warn', 'info', 'info', 'info', 'off'] as const;
    expect(summarise(levels.map((level) => someFinding({ level })))).toEqual({ error: 1, warn: 2, info: 3 });
  });
});

describe('an accepted finding', () => {
  const finding = someFinding({ fingerprint: 'a'.repeat(16) });
  const entry = { fingerprint: finding.fingerprint, rule: finding.ruleId, reason: 'the page was wrong' };

  it.each([
    ['is gone', entry, 'used', 0],
    ['is gone on the last day of its entry', { ...entry, until: '2026-03-31' }, 'used', 0],
    ['is back on the day after', { ...entry, until: '2026-03-30' }, 'expired', 1],
    ['is not one of another rule', { ...entry, rule: 'request-became-optional' }, 'unused', 1],
    ['is not another one of its rule', { ...entry, fingerprint: 'b'.repeat(16) }, 'unused', 1],
  ])('%s', (_, given, state, left) => {
    const { findings, accepted } = acceptFindings([finding], { entries: [given], today: '2026-03-31' });
    expect(accepted).toEqual([{ ...given, state }]);
    expect(findings).toHaveLength(left);
  });

  it('takes no other one with it', () => {
    const others = [
      someFinding({ fingerprint: 'c'.repeat(16) }),
      someFinding({ ruleId: 'title-changed', fingerprint: finding.fingerprint }),
    ];
    expect(acceptFindings([finding, ...others], { entries: [entry], today: '2026-03-31' }).findings).toEqual(others);
  });
});

it('what to do is another thing for each way to break', () => {
  const words = (['wire', 'both', 'source'] as const).map((breaks) => defaultHelp({ breaks, level: 'error' }));
  const mild = (['warn', 'info'] as const).map((level) => defaultHelp({ breaks: 'none', level }));
  expect([...words, ...mild].map((help) => /^.*?(?=[:;,.]| soon| and)/.exec(help)?.[0])).toEqual([
    'Release the regenerated client',
    'Release a new major version',
    'Release a new major version',
    'Read the change',
    'Regenerate the SDK',
  ]);
  expect(new Set([...words, ...mild]).size).toBe(5);
});

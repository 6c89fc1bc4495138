import type { DriftReport, Finding, Semver, Verdict } from './finding.js';

const order: readonly Semver[] = ['none', 'patch', 'minor', 'major'];

/** The sum of findings. Those of level `off` do not count. */
export function judge(findings: readonly Finding[]): Verdict {
  const heard = findings.filter(({ level }) => level !== 'off');
  const contract = heard.filter((finding) => finding.class === 'contract');
  const countBreaks = (kind: 'wire' | 'source'): number => contract.filter(({ breaks }) => breaks === kind || breaks === 'both').length;
  return {
    breaking: contract.some(({ level }) => level === 'error'),
    docsOnly: contract.length === 0,
    semver: heard.map(({ semver }) => semver).reduce(largest, 'none'),
    wire: countBreaks('wire'),
    source: countBreaks('source'),
  };
}

export function summarise(findings: readonly Finding[]): DriftReport['summary'] {
  const count = (level: Finding['level']): number => findings.filter((finding) => finding.level === level).length;
  return { error: count('error'), warn: count('warn'), info: count('info') };
}

export function largest(left: Semver, right: Semver): Semver {
  return order.indexOf(left) >= order.indexOf(right) ? left : right;
}

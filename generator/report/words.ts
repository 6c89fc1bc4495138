import type { Finding, Level, Verdict } from '../drift/finding.js';

/** What a reader has to know first: `2 wire, 1 source break → next release: major`. */
export function describeVerdict({ wire, source, semver, docsOnly }: Verdict): string {
  if (semver === 'none') return 'nothing changed in the documented contract';
  const release = `next release: ${semver}`;
  if (docsOnly) return `only wording changed → ${release}`;
  const breaks = wire + source === 0 ? 'nothing breaks' : `${wire} wire, ${source} source ${source === 1 ? 'break' : 'breaks'}`;
  return `${breaks} → ${release}`;
}

const levelNouns: Readonly<Record<Level, readonly [one: string, many: string]>> = {
  error: ['breaking change', 'breaking changes'],
  warn: ['dangerous change', 'dangerous changes'],
  info: ['other change', 'other changes'],
  off: ['silent change', 'silent changes'],
};

/** `3 breaking changes, 1 other change`. */
export function countFindings(findings: readonly Finding[]): string {
  const counts = (['error', 'warn', 'info'] as const).flatMap((level) => {
    const count = findings.filter((finding) => finding.level === level).length;
    return count === 0 ? [] : [countNoun(level, count)];
  });
  return counts.length === 0 ? 'no changes' : counts.join(', ');
}

function countNoun(level: Level, count: number): string {
  const [one, many] = levelNouns[level];
  return `${count} ${count === 1 ? one : many}`;
}

/** `Breaking changes`, for a heading. */
export function levelHeading(level: Level): string {
  const [, many] = levelNouns[level];
  return `${many.charAt(0).toUpperCase()}${many.slice(1)}`;
}

import type { AcceptedFinding, Finding } from './finding.js';

/** What a team has decided to live with, and why. Usually the page was corrected and the API did not move. */
export interface AcceptanceEntry {
  readonly fingerprint: string;
  readonly rule: string;
  readonly reason: string;
  /** Last day on which the entry holds, `2026-03-31`; for ever if absent. */
  readonly until?: string;
}

export interface AcceptedFindings {
  /** Those that nobody accepted, or not any longer. */
  readonly findings: readonly Finding[];
  readonly accepted: readonly AcceptedFinding[];
}

/**
 * Takes accepted findings away (drift-rules.md §15.7). An expired entry accepts nothing any more; what becomes of expired and unused
 * ones is for the command to say.
 */
export function acceptFindings(
  findings: readonly Finding[],
  options: { readonly entries: readonly AcceptanceEntry[]; readonly today: string } | undefined,
): AcceptedFindings {
  const { entries, today } = options ?? { entries: [], today: '' };
  const matches = (entry: AcceptanceEntry, finding: Finding): boolean =>
    entry.fingerprint === finding.fingerprint && entry.rule === finding.ruleId;
  const accepted = entries.map((entry): AcceptedFinding => {
    const isExpired = entry.until !== undefined && entry.until < today;
    const isUsed = findings.some((finding) => matches(entry, finding));
    return { ...entry, state: isExpired ? 'expired' : isUsed ? 'used' : 'unused' };
  });
  const inForce = accepted.filter(({ state }) => state === 'used');
  return { findings: findings.filter((finding) => !inForce.some((entry) => matches(entry, finding))), accepted };
}

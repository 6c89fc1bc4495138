import type { Finding } from './finding.js';

/** The same edit on many pages. Reports for readers show it once; JSON never folds. */
export interface Sweep {
  /** In the order of the findings; the first one stands for all. */
  readonly findings: readonly [Finding, ...Finding[]];
  readonly pages: number;
}

/** From this many pages on, a reader sees one edit of the whole documentation, not many edits. */
const leastPages = 20;

/**
 * Gathers findings of one rule with the same before and after (drift-rules.md §15.3). A row that only one revision has is the same
 * edit only where it has the same name.
 */
export function foldSweeps(findings: readonly Finding[]): { readonly sweeps: readonly Sweep[]; readonly others: readonly Finding[] } {
  const groups = new Map<string, [Finding, ...Finding[]]>();
  for (const finding of findings) {
    const key = editOf(finding);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [finding]);
    else group.push(finding);
  }
  const all = [...groups.values()].map((group) => ({ findings: group, pages: new Set(group.map(pageOf)).size }));
  const sweeps = all.filter(({ pages }) => pages >= leastPages);
  const folded = new Set(sweeps.flatMap((sweep) => sweep.findings));
  return { sweeps, others: findings.filter((finding) => !folded.has(finding)) };
}

function editOf({ ruleId, base, head, field, values }: Finding): string {
  const isLoneRow = (base === undefined || head === undefined) && field !== null;
  const name = isLoneRow ? field.split('.').at(-1) : null;
  return JSON.stringify([ruleId, base?.value, head?.value, name, values]);
}

function pageOf({ base, head }: Finding): string {
  return head?.file ?? base?.file ?? '';
}

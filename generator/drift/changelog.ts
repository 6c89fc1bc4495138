import type { DriftReport, Finding, Verdict } from './finding.js';
import { judge } from './verdict.js';

/** A point in the history of the pages, and what changed since the point before. */
export interface ChangelogStep {
  /** Of a tag, or of a commit. */
  readonly name: string;
  /** `2026-03-31` */
  readonly date: string;
  /** First line of the commit message; absent for a release. */
  readonly subject?: string;
  readonly report: DriftReport;
}

export interface Changelog {
  readonly version: 1;
  readonly from: string;
  readonly to: string;
  /** Of everything together. */
  readonly verdict: Verdict;
  /** Newest first; points without any change are left out. */
  readonly entries: readonly ChangelogEntry[];
}

export interface ChangelogEntry extends Omit<ChangelogStep, 'report'> {
  readonly verdict: Verdict;
  /** Those with breaking changes first, then by name. */
  readonly products: readonly ProductChanges[];
}

/** What changed below one product folder, breaking changes first. */
export interface ProductChanges {
  /** `v3/refund`, `webhook/v3`. */
  readonly product: string;
  readonly findings: readonly Finding[];
}

/**
 * Release notes from the history of the pages.
 *
 * @param steps oldest first
 */
export function buildChangelog({
  from,
  to,
  steps,
}: Pick<Changelog, 'from' | 'to'> & { readonly steps: readonly ChangelogStep[] }): Changelog {
  const entries = steps
    .filter(({ report }) => report.findings.length > 0)
    .map(({ report, ...step }) => ({ ...step, verdict: report.verdict, products: groupByProduct(report.findings) }));
  return { version: 1, from, to, verdict: judge(steps.flatMap(({ report }) => report.findings)), entries: entries.reverse() };
}

function groupByProduct(findings: readonly Finding[]): ProductChanges[] {
  const groups = new Map<string, Finding[]>();
  for (const finding of findings) {
    const product = productOf(finding.operation);
    const group = groups.get(product);
    if (group === undefined) groups.set(product, [finding]);
    else group.push(finding);
  }
  return [...groups]
    .map(([product, group]) => ({ product, findings: group.toSorted((left, right) => rank(left) - rank(right)) }))
    .sort((left, right) => leastRank(left) - leastRank(right) || (left.product < right.product ? -1 : 1));
}

function productOf(operation: string): string {
  const [method = '', place = ''] = operation.split(' ');
  const segments = place.split('/').filter((segment) => segment !== '');
  return method === 'WEBHOOK' ? `webhook/${segments[0] ?? ''}` : segments.slice(0, 2).join('/');
}

function rank({ level }: Finding): number {
  return ['error', 'warn', 'info', 'off'].indexOf(level);
}

function leastRank({ findings }: ProductChanges): number {
  return Math.min(...findings.map(rank));
}

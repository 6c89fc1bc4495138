import type { Finding, Level } from '../drift/finding.js';
import { fingerprintOf } from '../drift/fingerprint.js';
import { rules, type RuleId } from '../drift/registry.js';
import type { surfaceRules } from '../drift/rules/surface-rules.js';
import type { Api } from '../model/api.js';

export type SurfaceRule = keyof typeof surfaceRules;

/** A finding about the files of the SDK (drift-rules.md §13): it has no place in a page. */
export function surfaceFinding(
  ruleId: SurfaceRule,
  { operation, message }: Pick<Finding, 'operation' | 'message'>,
  levels: ReadonlyMap<RuleId, Level> = new Map(),
): Finding {
  const { class: ruleClass, semver, breaks, help, ...rule } = rules[ruleId];
  const level = levels.get(ruleId) ?? rule.level;
  const finding = { ruleId, class: ruleClass, level, semver, breaks, side: null, operation, field: null, message, help, covers: [] };
  return { ...finding, fingerprint: fingerprintOf(finding) };
}

/** Operations and notifications of a page, in its order; none for a file of no single page. */
export function operationsOf({ pages }: Api, file: string | undefined): string[] {
  const page = pages.find((candidate) => candidate.file === file);
  return [...(page?.operations ?? []), ...(page?.webhooks ?? [])].map(({ id }) => id);
}

import { diffApis } from '../../generator/drift/diff-apis.js';
import { rules, type RuleId } from '../../generator/drift/registry.js';
import type { Api } from '../../generator/model/api.js';

/**
 * What breaks the symmetry of drift (drift-rules.md §15.5): contract findings of one direction that no finding of the other direction
 * is the opposite of.
 */
export function unmirroredFindings(base: Api, head: Api): string[] {
  const unanswered = contractIds(head, base);
  const lonely = contractIds(base, head).flatMap((id) => {
    const index = unanswered.findIndex((other) => rules[id].opposites.includes(other));
    if (index < 0) return [`nothing is the opposite of ${id}`];
    unanswered.splice(index, 1);
    return [];
  });
  return [...lonely, ...unanswered.map((id) => `${id} is the opposite of nothing`)];
}

function contractIds(base: Api, head: Api): RuleId[] {
  return diffApis(base, head)
    .findings.filter((finding) => finding.class === 'contract')
    .map(({ ruleId }) => ruleId as RuleId); // findings carry ids as text
}

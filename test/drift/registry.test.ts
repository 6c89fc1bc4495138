import { describe, expect, it } from 'vitest';
import { diffApis } from '../../generator/drift/diff-apis.js';
import type { Finding } from '../../generator/drift/finding.js';
import { changesOf, isRuleId, rules, waivers, type RuleId } from '../../generator/drift/registry.js';
import { exampleOf } from '../../generator/drift/rule-examples.js';
import { contractsOf } from '../../generator/drift/contract.js';
import { exampleApi } from '../support/example-api.js';
import { diffNaively, keyOf } from '../support/naive-diff.js';
import { plainChanges } from '../support/plain-changes.js';

// Object.keys forgets the names that the type of the registry carries.
const ids = Object.keys(rules) as RuleId[];
const fireable = ids.filter((id) => !Object.hasOwn(waivers.neverFired, id));
/** Silent rules have to be heard in their own test only. */
const heardAlone = (id: RuleId): ReadonlyMap<RuleId, 'info'> => (rules[id].level === 'off' ? new Map([[id, 'info']]) : new Map());

const known = new Map<string, readonly Finding[]>();

/** Several tests look at each example. */
function diffExample(id: RuleId, { isSwapped = false } = {}): readonly Finding[] {
  const key = `${id} ${isSwapped}`;
  const findings = known.get(key) ?? compareExample(id, isSwapped);
  known.set(key, findings);
  return findings;
}

function compareExample(id: RuleId, isSwapped: boolean): readonly Finding[] {
  const example = exampleOf(id);
  if (example === undefined) throw new Error(`${id} has no example`);
  const [from, to] = isSwapped ? [example.head, example.base] : [example.base, example.head];
  return diffApis(exampleApi(from), exampleApi(to), { levels: heardAlone(id) }).findings;
}

describe('every rule', () => {
  it.each(fireable)('%s fires on its example, and nothing else does', (id) => {
    expect(diffExample(id).map(({ ruleId }) => ruleId)).toEqual([id]);
  });

  it.each(fireable.filter((id) => !Object.hasOwn(waivers.withoutOpposite, id)))(
    '%s is answered by an opposite when base and head change places',
    (id) => {
      const [opposite, ...others] = diffExample(id, { isSwapped: true }).map(({ ruleId }) => ruleId);
      expect(others).toEqual([]);
      if (exampleOf(id)?.head['openapi/v3/lamps.md']?.startsWith('---\ntitle: Moved to') === true) return;
      expect(rules[id].opposites).toContain(opposite);
    },
  );

  it.each(ids)('%s names opposites that exist and answer, or has an excuse', (id) => {
    const { opposites } = rules[id];
    expect(opposites.filter((opposite) => !isRuleId(opposite))).toEqual([]);
    if (opposites.length === 0) expect(waivers.withoutOpposite).toHaveProperty(id);
    else expect(opposites.flatMap((opposite) => (isRuleId(opposite) ? rules[opposite].opposites : []))).toContain(id);
  });

  it.each(fireable)('%s stands for the plain changes that its id says', (id) => {
    for (const finding of diffExample(id)) {
      if (finding.class === 'text') expect(changesOf(finding)).toEqual([]);
      else expect(changesOf(finding)).toEqual(plainChanges(finding));
    }
  });

  // Their examples replace a fixed text, which only a naive comparison takes for a list of values.
  const ofFixedText: readonly RuleId[] = ['operation-host-changed', 'webhook-format-changed'];

  it.each(fireable.filter((id) => !ofFixedText.includes(id)))('%s stands for the rows that a naive comparison finds changed', (id) => {
    const example = exampleOf(id);
    if (example === undefined) throw new Error(`${id} has no example`);
    const heads = contractsOf(exampleApi(example.head));
    const said = diffExample(id).flatMap(plainChanges).map(keyOf);
    for (const before of contractsOf(exampleApi(example.base))) {
      const after = heads.find((contract) => contract.id === before.id);
      if (after === undefined) continue;
      const { expected, implied } = diffNaively(before, after);
      expect([...expected].filter((key) => !said.includes(key))).toEqual([]);
      const own = said.filter((key) => key.startsWith(`${after.id} | re`));
      expect(own.filter((key) => !expected.has(key) && !implied.has(key))).toEqual([]);
    }
  });
});

describe('the catalogue', () => {
  it('calls nothing below error a major release', () => {
    expect(ids.filter((id) => rules[id].level !== 'error' && rules[id].semver === 'major')).toEqual([]);
  });

  it('lets wording be a warning and a patch at most', () => {
    const loud = ids.filter((id) => rules[id].class === 'text' && (rules[id].level === 'error' || /major|minor/.test(rules[id].semver)));
    expect(loud).toEqual([]);
  });

  it('begins every purpose in the same way', () => {
    expect(ids.filter((id) => !/^Fires when .*\.$/.test(rules[id].purpose))).toEqual([]);
  });

  it('has every row with side columns on all sides, or an excuse', () => {
    const sides = ['request', 'response', 'webhook', 'ack'];
    const rows = new Set(ids.flatMap((id) => (id.startsWith('ack-') ? [id.slice(4)] : [])));
    const missing = [...rows].flatMap((row) => sides.map((side) => `${side}-${row}`)).filter((id) => !ids.includes(id as RuleId));
    expect(missing.sort()).toEqual(Object.keys(waivers.withoutSide).sort());
  });
});

import type { Change, Finding } from './finding.js';
import type { Rule } from './rule.js';
import { containerRules } from './rules/container-rules.js';
import { encodingRules } from './rules/encoding-rules.js';
import { encryptionRules } from './rules/encryption-rules.js';
import { fieldRules } from './rules/field-rules.js';
import { operationRules } from './rules/operation-rules.js';
import { proseRules } from './rules/prose-rules.js';
import { signatureRules } from './rules/signature-rules.js';
import { surfaceRules } from './rules/surface-rules.js';
import { textRules } from './rules/text-rules.js';
import { transferRules } from './rules/transfer-rules.js';
import { typeRules } from './rules/type-rules.js';
import { valueRules } from './rules/value-rules.js';
import { webhookRules } from './rules/webhook-rules.js';

/** Every rule of the catalogue (`drift-rules.md`); an undeclared id does not compile. */
export const rules = {
  ...operationRules,
  ...fieldRules,
  ...typeRules,
  ...valueRules,
  ...textRules,
  ...containerRules,
  ...encryptionRules,
  ...encodingRules,
  ...signatureRules,
  ...webhookRules,
  ...transferRules,
  ...proseRules,
  ...surfaceRules,
} as const satisfies Readonly<Record<string, Rule>>;

export type RuleId = keyof typeof rules;

const firedByCheck = 'compares the generated SDK, not pages; fired by `check`';
const partOfKind = 'a page says so only by turning fields into a file or back, which is response-kind-changed';

/** Excuses for gaps in the catalogue, each with its reason (drift-rules.md §15.5). */
export const waivers = {
  /** No pair of pages can trigger the rule. */
  neverFired: {
    'surface-export-removed': firedByCheck,
    'surface-export-renamed': firedByCheck,
    'surface-signature-changed': firedByCheck,
    'surface-test-broken': firedByCheck,
    'surface-changed-without-docs': firedByCheck,
    'surface-edited-by-hand': firedByCheck,
    'response-signature-exempted': partOfKind,
    'response-signature-enforced': partOfKind,
    'operation-name-changed': 'names follow from the path of the page, and so does the URL: a page with another name has another URL',
    'request-signature-changed': 'the dialect knows one kind of signature',
  },
  /** The same edit backwards is no finding. */
  withoutOpposite: {
    'surface-export-removed': 'a new public name breaks nobody',
    'surface-test-broken': 'a test that compiles again is no news',
    'surface-edited-by-hand': 'an unedited file is no news',
    'request-number-precision-risk': 'a remark that goes leaves the numbers as they were',
    'response-number-precision-risk': 'a remark that goes leaves the numbers as they were',
    'webhook-number-precision-risk': 'a remark that goes leaves the numbers as they were',
    'ack-number-precision-risk': 'a remark that goes leaves the numbers as they were',
  },
  /** A row of the catalogue that has no rule on this side. */
  withoutSide: {
    'response-condition-changed': 'the platform decides what it answers',
    'webhook-condition-changed': 'the platform decides what it posts',
  },
} as const satisfies {
  readonly neverFired: Partial<Readonly<Record<RuleId, string>>>;
  readonly withoutOpposite: Partial<Readonly<Record<RuleId, string>>>;
  readonly withoutSide: Readonly<Record<string, string>>;
};

export function isRuleId(id: string): id is RuleId {
  return Object.hasOwn(rules, id);
}

/** All plain changes a finding stands for: those of its id, in its own place, and those it covers. */
export function changesOf({
  ruleId,
  operation,
  side,
  field,
  covers,
}: Pick<Finding, 'ruleId' | 'operation' | 'side' | 'field' | 'covers'>): Change[] {
  const own = isRuleId(ruleId) ? rules[ruleId].changes : [];
  return [...own.map((change) => ({ operation, side, field, change })), ...covers];
}

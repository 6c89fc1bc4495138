import { createHash } from 'node:crypto';
import type { Finding } from './finding.js';

/** Names a finding across revisions: what changed where, before and after, whatever the line (drift-rules.md §15.6). */
export function fingerprintOf({ ruleId, operation, side, field, from, to, values, base, head }: Omit<Finding, 'fingerprint'>): string {
  const identity = [ruleId, operation, side, field, from, to, values?.added, values?.removed, base?.value, head?.value];
  return createHash('sha256').update(JSON.stringify(identity)).digest('hex').slice(0, 16);
}

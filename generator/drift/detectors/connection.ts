import type { Draft } from '../draft.js';
import { signTypeRow } from '../protocol-names.js';
import type { Row } from '../row.js';
import {
  addition,
  baseSpot,
  changeAt,
  headSpot,
  openAdded,
  openRemoved,
  removal,
  tableSide,
  type TableComparison,
} from '../table-comparison.js';
import { compareValues, valueDraft, valueWords } from './values.js';

/** How a call is protected: TLS certificate, nonce, signature (drift-rules.md §9). */
export function* detectProtection(table: TableComparison): Generator<Draft> {
  if (table.side !== 'request') return;
  const side = tableSide(table.side);
  for (const row of openAdded(table).filter(isSwitch)) {
    table.claims.takeRow(row);
    yield {
      ruleId: row.role === 'security' ? 'client-certificate-required' : 'operation-nonceless-changed',
      side,
      field: row.path,
      message: row.role === 'security' ? 'the call needs the TLS certificate of the merchant now' : 'the call goes without `nonce_str` now',
      head: headSpot(table, row, row.path),
      covers: [addition(table, row)],
    };
  }
  for (const row of openRemoved(table).filter(isSwitch)) {
    table.claims.takeRow(row);
    yield {
      ruleId: row.role === 'security' ? 'client-certificate-dropped' : 'operation-nonceless-changed',
      side,
      field: row.path,
      message: row.role === 'security' ? 'the call no longer needs the TLS certificate of the merchant' : 'the call needs `nonce_str` now',
      base: baseSpot(table, row, row.path),
      covers: [removal(table, row)],
    };
  }
  yield* detectSignTypes(table);
}

/** Which signatures the caller may choose from. A list that appears or goes is a matter of lists, not of signatures. */
function* detectSignTypes(table: TableComparison): Generator<Draft> {
  for (const pair of table.pairs) {
    if (pair.head.field.name !== signTypeRow) continue;
    const change = compareValues(pair.base.field, pair.head.field);
    if (change?.base !== undefined && change.head !== undefined) {
      table.claims.takeAspect(pair, 'values');
      yield {
        ...valueDraft(table, pair, { ruleId: 'sign-type-changed', change, message: `the call may be signed in other ways now` }),
        covers: valueWords(change).map((word) => changeAt(table, pair.head, word)),
      };
      continue;
    }
    const before = pair.base.field.default?.value;
    const after = pair.head.field.default?.value;
    if (before === after) continue;
    table.claims.takeAspect(pair, 'text');
    yield {
      ruleId: 'sign-type-changed',
      side: tableSide(table.side),
      field: pair.head.path,
      message: `calls that do not name a signature are signed with ${after ?? 'none that is stated'} now, not ${before ?? 'none that is stated'}`,
      base: baseSpot(table, pair.base, before ?? null),
      head: headSpot(table, pair.head, after ?? null),
    };
  }
}

function isSwitch({ role, parent }: Row): boolean {
  return parent === undefined && (role === 'security' || role === 'nonceless');
}

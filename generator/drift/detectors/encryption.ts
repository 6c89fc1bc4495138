import type { Encryption } from '../../model/api.js';
import type { Draft } from '../draft.js';
import type { RowPair } from '../pair-rows.js';
import { baseSpot, changeAt, headSpot, tableSide, type TableComparison } from '../table-comparison.js';
import { explainedSerialRows } from './serial-header.js';

/** Marks of encryption on rows that stayed (drift-rules.md §8). */
export function* detectEncryptionChanges(table: TableComparison): Generator<Draft> {
  yield* detectMovedMarks(table);
  let covers = explainedSerialRows(table);
  for (const pair of openPairs(table)) {
    const base = pair.base.field.encryption;
    const head = pair.head.field.encryption;
    if (base === undefined && head === undefined) continue;
    const draft = describeMark(table, pair, base, head);
    if (draft === undefined) continue;
    const explains = base === undefined || head === undefined;
    yield explains && covers.length > 0 ? { ...draft, covers } : draft;
    if (explains) covers = [];
  }
}

function describeMark(
  table: TableComparison,
  { base, head }: RowPair,
  before: Encryption | undefined,
  after: Encryption | undefined,
): Draft | undefined {
  const at = { side: tableSide(table.side), field: head.path };
  const name = `\`${head.path}\``;
  if (before === undefined) {
    return {
      ...at,
      ruleId: `${table.side}-encryption-added`,
      message: `${name} is encrypted now (${after?.kind ?? ''})`,
      ...(!table.encrypted.base && { firstInOperation: true as const }),
      base: baseSpot(table, base, null),
      head: headSpot(table, head, after?.kind ?? null),
    };
  }
  if (after === undefined) {
    return {
      ...at,
      ruleId: `${table.side}-encryption-removed`,
      message: `${name} is no longer encrypted`,
      ...(!table.encrypted.head && { lastInOperation: true as const }),
      base: baseSpot(table, base, before.kind),
      head: headSpot(table, head, null),
    };
  }
  if (before.kind !== after.kind) {
    return {
      ...at,
      ruleId: `${table.side}-encryption-algorithm-changed`,
      message: `${name} was encrypted ${before.kind} and is encrypted ${after.kind} now`,
      base: baseSpot(table, base, before.kind),
      head: headSpot(table, head, after.kind),
    };
  }
  if (before.key !== after.key) {
    return {
      ...at,
      ruleId: `${table.side}-encryption-key-changed`,
      message: `${name} was encrypted with the ${before.key} key and is encrypted with the ${after.key} key now`,
      base: baseSpot(table, base, before.key),
      head: headSpot(table, head, after.key),
    };
  }
  if (before.tooltip === after.tooltip) return undefined;
  return {
    ...at,
    ruleId: `${table.side}-encryption-wording-changed`,
    message: `the tooltip of ${name} is worded otherwise and names the same key`,
    base: baseSpot(table, base, before.tooltip ?? null),
    head: headSpot(table, head, after.tooltip ?? null),
  };
}

/** The mark of one row went to its parent or to one of its children. */
function* detectMovedMarks(table: TableComparison): Generator<Draft> {
  const gained = openPairs(table).filter(({ base, head }) => base.field.encryption === undefined && head.field.encryption !== undefined);
  if (gained.length === 0) return;
  for (const lost of openPairs(table)) {
    if (lost.base.field.encryption === undefined || lost.head.field.encryption !== undefined) continue;
    const [goal, ...others] = gained.filter(({ head }) => head.parent === lost.head || lost.head.parent === head);
    if (goal === undefined || others.length > 0 || table.claims.hasAspect(goal, 'encryption')) continue;
    for (const pair of [lost, goal]) table.claims.takeAspect(pair, 'encryption');
    yield {
      ruleId: `${table.side}-encryption-moved`,
      side: tableSide(table.side),
      field: goal.head.path,
      from: lost.base.path,
      to: goal.head.path,
      message: `not \`${lost.base.path}\` is encrypted now but \`${goal.head.path}\``,
      base: baseSpot(table, lost.base, lost.base.path),
      head: headSpot(table, goal.head, goal.head.path),
      covers: [changeAt(table, lost.head, 'encryption-removed'), changeAt(table, goal.head, 'encryption-added')],
    };
  }
}

function openPairs({ pairs, claims }: TableComparison): RowPair[] {
  return pairs.filter((pair) => !claims.hasAspect(pair, 'encryption'));
}

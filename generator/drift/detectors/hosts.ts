import type { Operation } from '../../model/api.js';
import type { ContractPair } from '../contract.js';
import { spotAt, type Draft } from '../draft.js';
import type { Change } from '../finding.js';
import type { RowPair } from '../pair-rows.js';
import type { Row } from '../row.js';
import { addition, changeAt, openAdded, openRemoved, removal, tableSide, type TableComparison } from '../table-comparison.js';
import { compareValues, valueWords } from './values.js';

/**
 * The hosts an operation is reached at (drift-rules.md §2). An optional row only offers further hosts next to the main one, which
 * stays: it is an ordinary row, and what it names is wording.
 */
export function* detectHostChanges({ base, head }: ContractPair<Operation>, table: TableComparison): Generator<Draft> {
  const before = hostsOf(base);
  const after = hostsOf(head);
  const gone = openRemoved(table).filter(isHostRow);
  const documented = openAdded(table).filter(isHostRow);
  const kept = table.pairs.filter(({ head: row }) => isHostRow(row));
  const isRequired = [...gone, ...documented, ...kept.flatMap((pair) => [pair.base, pair.head])].every(({ field }) => field.required);
  if (!isRequired) {
    for (const pair of kept.filter(isUnlisted)) table.claims.takeAspect(pair, 'values');
    return;
  }
  if (before === after) return;
  for (const row of [...gone, ...documented]) table.claims.takeRow(row);
  const covers: Change[] = [...gone.map((row) => removal(table, row)), ...documented.map((row) => addition(table, row))];
  for (const pair of kept) {
    const change = compareValues(pair.base.field, pair.head.field);
    const isListed = change?.base !== undefined && pair.base.field.constant === undefined;
    if (change !== undefined && isListed) covers.push(...valueWords(change).map((word) => changeAt(table, pair.head, word)));
    for (const aspect of ['values', 'text'] as const) table.claims.takeAspect(pair, aspect);
  }
  yield {
    ruleId: 'operation-host-changed',
    side: tableSide(table.side),
    field: hostRow(head) ?? hostRow(base) ?? null,
    message: `the operation is reached at ${after} now, not at ${before}`,
    base: spotAt(base.file, base.place, before),
    head: spotAt(head.file, head.place, after),
    covers,
  };
}

function isHostRow({ role }: Row): boolean {
  return role === 'base_uri';
}

/** A single address in the text is no list of values. */
function isUnlisted({ base, head }: RowPair): boolean {
  return base.field.values === undefined && head.field.values === undefined;
}

function hostsOf({ baseUris }: Operation): string {
  return baseUris.length === 0 ? 'the main host' : baseUris.join(', ');
}

function hostRow({ request }: Operation): string | undefined {
  return request.find(({ role }) => role === 'base_uri')?.field.name;
}

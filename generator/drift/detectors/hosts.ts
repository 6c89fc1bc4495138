import type { Operation } from '../../model/api.js';
import type { ContractPair } from '../contract.js';
import { spotAt, type Draft } from '../draft.js';
import type { Change } from '../finding.js';
import type { Row } from '../row.js';
import { addition, changeAt, openAdded, openRemoved, removal, tableSide, type TableComparison } from '../table-comparison.js';
import { compareValues, valueWords } from './values.js';

/**
 * The hosts an operation is reached at (drift-rules.md §2). An optional row that offers a further host next to the main one is an
 * ordinary row.
 */
export function* detectHostChanges({ base, head }: ContractPair<Operation>, table: TableComparison): Generator<Draft> {
  const before = hostsOf(base);
  const after = hostsOf(head);
  const gone = openRemoved(table).filter(isHostRow);
  const documented = openAdded(table).filter(isHostRow);
  const isOffer = [...gone, ...documented].some(({ field }) => !field.required);
  if (before === after || isOffer) return;
  for (const row of [...gone, ...documented]) table.claims.takeRow(row);
  const covers: Change[] = [...gone.map((row) => removal(table, row)), ...documented.map((row) => addition(table, row))];
  for (const pair of table.pairs.filter(({ head: row }) => isHostRow(row))) {
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

function hostsOf({ baseUris }: Operation): string {
  return baseUris.length === 0 ? 'the main host' : baseUris.join(', ');
}

function hostRow({ request }: Operation): string | undefined {
  return request.find(({ role }) => role === 'base_uri')?.field.name;
}

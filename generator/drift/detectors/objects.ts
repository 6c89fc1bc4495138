import type { Draft } from '../draft.js';
import type { RowPair } from '../pair-rows.js';
import { typeName, type Row } from '../row.js';
import {
  addition,
  baseSpot,
  groupByParent,
  headSpot,
  openAdded,
  openRemoved,
  removal,
  tableSide,
  type TableComparison,
} from '../table-comparison.js';

/** Rows that lost the object around them, or got one (drift-rules.md §3). */
export function* detectWrappedObjects(table: TableComparison): Generator<Draft> {
  const side = tableSide(table.side);

  const partnerOfBase = new Map<Row | undefined, Row | undefined>(table.pairs.map(({ base, head }) => [base, head]));
  const addedBelow = groupByParent(openAdded(table));
  for (const wrapper of openRemoved(table)) {
    const kept = keptRows(wrapper, openOnes(table, addedBelow.get(partnerOfBase.get(wrapper.parent))));
    if (kept === undefined) continue;
    for (const row of [wrapper, ...kept]) table.claims.takeRow(row);
    yield {
      ruleId: `${table.side}-object-flattened`,
      side,
      field: wrapper.path,
      message: `\`${wrapper.path}\` is gone, and ${nameRows(kept)} in its place`,
      base: baseSpot(table, wrapper, typeName(wrapper.field)),
      ...(kept[0] && { head: headSpot(table, kept[0], null) }),
      covers: [removal(table, wrapper), ...kept.map((row) => addition(table, row))],
    };
  }

  const partnerOfHead = new Map<Row | undefined, Row | undefined>(table.pairs.map(({ base, head }) => [head, base]));
  const removedBelow = groupByParent(openRemoved(table));
  for (const wrapper of openAdded(table)) {
    const kept = keptRows(wrapper, openOnes(table, removedBelow.get(partnerOfHead.get(wrapper.parent))));
    if (kept === undefined) continue;
    for (const row of [wrapper, ...kept]) table.claims.takeRow(row);
    yield {
      ruleId: `${table.side}-object-introduced`,
      side,
      field: wrapper.path,
      message: `\`${wrapper.path}\` is documented now, and ${nameRows(kept)} below it`,
      ...(kept[0] && { base: baseSpot(table, kept[0], null) }),
      head: headSpot(table, wrapper, typeName(wrapper.field)),
      covers: [addition(table, wrapper), ...kept.map((row) => removal(table, row))],
    };
  }
}

/** Objects that gained all of their rows, or lost them (drift-rules.md §4). */
export function* detectOpaqueObjects(table: TableComparison): Generator<Draft> {
  const addedBelow = groupByParent(openAdded(table));
  const removedBelow = groupByParent(openRemoved(table));
  for (const { base, head } of table.pairs.filter(isObjectInBoth)) {
    if (base.children.length > 0 && head.children.length > 0) continue;
    const gained = openOnes(table, addedBelow.get(head));
    const lost = openOnes(table, removedBelow.get(base));
    if (gained.length === 0 && lost.length === 0) continue;
    for (const row of [...gained, ...lost]) table.claims.takeRow(row);
    const isClosed = gained.length > 0;
    yield {
      ruleId: `${table.side}-object-${isClosed ? 'closed' : 'opened'}`,
      side: tableSide(table.side),
      field: head.path,
      message: isClosed
        ? `\`${head.path}\` took anything and has rows now`
        : `\`${head.path}\` had rows and says nothing of its content now`,
      ...(gained.length > 0 && gained.every(({ field }) => !field.required) && { milder: true as const }),
      base: baseSpot(table, base, typeName(base.field)),
      head: headSpot(table, head, typeName(head.field)),
      covers: [...gained.map((row) => addition(table, row)), ...lost.map((row) => removal(table, row))],
    };
  }
}

function isObjectInBoth({ base, head }: RowPair): boolean {
  return base.field.type === 'object' && head.field.type === 'object' && base.field.list === head.field.list;
}

function openOnes({ claims }: TableComparison, rows: readonly Row[] = []): Row[] {
  return rows.filter((row) => !claims.hasRow(row));
}

/**
 * The rows outside of an object that are the rows inside of it in the other revision: at least half of its rows, and two of them
 * unless it has one only. `undefined` where they are fewer.
 */
function keptRows(wrapper: Row, outside: readonly Row[]): Row[] | undefined {
  if (wrapper.field.type !== 'object') return undefined;
  const inside = new Map(wrapper.children.map((row) => [row.field.name, row]));
  const kept = outside.filter((row) => {
    const twin = inside.get(row.field.name);
    return row !== wrapper && twin !== undefined && typeName(twin.field) === typeName(row.field);
  });
  const enough = kept.length * 2 >= wrapper.children.length && (kept.length >= 2 || wrapper.children.length === 1);
  return enough && kept.length > 0 ? kept : undefined;
}

function nameRows(rows: readonly Row[]): string {
  return rows.length === 1 ? `\`${rows[0]?.field.name ?? ''}\` stands` : `${rows.length} of its rows stand`;
}

import { createClaims, type Claims } from './claims.js';
import type { Draft } from './draft.js';
import { spotAt } from './draft.js';
import type { Change, ChangeWord, Spot, TableSide } from './finding.js';
import type { PairedRows } from './pair-rows.js';
import { withAncestors, type Row } from './row.js';
import type { Side } from './rule.js';

/** What is left of two tables to be explained. */
export interface TableComparison extends PairedRows {
  /** As head names it. */
  readonly operation: string;
  readonly side: Side;
  readonly baseFile: string;
  readonly headFile: string;
  /** Whether any row of the operation, in either table, was and is encrypted. */
  readonly encrypted: { readonly base: boolean; readonly head: boolean };
  readonly claims: Claims;
}

/** Finds one kind of edit and claims what it explains. Detectors run from the strongest to the weakest. */
export type Detector = (table: TableComparison) => Iterable<Draft>;

export function tableSide(side: Side): TableSide {
  return side === 'response' || side === 'ack' ? 'response' : 'request';
}

/** Top-most rows of base that nothing explains yet. */
export function openRemoved({ removed, claims }: TableComparison): Row[] {
  return removed.filter((row) => !claims.hasRow(row));
}

/** Top-most rows of head that nothing explains yet. */
export function openAdded({ added, claims }: TableComparison): Row[] {
  return added.filter((row) => !claims.hasRow(row));
}

/** Rows by the row they hang below; those at the root hang below `undefined`. */
export function groupByParent(rows: readonly Row[]): Map<Row | undefined, Row[]> {
  return groupRows(rows, ({ parent }) => parent);
}

export function groupRows<Key>(rows: readonly Row[], keyOf: (row: Row) => Key): Map<Key, Row[]> {
  const groups = new Map<Key, Row[]>();
  for (const row of rows) {
    const key = keyOf(row);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [row]);
    else group.push(row);
  }
  return groups;
}

/** The part of a comparison whose rows satisfy `isInside`, with claims of its own. */
export function restrictTable(table: TableComparison, isInside: (row: Row) => boolean): TableComparison {
  return {
    ...table,
    pairs: table.pairs.filter(({ head }) => isInside(head)),
    removed: table.removed.filter(isInside),
    added: table.added.filter(isInside),
    removedShapes: table.removedShapes.filter(({ shape }) => isInside(shape)),
    addedShapes: table.addedShapes.filter(({ shape }) => isInside(shape)),
    claims: createClaims(),
  };
}

/** The row at the root of the table that this row hangs below. */
export function rootOf(row: Row): Row {
  let root = row;
  for (const ancestor of withAncestors(row)) root = ancestor;
  return root;
}

export function baseSpot({ baseFile }: TableComparison, row: Row, value: string | null): Spot {
  return rowSpot(baseFile, row, value);
}

export function headSpot({ headFile }: TableComparison, row: Row, value: string | null): Spot {
  return rowSpot(headFile, row, value);
}

function rowSpot(file: string, { field }: Row, value: string | null): Spot {
  return { ...spotAt(file, field.place, value), ...(field.overlay && { overlay: field.overlay }) };
}

/** A plain change at a row of this table. */
export function changeAt({ operation, side }: TableComparison, row: Row, change: ChangeWord): Change {
  return { operation, side: tableSide(side), field: row.path, change };
}

export function removal(table: TableComparison, row: Row): Change {
  return changeAt(table, row, 'field-removed');
}

export function addition(table: TableComparison, row: Row): Change {
  return changeAt(table, row, row.field.required ? 'field-added-required' : 'field-added-optional');
}

import type { Draft } from '../draft.js';
import { typeName, type Row } from '../row.js';
import { baseSpot, groupByParent, headSpot, openAdded, openRemoved, tableSide, type TableComparison } from '../table-comparison.js';

/** Rows that appeared or are gone, each with everything below it (drift-rules.md §3). */
export function* detectAddedAndRemovedFields(table: TableComparison): Generator<Draft> {
  const side = tableSide(table.side);
  for (const row of openRemoved(table)) {
    table.claims.takeRow(row);
    yield {
      ruleId: `${table.side}-field-removed-${mark(row)}`,
      side,
      field: row.path,
      message: `\`${row.path}\` (${mark(row)}) is no longer documented`,
      base: baseSpot(table, row, describeRow(row)),
    };
  }
  for (const row of openAdded(table)) {
    table.claims.takeRow(row);
    yield {
      ruleId: `${table.side}-field-added-${mark(row)}`,
      side,
      field: row.path,
      message: `\`${row.path}\` (${typeName(row.field)}, ${mark(row)}) is documented now`,
      head: headSpot(table, row, describeRow(row)),
    };
  }
}

/** The required mark of rows that stayed. */
export function* detectRequiredMarks(table: TableComparison): Generator<Draft> {
  for (const pair of table.pairs) {
    const { base, head } = pair;
    if (base.field.required === head.field.required || table.claims.hasAspect(pair, 'required')) continue;
    yield {
      ruleId: `${table.side}-became-${mark(head)}`,
      side: tableSide(table.side),
      field: head.path,
      message: `\`${head.path}\` was ${mark(base)} and is ${mark(head)} now`,
      base: baseSpot(table, base, mark(base)),
      head: headSpot(table, head, mark(head)),
    };
  }
}

/** Siblings that changed places and nothing else. */
export function* detectReorderedFields(table: TableComparison): Generator<Draft> {
  const partners = new Map(table.pairs.map(({ base, head }) => [base, head]));
  const baseBelow = groupByParent(table.pairs.map(({ base }) => base));
  const headBelow = groupByParent(table.pairs.map(({ head }) => head));
  for (const [parent, siblings] of baseBelow) {
    const goal = parent && partners.get(parent);
    const order = inPageOrder(headBelow.get(goal) ?? []);
    const kept = inPageOrder(siblings).map((row) => partners.get(row));
    const moved = order.find((row, index) => row !== kept[index]);
    if (moved === undefined) continue;
    yield {
      ruleId: `${table.side}-field-reordered`,
      side: tableSide(table.side),
      field: goal?.path ?? moved.path,
      message: goal === undefined ? 'rows at the top of the table changed places' : `rows below \`${goal.path}\` changed places`,
      head: headSpot(table, goal ?? moved, null),
    };
  }
}

function inPageOrder(rows: readonly Row[]): Row[] {
  return [...rows].sort((left, right) => left.field.place.line - right.field.place.line);
}

function mark({ field }: Row): 'required' | 'optional' {
  return field.required ? 'required' : 'optional';
}

function describeRow(row: Row): string {
  return `${typeName(row.field)}, ${mark(row)}`;
}

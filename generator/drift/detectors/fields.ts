import type { Draft } from '../draft.js';
import { typeName, type Row } from '../row.js';
import { baseSpot, headSpot, openAdded, openRemoved, tableSide, type TableComparison } from '../table-comparison.js';

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
  for (const { base, head } of table.pairs) {
    const kept = base.children.map((child) => partners.get(child)).filter((child) => child !== undefined);
    const staying = new Set(kept);
    const order = head.children.filter((child) => staying.has(child));
    if (order.every((child, index) => child === kept[index])) continue;
    yield {
      ruleId: `${table.side}-field-reordered`,
      side: tableSide(table.side),
      field: head.path,
      message: `rows below \`${head.path}\` changed places`,
      base: baseSpot(table, base, null),
      head: headSpot(table, head, null),
    };
  }
}

function mark({ field }: Row): 'required' | 'optional' {
  return field.required ? 'required' : 'optional';
}

function describeRow(row: Row): string {
  return `${typeName(row.field)}, ${mark(row)}`;
}

import type { Draft } from '../draft.js';
import { overlap } from '../pair-rows.js';
import { rowKey, typeName, type Row } from '../row.js';
import {
  addition,
  baseSpot,
  groupRows,
  headSpot,
  openAdded,
  openRemoved,
  removal,
  tableSide,
  type TableComparison,
} from '../table-comparison.js';

/** Rows of the same name and shape below another parent; only where one row alone can be meant (drift-rules.md §15.2). */
export function* detectMovedFields(table: TableComparison): Generator<Draft> {
  const addedByName = groupRows(openAdded(table), ({ field }) => field.name);
  for (const [name, [base, ...rivals]] of groupRows(openRemoved(table), ({ field }) => field.name)) {
    const [head, ...others] = addedByName.get(name) ?? [];
    if (base === undefined || head === undefined || rivals.length + others.length > 0) continue;
    if (rowKey(base.path) === rowKey(head.path) || !hasSameShape(base, head)) continue;
    table.claims.takeRow(base);
    table.claims.takeRow(head);
    yield {
      ruleId: `${table.side}-field-moved`,
      side: tableSide(table.side),
      field: head.path,
      from: base.path,
      to: head.path,
      message: `\`${base.path}\` stands at \`${head.path}\` now`,
      base: baseSpot(table, base, base.path),
      head: headSpot(table, head, head.path),
      covers: [removal(table, base), addition(table, head)],
    };
  }
}

function hasSameShape(base: Row, head: Row): boolean {
  if (typeName(base.field) !== typeName(head.field)) return false;
  return (base.children.length === 0 && head.children.length === 0) || overlap(base.children, head.children) >= 0.5;
}

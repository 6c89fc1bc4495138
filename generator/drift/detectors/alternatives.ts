import type { Draft } from '../draft.js';
import type { LoneShape } from '../pair-rows.js';
import { rowKey, withDescendants, type Row } from '../row.js';
import { addition, baseSpot, headSpot, removal, tableSide, type TableComparison } from '../table-comparison.js';

/** Further shapes of a field, between separator rows (dialect.md §11, drift-rules.md §3). */
export function* detectAlternatives(table: TableComparison): Generator<Draft> {
  const side = tableSide(table.side);
  const rowsOf = createRowKeys();
  for (const { shape, field } of table.removedShapes) {
    yield {
      ruleId: `${table.side}-alternative-removed`,
      side,
      field: field.head.path,
      message: `\`${field.head.path}\` has a shape less${selection(shape)}`,
      base: baseSpot(table, shape, shape.field.when ?? null),
      head: headSpot(table, field.head, null),
      covers: rowsOnlyIn(shape, rowsOf(field.head)).map((row) => removal(table, row)),
    };
  }
  for (const { shape, field } of table.addedShapes) {
    yield {
      ruleId: `${table.side}-alternative-added`,
      side,
      field: field.head.path,
      message: `\`${field.head.path}\` has a further shape${selection(shape)}`,
      base: baseSpot(table, field.base, null),
      head: headSpot(table, shape, shape.field.when ?? null),
      covers: rowsOnlyIn(shape, rowsOf(field.base)).map((row) => addition(table, row)),
    };
  }
}

/** Top-most rows of a shape that no shape of the field in the other revision has. */
function rowsOnlyIn(shape: LoneShape['shape'], known: ReadonlySet<string>): Row[] {
  const strangers = (rows: readonly Row[]): Row[] => rows.flatMap((row) => (known.has(rowKey(row.path)) ? strangers(row.children) : [row]));
  return strangers(shape.children);
}

/** What all shapes of a field have, told once for all of its lone shapes. */
function createRowKeys(): (field: Row) => ReadonlySet<string> {
  const known = new Map<Row, ReadonlySet<string>>();
  return (field) => {
    const keys = known.get(field) ?? new Set([...withDescendants(field)].map(({ path }) => rowKey(path)));
    known.set(field, keys);
    return keys;
  };
}

function selection({ field }: Row): string {
  return field.when === undefined ? '' : ` for \`${field.when}\``;
}

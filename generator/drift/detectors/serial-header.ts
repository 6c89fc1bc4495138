import type { Draft } from '../draft.js';
import type { Change } from '../finding.js';
import { serialHeader } from '../protocol-names.js';
import type { Row } from '../row.js';
import { addition, baseSpot, headSpot, openAdded, openRemoved, removal, tableSide, type TableComparison } from '../table-comparison.js';

/**
 * The row that names the platform key (drift-rules.md §8). It follows from encrypted fields: where one of them changed as well,
 * that finding covers the row, and there is none here.
 */
export function* detectSerialHeader(table: TableComparison): Generator<Draft> {
  if (table.side !== 'request') return;
  const isExplained = explainedSerialRows(table).length > 0;
  const side = tableSide(table.side);
  for (const row of openAdded(table).filter(isSerialRow)) {
    table.claims.takeRow(row);
    if (isExplained) continue;
    yield {
      ruleId: 'serial-header-added',
      side,
      field: serialRow(row).path,
      message: `the call documents the header \`${serialHeader}\` now`,
      head: headSpot(table, serialRow(row), serialHeader),
      covers: rowsOf(row).map((each) => addition(table, each)),
    };
  }
  for (const row of openRemoved(table).filter(isSerialRow)) {
    table.claims.takeRow(row);
    if (isExplained) continue;
    yield {
      ruleId: 'serial-header-removed',
      side,
      field: serialRow(row).path,
      message: `the call no longer documents the header \`${serialHeader}\``,
      base: baseSpot(table, serialRow(row), serialHeader),
      covers: rowsOf(row).map((each) => removal(table, each)),
    };
  }
}

/** What an encryption finding of this table covers of the serial row: empty where none explains it. */
export function explainedSerialRows(table: TableComparison): Change[] {
  if (table.side !== 'request') return [];
  const gained = table.pairs.some(({ base, head }) => base.field.encryption === undefined && head.field.encryption !== undefined);
  const lost = table.pairs.some(({ base, head }) => base.field.encryption !== undefined && head.field.encryption === undefined);
  return [
    ...(gained
      ? table.added
          .filter(isSerialRow)
          .flatMap(rowsOf)
          .map((row) => addition(table, row))
      : []),
    ...(lost
      ? table.removed
          .filter(isSerialRow)
          .flatMap(rowsOf)
          .map((row) => removal(table, row))
      : []),
  ];
}

/** The row itself, or a group of headers that holds nothing else. */
export function isSerialRow(row: Row): boolean {
  if (row.role !== 'headers') return false;
  if (row.parent !== undefined) return row.field.name === serialHeader;
  return row.children.length === 1 && row.children[0]?.field.name === serialHeader;
}

function serialRow(row: Row): Row {
  return row.parent === undefined ? (row.children[0] ?? row) : row;
}

function rowsOf(row: Row): Row[] {
  return row.parent === undefined ? [row, ...row.children] : [row];
}

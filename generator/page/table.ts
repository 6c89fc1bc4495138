import type { PhrasingContent } from 'mdast';
import type { ImTable, ImTableCell, ImTableRow } from '../markdown/index.js';
import type { Place } from '../diagnostics/place.js';
import { readDescription } from './description-cell.js';
import { readNameCell } from './name-cell.js';
import type { Spanning, Table } from './page.js';
import type { Reading } from './reading.js';
import { buildRowTree, type FlatRow } from './row-tree.js';
import { readSpanning } from './spanning.js';
import { headerCells, separatorClass, tableKeywords } from './tokens.js';
import { readTypeCell } from './type-cell.js';

const fieldCells = 3;

/**
 * Reads a request or response table (dialect.md §7).
 *
 * @returns undefined where the first header cell is none of the four keywords
 */
export function readTable(table: ImTable, reading: Reading): Table | undefined {
  const [header, ...body] = table.children;
  const keyword = tableKeywords.find((candidate) => candidate === header?.children[0]?.source);
  if (!header || keyword === undefined) return undefined;
  const place = reading.placeOf(header);
  if (!table.delimited) reading.report('doc-table-delimiter-missing', place, 'no delimiter row below the header');
  const odd = headerCells.find(([word, name], index) => {
    const cell = header.children[index + 1];
    return cell?.source !== word || !hasAttribute(cell, 'class', name);
  });
  if (odd) reading.report('doc-table-header', place, `the header lacks \`${odd[0]} {.${odd[1]}}\``);
  const flatRows: FlatRow[] = [];
  const spannings: Spanning[] = [];
  for (const row of body) {
    const [cell] = row.children;
    if (!cell) continue;
    const isAlone = row.children.length === 1;
    if (isAlone && hasAttribute(cell, 'class', separatorClass)) {
      flatRows.push({ kind: 'separator', place: reading.placeOf(row) });
    } else if (isAlone && hasAttribute(cell, 'colspan')) {
      spannings.push(readSpanning(cell, reading));
    } else {
      flatRows.push(readFieldRow(row, cell, reading));
    }
  }
  const [spanning, second] = spannings;
  const misplaced = flatRows.length > 0 ? spanning : second;
  if (misplaced) reading.report('doc-spanning-misplaced', misplaced.place, 'a spanning row is not the only row of its table');
  const rows = buildRowTree(flatRows, reading);
  return { keyword, place, rows, ...(spanning && flatRows.length === 0 && { spanning }) };
}

function hasAttribute(cell: ImTableCell, key: string, value?: string): boolean {
  return cell.attributes?.list.some((attribute) => attribute.key === key && (value === undefined || attribute.value === value)) ?? false;
}

function readFieldRow(row: ImTableRow, nameCell: ImTableCell, reading: Reading): FlatRow {
  const rowPlace = reading.placeOf(row);
  const end = { ...rowPlace, column: rowPlace.endColumn };
  const [, typeCell, ...descriptionCells] = row.children;
  const written = readNameCell(nameCell, reading);
  const { type, required, indent } = readTypeCell(typeCell, { end, astray: written.forType, reading });
  const name = { ...written, indent: written.indent === 0 ? (indent ?? 0) : written.indent };
  const [, extra] = descriptionCells;
  if (extra) {
    const message = `row has ${String(row.children.length)} cells, not ${String(fieldCells)}`;
    reading.report('doc-row-cells', reading.placeOf(extra), message);
  }
  if (row.children.length === fieldCells - 1) {
    reading.report('doc-row-short', name.place, `row \`${name.name}\` has no cell for its description`);
  }
  const description = readDescription(joinCells(descriptionCells), descriptionPlace(descriptionCells, end), reading);
  return { kind: 'field', name, required: name.required || required, type, description, rowPlace };
}

/** A pipe that is not escaped splits a description; its halves belong together. */
function joinCells(cells: readonly ImTableCell[]): PhrasingContent[] {
  return cells.flatMap(({ children }, index) => (index === 0 ? children : [{ type: 'text', value: ' | ' } as const, ...children]));
}

function descriptionPlace(cells: readonly ImTableCell[], end: Place): Place {
  const start = cells[0]?.position?.start;
  const last = cells.at(-1);
  if (!start || !last?.position) return end;
  return { line: start.line, column: start.column, endColumn: last.position.start.column + last.source.length };
}

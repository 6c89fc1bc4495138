import type { PhrasingContent } from 'mdast';
import type { ImTable, ImTableCell, ImTableRow } from '../markdown/index.js';
import type { Place } from '../diagnostics/place.js';
import { readDescriptionAttributes } from './description-attributes.js';
import { readDescription } from './description-cell.js';
import { readNameCell } from './name-cell.js';
import type { Spanning, Table } from './page.js';
import type { Reading } from './reading.js';
import { buildRowTree, type FlatRow } from './row-tree.js';
import { readSpanning } from './spanning.js';
import { headerCells, requestKeyword, separatorClass, tableKeywords } from './tokens.js';
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
    const isSeparator = hasAttribute(cell, 'class', separatorClass);
    if (!isAlone(row) || !(isSeparator || hasAttribute(cell, 'colspan'))) {
      flatRows.push(readFieldRow(row, cell, reading));
      continue;
    }
    reportEmptyCells(row, reading);
    if (isSeparator) flatRows.push({ kind: 'separator', place: reading.placeOf(row) });
    else spannings.push(readSpanning(cell, reading));
  }
  const [spanning, second] = spannings;
  const isRequest = keyword === requestKeyword;
  const misplaced = flatRows.length > 0 || isRequest ? spanning : second;
  if (misplaced) {
    const message = isRequest
      ? 'a spanning row says what is answered, not what is sent'
      : 'a spanning row is not the only row of its table';
    reading.report('doc-spanning-misplaced', misplaced.place, message);
  } else if (spanning?.kind === 'other') {
    reading.report('doc-spanning-unknown', spanning.place, `\`${spanning.text}\` does not say what is answered`);
  }
  const rows = buildRowTree(flatRows, reading);
  return { keyword, place, rows, ...(spanning && flatRows.length === 0 && { spanning }) };
}

function hasAttribute(cell: ImTableCell, key: string, value?: string): boolean {
  return cell.attributes?.list.some((attribute) => attribute.key === key && (value === undefined || attribute.value === value)) ?? false;
}

/** Whether nothing stands in the other cells; tools that line up the pipes of a table add empty ones. */
function isAlone({ children: [, ...others] }: ImTableRow): boolean {
  return others.every(({ source, attributes }) => source === '' && !attributes);
}

function reportEmptyCells({ children }: ImTableRow, reading: Reading): void {
  const [, empty] = children;
  if (!empty) return;
  reading.report('doc-row-cells', reading.placeOf(empty), `row has ${String(children.length)} cells, not 1`, {
    why: 'its one cell spans the whole table',
    help: 'remove the empty cells, and the pipes before them',
  });
}

function readFieldRow(row: ImTableRow, nameCell: ImTableCell, reading: Reading): FlatRow {
  const rowPlace = reading.placeOf(row);
  const end = { ...rowPlace, column: rowPlace.endColumn };
  const [, typeCell, ...descriptionCells] = row.children;
  const written = readNameCell(nameCell, reading);
  const [descriptionCell, extra] = descriptionCells;
  const trailing = descriptionCell && !extra ? readDescriptionAttributes(descriptionCell, reading) : undefined;
  const astray = [...written.forType, ...(trailing?.astray ?? [])];
  const { type, required, indent } = readTypeCell(typeCell, { end, astray, reading });
  const name = { ...written, indent: written.indent === 0 ? (indent ?? 0) : written.indent };
  if (extra) {
    const message = `row has ${String(row.children.length)} cells, not ${String(fieldCells)}`;
    reading.report('doc-row-cells', reading.placeOf(extra), message);
  }
  if (row.children.length === fieldCells - 1) {
    reading.report('doc-row-short', name.place, `row \`${name.name}\` has no cell for its description`);
  }
  const words = [...joinCells(descriptionCells), ...(trailing?.text ? [trailing.text] : [])];
  const description = readDescription(words, descriptionPlace(descriptionCells, end), reading);
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

import type { Place } from '../diagnostics/place.js';
import type { Row } from './page.js';

/** A list of rows that is still growing; at most one row of a name. */
export interface OpenList {
  readonly rows: OpenRow[];
  readonly byName: Map<string, OpenRow>;
  /** Strings with something inside that no row describes yet. */
  readonly closed: OpenRow[];
}

/** A row whose children are still to come. */
export interface OpenRow {
  readonly row: Omit<Row, 'children' | 'decoded' | 'alternatives'>;
  readonly children: OpenList;
  readonly alternatives: OpenRow[];
  decoded?: { readonly place: Place; readonly label: boolean; readonly list: OpenList };
}

export function openList(): OpenList {
  return { rows: [], byName: new Map(), closed: [] };
}

export function addRow(list: OpenList, row: OpenRow): void {
  list.rows.push(row);
  list.byName.set(row.row.name, row);
  if (isOpaque(row)) list.closed.push(row);
}

/** Whether rows may hang below it without a separator. */
export function isContainer({ row }: OpenRow): boolean {
  return row.type.word === 'object';
}

/** A string with something inside: encoded, or encrypted by AES. RSA hides a plain string (dialect.md §11). */
export function isOpaque({ row }: OpenRow): boolean {
  const { encoded, encrypted } = row.type;
  return encoded !== undefined || (encrypted !== undefined && encrypted.value !== 'by-rsa-pubkey');
}

export function closeList({ rows }: OpenList): Row[] {
  return rows.map(closeRow);
}

function closeRow({ row, children, decoded, alternatives }: OpenRow): Row {
  return {
    ...row,
    children: closeList(children),
    ...(decoded && { decoded: { place: decoded.place, ...(decoded.label && { label: true }), rows: closeList(decoded.list) } }),
    alternatives: alternatives.map(closeRow),
  };
}

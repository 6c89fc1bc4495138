import type { Place } from '../diagnostics/place.js';
import type { NameCell } from './name-cell.js';
import { isName } from './name-cell.js';
import type { DecodedRows, Description, Row, TypeCell } from './page.js';
import type { Reading } from './reading.js';

/** One body row of a table, its cells read. */
export type FlatRow =
  | { readonly kind: 'separator'; readonly place: Place }
  | {
      readonly kind: 'field';
      readonly name: NameCell;
      readonly required: boolean;
      readonly type: TypeCell;
      readonly description: Description;
      readonly rowPlace: Place;
    };

type FieldRow = Extract<FlatRow, { kind: 'field' }>;

/** Deeper rows are taken as rows of this depth, so that whoever walks the tree may recurse. */
const maximalDepth = 32;

/** A list of rows that is still growing; at most one row of a name. */
interface OpenList {
  readonly rows: OpenRow[];
  readonly byName: Map<string, OpenRow>;
}

interface OpenRow {
  readonly row: Omit<Row, 'children' | 'decoded' | 'alternatives'>;
  readonly children: OpenList;
  readonly alternatives: OpenRow[];
  decoded?: { readonly place: Place; readonly label: boolean; readonly list: OpenList };
}

/** The rows below one row: `stack[d]` takes rows of depth d, `owner` is the open row at depth d-1. */
interface Level {
  readonly list: OpenList;
  readonly owner?: OpenRow;
  readonly decodes: boolean;
}

/**
 * Builds the tree of a table's rows from their depths (dialect.md §10) and separators (§11).
 *
 * A row that repeats the name of a sibling is reported and left out, with everything below it.
 */
export function buildRowTree(flatRows: readonly FlatRow[], reading: Reading): Row[] {
  const root = openList();
  let stack: Level[] = [{ list: root, decodes: false }];
  let previous: OpenRow | undefined;
  let previousDepth = 0;
  let separator: Place | undefined;
  /** A separator before the first of several shapes; explained once a second shape follows. */
  const unexplained = new Map<OpenRow, Place>();

  for (const flat of flatRows) {
    if (flat.kind === 'separator') {
      if (separator) reading.report('doc-separator-misplaced', flat.place, 'separator follows a separator');
      else if (!previous) reading.report('doc-separator-misplaced', flat.place, 'table begins with a separator');
      else separator = flat.place;
      continue;
    }
    const { name, depth } = placeRow(flat, stack, reading);
    if (name === undefined) continue;
    const row = openRow(flat, name);
    if (separator && previous && depth === previousDepth + 1 && !isContainer(previous)) {
      const owner = findDecodeOwner(previous, stack[previousDepth]?.list, separator, reading);
      owner.decoded = { place: separator, label: false, list: openList() };
      stack = [...stack.slice(0, depth), { list: owner.decoded.list, owner, decodes: true }];
      separator = undefined;
    } else {
      stack = stack.slice(0, depth + 1);
    }
    const level = stack[depth];
    if (!level) continue;
    previous = row;
    previousDepth = depth;
    const sibling = level.list.byName.get(name);
    stack.push({ list: row.children, owner: row, decodes: false });
    if (separator && sibling) {
      sibling.alternatives.push(row);
      unexplained.delete(sibling);
      separator = undefined;
      continue;
    }
    if (sibling) {
      const related = [{ file: reading.file, place: sibling.row.place, message: 'first here' }];
      reading.report('doc-field-duplicate', row.row.place, `field \`${name}\` stands twice on one level`, { related });
      continue;
    }
    const cipher = separator && level.list.rows.findLast(isClosed);
    if (separator && cipher && isContainer(row)) {
      if (cipher !== level.list.rows.at(-1)) reportOwner(cipher, level.list, separator, reading);
      const list = openList();
      addRow(list, row);
      cipher.decoded = { place: separator, label: true, list };
      level.list.byName.set(name, row);
      separator = undefined;
      continue;
    }
    checkParent(level, row, reading);
    if (separator) unexplained.set(row, separator);
    addRow(level.list, row);
    separator = undefined;
  }
  if (separator) reading.report('doc-separator-misplaced', separator, 'table ends with a separator');
  for (const place of unexplained.values()) {
    reading.report('doc-separator-misplaced', place, 'separator neither opens a string nor divides shapes of one field');
  }
  return closeList(root);
}

/** Finds name and depth of a row, with the repairs of design.md §2.3. A name beyond repair is fatal and gives no name. */
function placeRow(flat: FieldRow, stack: readonly Level[], reading: Reading): { readonly name?: string; readonly depth: number } {
  const { name, valid, place, indent = Math.max(0, stack.length - 2) } = flat.name;
  if (!valid) {
    const [first = '', second = '', ...rest] = name.split('.');
    const depth = stack.findLastIndex(({ owner }) => owner?.row.name === first);
    if (depth < 1 || rest.length > 0 || !isName(second)) {
      reading.report('doc-name-invalid', place, name === '' ? 'row has no name' : `\`${name}\` is no name`);
      return { depth: 0 };
    }
    const help = `| ${second} {${flat.required ? 'data-required ' : ''}data-indent=${String(depth)}} | …`;
    reading.report('doc-attribute-misplaced', place, `dotted name \`${name}\` is not indented under \`${first}\``, {
      why: 'the field would stand on the wrong level',
      help,
    });
    return { name: second, depth };
  }
  if (indent > maximalDepth) {
    reading.report('doc-indent-deep', place, `row \`${name}\` is ${String(indent)} levels deep`);
  } else if (indent >= stack.length) {
    reading.report('doc-indent-jump', place, `row \`${name}\` at depth ${String(indent)} follows one at depth ${String(stack.length - 2)}`);
  }
  return { name, depth: Math.min(indent, stack.length - 1, maximalDepth) };
}

/** The row whose content the separator opens: the one before it, or else a sibling whose content is still closed. */
function findDecodeOwner(previous: OpenRow, siblings: OpenList | undefined, separator: Place, reading: Reading): OpenRow {
  if (isOpaque(previous)) return previous;
  const owner = siblings?.rows.findLast(isClosed) ?? previous;
  reportOwner(owner, siblings, separator, reading);
  return owner;
}

/** Says that a separator does not stand right below the row it opens. */
function reportOwner(owner: OpenRow, siblings: OpenList | undefined, separator: Place, reading: Reading): void {
  const { name, place } = owner.row;
  const candidates = siblings?.rows.filter(isClosed).length ?? 0;
  const related = [{ file: reading.file, place, message: 'taken as the owner' }];
  if (candidates === 1) {
    reading.report('doc-layer-detached', separator, `separator does not follow \`${name}\`, whose content it opens`, { related });
  } else {
    const why = candidates === 0 ? `\`${name}\` is neither encoded nor encrypted` : `${String(candidates)} rows could own them`;
    reading.report('doc-layer-owner-ambiguous', separator, `rows below the separator have no sure owner: ${why}`, { related });
  }
}

function checkParent({ owner, decodes }: Level, { row }: OpenRow, reading: Reading): void {
  if (!owner || decodes || isContainer(owner)) return;
  const { name, type } = owner.row;
  const related = [{ file: reading.file, place: owner.row.place, message: 'its parent' }];
  const written = `${type.word}${type.list ? '[]' : ''}`;
  reading.report('doc-child-of-scalar', row.place, `\`${row.name}\` stands below \`${name}\`, which is a ${written}`, { related });
}

function isContainer({ row }: OpenRow): boolean {
  return row.type.word === 'object';
}

/** A string with something inside: encoded, or encrypted by AES. RSA hides a plain string. */
function isOpaque({ row }: OpenRow): boolean {
  const { encoded, encrypted } = row.type;
  return encoded !== undefined || (encrypted !== undefined && encrypted.value !== 'by-rsa-pubkey');
}

/** Nothing says yet what is inside. */
function isClosed(candidate: OpenRow): boolean {
  return isOpaque(candidate) && !candidate.decoded;
}

function openRow({ name: { place }, rowPlace, required, type, description }: FieldRow, name: string): OpenRow {
  return { row: { name, place, rowPlace, required, type, description }, children: openList(), alternatives: [] };
}

function openList(): OpenList {
  return { rows: [], byName: new Map() };
}

function addRow(list: OpenList, row: OpenRow): void {
  list.rows.push(row);
  list.byName.set(row.row.name, row);
}

function closeList({ rows }: OpenList): Row[] {
  return rows.map(closeRow);
}

function closeRow({ row, children, decoded, alternatives }: OpenRow): Row {
  const content: DecodedRows | undefined = decoded && {
    place: decoded.place,
    ...(decoded.label && { label: true }),
    rows: closeList(decoded.list),
  };
  return { ...row, children: closeList(children), ...(content && { decoded: content }), alternatives: alternatives.map(closeRow) };
}

import type { Place } from '../diagnostics/place.js';
import type { NameCell } from './name-cell.js';
import { addRow, closeList, isContainer, isOpaque, openList, type OpenList, type OpenRow } from './open-rows.js';
import type { Description, Row, TypeCell } from './page.js';
import { placeRow } from './place-row.js';
import type { Reading } from './reading.js';

/** A field row, its cells read. */
export interface FieldRow {
  readonly kind: 'field';
  readonly name: NameCell;
  readonly required: boolean;
  readonly type: TypeCell;
  readonly description: Description;
  readonly rowPlace: Place;
}

/** A body row of a table that is no spanning row. */
export type FlatRow = FieldRow | { readonly kind: 'separator'; readonly place: Place };

/** Rows that are still open: `stack[d]` takes rows of depth d, which hang below its `owner`. */
export interface Level {
  readonly list: OpenList;
  /** Absent at depth 0. */
  readonly owner?: OpenRow;
  /** `data-indent` of the owner as written; -1 at depth 0. */
  readonly indent: number;
  /** The rows describe what is inside the owner. */
  readonly decodes: boolean;
}

interface Tree {
  stack: Level[];
  previous?: OpenRow;
  /** The separator right above, until its row is there. */
  separator?: Place | undefined;
  /** Separators before what is perhaps the first of several shapes; explained once a second shape follows. */
  readonly unexplained: Map<OpenRow, Place>;
}

/**
 * Builds the tree of a table's rows from their depths (dialect.md §10) and separators (§11).
 *
 * A row that repeats the name of a sibling is reported and left out; what stands below it goes below that sibling. No row is deeper
 * than `maximalDepth`, so that whoever walks the tree may recurse.
 */
export function buildRowTree(flatRows: readonly FlatRow[], reading: Reading): Row[] {
  const root = openList();
  const tree: Tree = { stack: [{ list: root, indent: -1, decodes: false }], unexplained: new Map() };
  for (const flat of flatRows) {
    if (flat.kind === 'separator') addSeparator(flat.place, tree, reading);
    else addField(flat, tree, reading);
  }
  if (tree.separator) reading.report('doc-separator-misplaced', tree.separator, 'table ends with a separator');
  for (const place of tree.unexplained.values()) {
    reading.report('doc-separator-misplaced', place, 'separator neither opens a string nor divides shapes of one field');
  }
  return closeList(root);
}

function addSeparator(place: Place, tree: Tree, reading: Reading): void {
  if (tree.separator) reading.report('doc-separator-misplaced', place, 'separator follows a separator');
  else if (!tree.previous) reading.report('doc-separator-misplaced', place, 'table begins with a separator');
  else tree.separator = place;
}

function addField(flat: FieldRow, tree: Tree, reading: Reading): void {
  const placed = placeRow(flat, tree.stack, reading);
  if (!placed) return;
  const { name, depth, indent } = placed;
  const { separator, previous, stack } = tree;
  const { place } = flat.name;
  const { required, type, description, rowPlace } = flat;
  const row: OpenRow = { row: { name, place, rowPlace, required, type, description }, children: openList(), alternatives: [] };
  const opens = separator !== undefined && previous !== undefined && !isContainer(previous) && stack[depth]?.owner === previous;
  const level = opens ? openContent(previous, stack[depth - 1], separator, indent - 1, reading) : stack[depth];
  if (!level) return;
  const twin = opens || separator ? undefined : level.list.byName.get(name);
  const taken = twin ?? row;
  tree.stack = [...stack.slice(0, depth), level, { list: taken.children, owner: taken, indent, decodes: false }];
  tree.previous = taken;
  tree.separator = undefined;
  if (twin) {
    const related = [{ file: reading.file, place: twin.row.place, message: 'first here' }];
    reading.report('doc-field-duplicate', place, `field \`${name}\` stands twice on one level`, { related });
  } else {
    attach(row, level, opens ? undefined : separator, tree, reading);
  }
}

/** Hangs a row below its level, as a field or as one more shape of a field. */
function attach(row: OpenRow, level: Level, separator: Place | undefined, tree: Tree, reading: Reading): void {
  const sibling = level.list.byName.get(row.row.name);
  if (sibling) {
    sibling.alternatives.push(row);
    tree.unexplained.delete(sibling);
    return;
  }
  const closed = separator && isContainer(row) ? level.list.closed.at(-1) : undefined;
  if (separator && closed) {
    if (closed !== level.list.rows.at(-1)) reportOwner(closed, level.list, separator, reading);
    addLabel(row, closed, level.list, separator);
    return;
  }
  if (separator) tree.unexplained.set(row, separator);
  checkParent(row, level, tree.stack.at(-1)?.indent, reading);
  addRow(level.list, row);
}

/** A row at the depth of a closed string only names its content (§11, "decode, same depth"). */
function addLabel(row: OpenRow, closed: OpenRow, siblings: OpenList, separator: Place): void {
  siblings.closed.pop();
  siblings.byName.set(row.row.name, row);
  const list = openList();
  addRow(list, row);
  closed.decoded = { place: separator, label: true, list };
}

/** Opens the row above the separator, or a sibling before it whose content is still closed. */
function openContent(previous: OpenRow, siblings: Level | undefined, separator: Place, indent: number, reading: Reading): Level {
  const closed = siblings?.list.closed ?? [];
  const owner = isOpaque(previous) ? previous : (closed.at(-1) ?? previous);
  if (!isOpaque(previous)) reportOwner(owner, siblings?.list, separator, reading);
  if (closed.at(-1) === owner) closed.pop();
  owner.decoded = { place: separator, label: false, list: openList() };
  return { list: owner.decoded.list, owner, indent, decodes: true };
}

/** Says that a separator does not stand right below the row it opens. */
function reportOwner({ row: { name, place } }: OpenRow, siblings: OpenList | undefined, separator: Place, reading: Reading): void {
  const candidates = siblings?.closed.length ?? 0;
  const related = [{ file: reading.file, place, message: 'taken as the owner' }];
  if (candidates === 1) {
    reading.report('doc-layer-detached', separator, `separator does not follow \`${name}\`, whose content it opens`, { related });
  } else {
    const why = candidates === 0 ? `\`${name}\` is neither encoded nor encrypted by AES` : `${String(candidates)} rows could own them`;
    reading.report('doc-layer-owner-ambiguous', separator, `rows below the separator have no sure owner: ${why}`, { related });
  }
}

/** Once for each parent, and not where a jump has brought the row there: these are consequences. */
function checkParent({ row }: OpenRow, { owner, list, decodes, indent }: Level, rowIndent: number | undefined, reading: Reading): void {
  if (!owner || decodes || isContainer(owner) || list.rows.length > 0 || rowIndent !== indent + 1) return;
  const { name, place, type } = owner.row;
  const related = [{ file: reading.file, place, message: 'its parent' }];
  const written = `${type.word}${type.list ? '[]' : ''}`;
  reading.report('doc-child-of-scalar', row.place, `\`${row.name}\` stands below \`${name}\`, whose type is \`${written}\``, { related });
}

import type { Field, GroupRole, RequestGroup } from '../model/api.js';

/**
 * How values travel at a row: as typed JSON, or as text, where a number and its digits look the same (drift-rules.md §4).
 */
export type Wire = 'typed' | 'text';

/** A field in its table: what the model says of it, and where it hangs. */
export interface Row {
  readonly field: Field;
  /** Its group first, `[]` after lists of objects. */
  readonly path: string;
  readonly parent?: Row;
  /** Of the group the row is in; only rows of requests have one. */
  readonly role?: GroupRole;
  readonly wire: Wire;
  /** Rows of the value itself and rows of what is inside the encoded or encrypted string: the path runs through both. */
  readonly children: readonly Row[];
  /** Further, mutually exclusive shapes; this row is the first. They share its path. */
  readonly alternatives: readonly Row[];
}

const textRoles: ReadonlySet<GroupRole> = new Set(['path', 'query', 'headers', 'xml', 'body', 'fragment', 'base_uri']);

/** The rows of a request table, one root per group. */
export function readGroups(groups: readonly RequestGroup[]): Row[] {
  return groups
    .filter(({ field }) => field.synthetic !== true)
    .map(({ role, field }) => readRow(field, { role, wire: textRoles.has(role) ? 'text' : 'typed' }));
}

/** The rows of any other table. */
export function readRows(fields: readonly Field[], wire: Wire): Row[] {
  return fields.map((field) => readRow(field, { wire }));
}

interface Place {
  readonly parent?: Row;
  readonly role?: GroupRole;
  readonly wire: Wire;
}

function readRow(field: Field, place: Place): Row {
  const children: Row[] = [];
  const alternatives: Row[] = [];
  const name = field.list && field.type === 'object' ? `${field.name}[]` : field.name;
  const row: Row = {
    field,
    path: place.parent === undefined ? name : `${place.parent.path}.${name}`,
    ...place,
    children,
    alternatives,
  };
  const below = { parent: row, ...(place.role === undefined ? {} : { role: place.role }) };
  for (const child of field.fields) children.push(readRow(child, { ...below, wire: place.wire }));
  for (const child of field.content?.fields ?? []) {
    children.push(readRow(child, { ...below, wire: field.content?.format === 'json' ? 'typed' : 'text' }));
  }
  for (const shape of field.alternatives ?? []) alternatives.push(readRow(shape, place));
  return row;
}

/** The row, its further shapes and everything below, in page order. */
export function* withDescendants(row: Row): Generator<Row> {
  yield row;
  for (const child of row.children) yield* withDescendants(child);
  for (const shape of row.alternatives) yield* withDescendants(shape);
}

/** The row itself, then its parents up to the root. */
export function* withAncestors(row: Row): Generator<Row> {
  for (let current: Row | undefined = row; current !== undefined; current = current.parent) yield current;
}

/** `string[]`, `object`: the type as the page writes it. */
export function typeName({ type, list }: Field): string {
  return list ? `${type}[]` : type;
}

/** Path by names alone: what identifies a row, whatever its type. */
export function rowKey(path: string): string {
  return path.replaceAll('[]', '');
}

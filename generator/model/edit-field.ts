import type { Field } from './api.js';

/** The names of a row path: `json.goods_detail[].quantity` has three. */
export function pathNames(path: string): string[] {
  return path.split('.').map((name) => name.replace(/\[\]$/, ''));
}

/** A level of rows after an edit, and how many fields the path met. */
export interface Edited {
  readonly fields: readonly Field[];
  readonly count: number;
}

/**
 * Replaces the field at a path by what `edit` makes of it; undefined removes it. The path leads through objects, lists and the content
 * of strings, and through every shape of a field that has several.
 */
export function editField(fields: readonly Field[], names: readonly string[], edit: (field: Field) => Field | undefined): Edited {
  const [name, ...rest] = names;
  let count = 0;
  const edited = fields.flatMap((field): Field[] => {
    if (field.name !== name) return [field];
    if (rest.length === 0) {
      count += 1;
      const replaced = edit(field);
      return replaced ? [replaced] : [];
    }
    const below = editBelow(field, rest, edit);
    count += below.count;
    return [below.field];
  });
  return { fields: edited, count };
}

function editBelow(
  field: Field,
  rest: readonly string[],
  edit: (field: Field) => Field | undefined,
): { readonly field: Field; readonly count: number } {
  const rows = editField(field.fields, rest, edit);
  const content = field.content && editField(field.content.fields, rest, edit);
  const shapes = field.alternatives?.map((shape) => editBelow(shape, rest, edit));
  return {
    field: {
      ...field,
      ...(field.content && content && { content: { ...field.content, fields: content.fields } }),
      fields: rows.fields,
      ...(shapes && { alternatives: shapes.map((shape) => shape.field) }),
    },
    count: rows.count + (content?.count ?? 0) + (shapes ?? []).reduce((sum, shape) => sum + shape.count, 0),
  };
}

/** The paths of all fields of a level and below, as an overlay would write them. */
export function* pathsBelow(fields: readonly Field[], prefix = ''): Generator<string> {
  for (const field of fields) {
    const path = `${prefix}${field.name}`;
    yield path;
    const inside = `${path}${field.list && field.type === 'object' ? '[]' : ''}.`;
    for (const shape of [field, ...(field.alternatives ?? [])]) {
      yield* pathsBelow(shape.fields, inside);
      yield* pathsBelow(shape.content?.fields ?? [], inside);
    }
  }
}

import type { Field } from '../../model/api.js';

/** A field with its path in plain values: names joined with `.`, lists are not marked. */
export interface FieldPath {
  readonly path: string;
  readonly field: Field;
}

/** All fields below and with `field`, in page order; of alternative shapes the first. */
export function fieldPaths(field: Field, path: string = field.name): FieldPath[] {
  return [
    { path, field },
    ...inside(field).flatMap((member) => fieldPaths(member.field, `${path}.${member.path}`)),
    ...labelPaths(field, path),
  ];
}

function inside({ fields, content }: Field): FieldPath[] {
  const members = content?.shape === 'object' ? content.fields : fields;
  return members.map((field) => ({ path: field.name, field }));
}

/** Decoded content that is a list hides the name of its only field (dialect.md §11). */
function labelPaths({ content }: Field, path: string): FieldPath[] {
  const [label] = content?.fields ?? [];
  return content === undefined || content.shape === 'object' || label === undefined ? [] : fieldPaths(label, path).slice(1);
}

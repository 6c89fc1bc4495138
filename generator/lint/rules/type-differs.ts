import type { Field } from '../../model/api.js';
import type { PageRule } from '../page-subject.js';
import { sidesOf, visitFields } from '../visit-fields.js';

/**
 * One name, a whole number in the request and any number in the response, or the reverse. A row is compared with its namesake below
 * the same parent, and with any namesake where there is none.
 */
export const typeDiffers: PageRule = ({ model, file, report }) => {
  for (const { request, response } of sidesOf(model)) {
    const asked = new Map<string, Field>();
    visitFields(request, (field, parent) => {
      if (!isNumeric(field)) return;
      for (const key of [field.name, keyOf(field, parent)]) if (!asked.has(key)) asked.set(key, field);
    });
    if (asked.size === 0) continue;
    visitFields(response, (field, parent) => {
      const twin = isNumeric(field) ? (asked.get(keyOf(field, parent)) ?? asked.get(field.name)) : undefined;
      if (!twin || twin.type === field.type) return;
      report('doc-type-differs', field.typePlace, `\`${field.name}\` is ${field.type} here and ${twin.type} in the request`, {
        related: [{ file, place: twin.typePlace, message: 'in the request' }],
      });
    });
  }
};

function keyOf({ name }: Field, parent: Field | undefined): string {
  return `${parent?.name ?? ''}.${name}`;
}

function isNumeric({ type }: Field): boolean {
  return type === 'integer' || type === 'number';
}

import type { Field } from '../../model/api.js';
import type { PageRule } from '../page-subject.js';
import { sidesOf, visitFields } from '../visit-fields.js';

/** One name, a whole number in the request and any number in the response, or the reverse. */
export const typeDiffers: PageRule = ({ model, file, report }) => {
  for (const { request, response } of sidesOf(model)) {
    const asked = new Map<string, Field>();
    visitFields(request, (field) => {
      if (isNumeric(field) && !asked.has(field.name)) asked.set(field.name, field);
    });
    const said = new Set<string>();
    visitFields(response, (field) => {
      const twin = isNumeric(field) ? asked.get(field.name) : undefined;
      if (!twin || twin.type === field.type || said.has(field.name)) return;
      said.add(field.name);
      report('doc-type-differs', field.typePlace, `\`${field.name}\` is ${field.type} here and ${twin.type} in the request`, {
        related: [{ file, place: twin.typePlace, message: 'in the request' }],
      });
    });
  }
};

function isNumeric({ type }: Field): boolean {
  return type === 'integer' || type === 'number';
}

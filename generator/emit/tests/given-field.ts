import type { Field } from '../../model/api.js';
import { opensContent } from '../layers.js';

/** A field as users give it: a text that the runtime has no means to seal is given as it travels, whatever is inside of it. */
export function givenField(field: Field): Field {
  const { encryption, content, ...rest } = field;
  return {
    ...rest,
    fields: field.fields.map(givenField),
    ...(opensContent(field, 'sealed') && {
      ...(encryption && { encryption }),
      ...(content && { content: { ...content, fields: content.fields.map(givenField) } }),
    }),
    ...(field.alternatives && { alternatives: field.alternatives.map(givenField) }),
  };
}

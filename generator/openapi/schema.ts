import type { Content, Field } from '../model/api.js';
import { isNumberText, isStatusClass, isValueOf } from '../model/listed-values.js';
import type { Schema } from './document.js';

/** What a field is on the wire: closed lists of values, required marks as on the page, cipher text as strings. */
export function fieldSchema(field: Field): Schema {
  const shapes = [field, ...(field.alternatives ?? [])];
  // Each item of a list may have a shape of its own.
  if (shapes.length > 1 && shapes.every(({ list }) => list)) {
    return { type: 'array', items: { anyOf: shapes.map((shape) => shapeSchema({ ...shape, list: false })) } };
  }
  const [first, ...others] = shapes.map(shapeSchema);
  return others.length > 0 && first ? { anyOf: [first, ...others] } : (first ?? {});
}

/** The members of an object. Names come from a page, and are own properties whatever they are. */
export function objectSchema(fields: readonly Field[]): Schema {
  return { type: 'object', ...members(fields) };
}

function members(fields: readonly Field[]): Pick<Schema, 'properties' | 'required'> {
  const required = fields.filter((field) => field.required).map(({ name }) => name);
  return {
    ...(fields.length > 0 && { properties: Object.fromEntries(fields.map((field) => [field.name, fieldSchema(field)])) }),
    ...(required.length > 0 && { required }),
  };
}

function shapeSchema(field: Field): Schema {
  const description = field.description === '' ? {} : { description: field.description };
  if (!field.list) return { ...elementSchema(field), ...description };
  return { type: 'array', ...description, items: elementSchema(field) };
}

/** A field without its list. Rows below a scalar, which lost their indentation, stay visible as members that no value has. */
function elementSchema(field: Field): Schema {
  return {
    ...(field.type === 'object' ? { type: 'object' } : scalarSchema(field)),
    ...members(field.fields),
    ...(field.content && { contentMediaType: contentMediaTypes[field.content.format], contentSchema: contentSchema(field.content) }),
    ...(field.encryption && { 'x-encrypted': field.encryption.kind, 'x-encrypted-key': field.encryption.key }),
    ...(field.signature && { 'x-signed': field.signature.value }),
  };
}

function scalarSchema(field: Field): Schema {
  const { type } = field;
  if (type === 'true' && !field.values?.textual) return { type: 'boolean', const: true };
  const values = field.values?.items.map(({ value }) => value).filter((value) => type === 'string' || !isStatusClass(value)) ?? [];
  return {
    type: scalarType(field),
    ...(values.length > 0
      ? { enum: values.map((value) => typedValue(value, field)) }
      : field.constant && { const: typedValue(field.constant.value, field) }),
    ...(field.default && isValueOf(field.default.value, scalarType(field)) && { default: typedValue(field.default.value, field) }),
  };
}

function scalarType({ type, values }: Field): 'string' | 'integer' | 'number' | 'boolean' {
  if (values?.textual) return 'string';
  return type === 'integer' || type === 'boolean' || type === 'string' ? type : 'number';
}

/** The text of a page as a value of the field's type; text that is none stays text. */
function typedValue(text: string, field: Field): string | number | boolean {
  const type = scalarType(field);
  if ((type === 'integer' || type === 'number') && isNumberText(text)) return Number(text);
  if (type === 'boolean' && (text === 'true' || text === 'false')) return text === 'true';
  return text;
}

const contentMediaTypes = {
  json: 'application/json',
  xml: 'application/xml',
  urlencoded: 'application/x-www-form-urlencoded',
} as const satisfies Readonly<Record<Content['format'], string>>;

function contentSchema({ shape, fields }: Content): Schema {
  const [only] = fields;
  const list = only ? fieldSchema(only) : {};
  switch (shape) {
    case 'object':
      return objectSchema(fields);
    case 'list':
      return list;
    case 'either':
      return { anyOf: [list, objectSchema(fields)] };
  }
}

import type { Field, Operation, SampleValue } from '../model/api.js';
import type { Example, MediaType, OpenApiParameter, Schema } from './document.js';
import { encodedText, plainSample } from './plain-sample.js';
import { fieldSchema } from './schema.js';

/** The parameters of a call: placeholders of the URL, query and headers, with the values of its sample. */
export function operationParameters({ request, samples, pathParameters }: Operation): OpenApiParameter[] {
  const input = members(samples.find((sample) => sample.input)?.input);
  return request.flatMap(({ role, field }): OpenApiParameter[] => {
    const sample = input.get(field.name);
    switch (role) {
      case 'path':
        return pathParameters.includes(field.name) ? [parameter(field, 'path', sample)] : [];
      case 'query':
        return groupParameters(field, 'query', sample);
      case 'headers':
        return groupParameters(field, 'header', sample);
      default:
        return [];
    }
  });
}

/** The rows of a group as parameters. */
export function groupParameters(group: Field, place: OpenApiParameter['in'], sample?: SampleValue): OpenApiParameter[] {
  const values = members(sample);
  return group.fields.map((field) => parameter(field, place, values.get(field.name)));
}

function parameter(field: Field, place: OpenApiParameter['in'], sample: SampleValue | undefined): OpenApiParameter {
  const { description, ...schema } = fieldSchema(field);
  const example = sample && exampleOf(sample, field);
  return {
    name: field.name,
    in: place,
    ...((field.required || place === 'path') && { required: true }),
    ...(description !== undefined && { description }),
    // Where only text travels an object travels as its JSON.
    ...(field.type === 'object' && !field.list
      ? { content: { 'application/json': jsonText(schema, sample) } }
      : { schema, ...(example !== undefined && { example }) }),
  };
}

function jsonText(schema: Schema, sample: SampleValue | undefined): MediaType {
  const example = sample && plainSample('encoded' in sample ? sample.encoded : sample);
  return { schema, ...(typeof example === 'object' && example !== null && { example }) };
}

/** Of a repeated key the last value. */
function members(value: SampleValue | undefined): ReadonlyMap<string, SampleValue> {
  return new Map(value && 'map' in value ? value.map.map((entry) => [entry.key, entry.value]) : []);
}

/**
 * Literals and lists of them; what is encoded is the text that travels. A path parameter is text in every sample, so digits become a
 * number where the row says so; a lone value of a list is a list of one, which looks the same in a query.
 */
function exampleOf(sample: SampleValue, field: Field): Example | undefined {
  const example = itemOrList(sample, field);
  const isLone = field.list && example !== undefined && typeof example !== 'object';
  return isLone ? [example] : example;
}

function itemOrList(sample: SampleValue, field: Field): Example | undefined {
  if ('list' in sample) {
    const items = sample.list.map((item) => itemOrList(item, field));
    return items.every((item) => item !== undefined) ? items : undefined;
  }
  if ('encoded' in sample) return encodedText(sample);
  if (!('literal' in sample) || sample.literal === null || sample.literal === '') return undefined;
  const { literal } = sample;
  const numeric = field.type === 'integer' || field.type === 'number' || field.type === 'float';
  return numeric && typeof literal === 'string' && /^-?[0-9]+$/.test(literal) && Number.isSafeInteger(Number(literal))
    ? Number(literal)
    : literal;
}

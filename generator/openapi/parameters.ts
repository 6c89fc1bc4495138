import type { Field, Operation, SampleValue } from '../model/api.js';
import type { Example, OpenApiParameter } from './document.js';
import { fieldSchema } from './schema.js';

/** The parameters of a call: placeholders of the URL, query and headers, with the values of its sample. */
export function operationParameters({ request, samples, pathParameters }: Operation): OpenApiParameter[] {
  const input = samples.find((sample) => sample.input)?.input;
  return request.flatMap(({ role, field }): OpenApiParameter[] => {
    switch (role) {
      case 'path':
        return pathParameters.includes(field.name) ? [parameter(field, 'path', memberOf(input, field.name))] : [];
      case 'query':
        return distinct(field.fields).map((member) => parameter(member, 'query', memberOf(memberOf(input, field.name), member.name)));
      case 'headers':
        return headerParameters(field, memberOf(input, field.name));
      default:
        return [];
    }
  });
}

/** The rows of a `headers` group. */
export function headerParameters(headers: Field, input?: SampleValue): OpenApiParameter[] {
  return distinct(headers.fields).map((header) => parameter(header, 'header', memberOf(input, header.name)));
}

function parameter(field: Field, place: OpenApiParameter['in'], sample: SampleValue | undefined): OpenApiParameter {
  const { description, ...schema } = fieldSchema(field);
  const example = sample && exampleOf(sample, field);
  return {
    name: field.name,
    in: place,
    ...((field.required || place === 'path') && { required: true }),
    ...(description !== undefined && { description }),
    schema,
    ...(example !== undefined && { example }),
  };
}

function distinct(fields: readonly Field[]): Field[] {
  return fields.filter((field, index) => fields.findIndex(({ name }) => name === field.name) === index);
}

function memberOf(value: SampleValue | undefined, key: string): SampleValue | undefined {
  return value && 'map' in value ? value.map.find((entry) => entry.key === key)?.value : undefined;
}

/** Literals and lists of them. A path parameter is text in every sample, so digits become a number where the row says so. */
function exampleOf(sample: SampleValue, field: Field): Example | undefined {
  if ('list' in sample) {
    const items = sample.list.map((item) => exampleOf(item, field));
    return items.every((item) => item !== undefined) ? items : undefined;
  }
  if (!('literal' in sample) || sample.literal === null || sample.literal === '') return undefined;
  const { literal } = sample;
  const numeric = field.type === 'integer' || field.type === 'number' || field.type === 'float';
  return numeric && typeof literal === 'string' && /^-?[0-9]{1,15}$/.test(literal) ? Number(literal) : literal;
}

import type { Field, RequestGroup } from '../model/api.js';
import type { MediaType, OpenApiRequestBody, Schema } from './document.js';
import { fieldSchema } from './schema.js';

/** The payload group of a call as its body (dialect.md §14); undefined where the call has none. */
export function requestBody(request: readonly RequestGroup[]): OpenApiRequestBody | undefined {
  for (const { role, field } of request) {
    if (role === 'json') return bodyOf(field, { 'application/json': { schema: bodySchema(field) } });
    if (role === 'xml') return bodyOf(field, { 'text/xml': { schema: xmlSchema(field) } });
    if (role === 'body') return bodyOf(field, { 'multipart/form-data': multipart(field) });
  }
  return undefined;
}

/** A body with the words and the required mark of its row. */
export function bodyOf(field: Field, content: OpenApiRequestBody['content']): OpenApiRequestBody {
  return {
    ...(field.description !== '' && { description: field.description }),
    ...(field.required && { required: true }),
    content,
  };
}

/** The schema of a body, without the words that stand at the body itself. */
export function bodySchema(field: Field): Schema {
  return fieldSchema({ ...field, description: '' });
}

/** An XML body: its root element is `xml`. */
export function xmlSchema(field: Field): Schema {
  return { ...bodySchema(field), xml: { name: 'xml' } };
}

/** An object without rows is a file; a part with content of its own is JSON text. */
function multipart(body: Field): MediaType {
  const parts = body.fields.map((part) => [part.name, isFile(part) ? fileSchema(part) : fieldSchema(part)] as const);
  const encoding = body.fields.filter(({ content }) => content).map(({ name }) => [name, { contentType: 'application/json' }] as const);
  return {
    schema: { ...bodySchema(body), ...(parts.length > 0 && { properties: Object.fromEntries(parts) }) },
    ...(encoding.length > 0 && { encoding: Object.fromEntries(encoding) }),
  };
}

function isFile({ type, fields }: Field): boolean {
  return type === 'object' && fields.length === 0;
}

function fileSchema(part: Field): Schema {
  const file: Schema = { type: 'string', format: 'binary' };
  const description = part.description === '' ? {} : { description: part.description };
  return part.list ? { type: 'array', ...description, items: file } : { ...file, ...description };
}

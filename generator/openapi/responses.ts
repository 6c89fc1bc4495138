import type { Answer, Field, Webhook } from '../model/api.js';
import { isStatusClass } from '../model/listed-values.js';
import type { MediaType, OpenApiResponse } from './document.js';
import { bodySchema, xmlSchema } from './request-body.js';
import { fieldSchema, objectSchema } from './schema.js';

const streamMediaTypes = { data: 'application/octet-stream', pdf: 'application/pdf', image: 'image/*' } as const;

/** What a call answers, by status. */
export function answerResponses(answer: Answer): Record<string, OpenApiResponse> {
  switch (answer.kind) {
    case 'fields': {
      const schema = objectSchema(answer.fields);
      const content: Record<string, MediaType> =
        answer.format === 'xml' ? { 'text/xml': { schema: { ...schema, xml: { name: 'xml' } } } } : { 'application/json': { schema } };
      return { [answer.status]: { description: 'The answer', content } };
    }
    case 'empty':
      return { [answer.status]: { description: 'No content' } };
    case 'stream':
      return {
        [answer.status]: {
          description: answer.fields.length > 0 ? 'A file, or XML where the call failed' : 'A file',
          content: {
            [streamMediaTypes[answer.media]]: { schema: { type: 'string', format: 'binary' } },
            ...(answer.fields.length > 0 && { 'text/xml': { schema: { ...objectSchema(answer.fields), xml: { name: 'xml' } } } }),
          },
        },
      };
    case 'redirect':
      return { [answer.status]: { description: 'A redirect', headers: { Location: { required: true, schema: { type: 'string' } } } } };
  }
}

/** What a receiver replies to a notification: the same body for every class of status that the page names. */
export function replyResponses({ protocol, reply }: Webhook): Record<string, OpenApiResponse> {
  const group = (name: string): Field | undefined => reply.find((field) => field.name === name);
  const body = group('body');
  const headers = group('headers')?.fields.map((field) => [field.name, replyHeader(field)] as const) ?? [];
  const response: OpenApiResponse = {
    description: 'The reply',
    ...(headers.length > 0 && { headers: Object.fromEntries(headers) }),
    ...(body && {
      content: protocol === 'v2' ? { 'text/xml': { schema: xmlSchema(body) } } : { 'application/json': { schema: bodySchema(body) } },
    }),
  };
  const statuses =
    group('status')
      ?.values?.items.map(({ value }) => statusKey(value))
      .filter((key) => key !== undefined) ?? [];
  return Object.fromEntries((statuses.length > 0 ? statuses : ['200']).map((status) => [status, response]));
}

function replyHeader(field: Field): NonNullable<OpenApiResponse['headers']>[string] {
  const { description, ...schema } = fieldSchema(field);
  return { ...(field.required && { required: true }), ...(description !== undefined && { description }), schema };
}

/** OpenAPI knows whole statuses and classes, not tens: `20X` is `2XX` there. */
function statusKey(value: string): string | undefined {
  if (isStatusClass(value)) return `${value.slice(0, 1)}XX`;
  return /^[1-5][0-9]{2}$/.test(value) ? value : undefined;
}

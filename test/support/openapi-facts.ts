import type { OpenApiDocument, OpenApiOperation, OpenApiResponse, Schema } from '../../generator/openapi/document.js';
import type { Fact, NaiveOperation } from './naive-reader.js';

/** Reads a document back into the words of the naive reader, operation by operation. Lines and rows without a schema are not in it. */
export function readOpenApi(document: OpenApiDocument): NaiveOperation[] {
  const calls = Object.entries(document.paths).flatMap(([path, item]) =>
    Object.entries(item).map(([verb, operation]) => {
      const prefix = operation['x-protocol'] === 'v2' ? '/v2' : '';
      return readOperation(`${verb.toUpperCase()} ${prefix}${path}`, operation);
    }),
  );
  const webhooks = Object.entries(document.webhooks).flatMap(([name, { post }]) => (post ? [readOperation(`WEBHOOK ${name}`, post)] : []));
  return [...calls, ...webhooks];
}

function readOperation(id: string, operation: OpenApiOperation): NaiveOperation {
  const isWebhook = id.startsWith('WEBHOOK');
  const facts = new Map<string, Fact>();
  const groups = { path: 'request', query: 'request.query', header: 'request.headers' } as const;
  for (const parameter of operation.parameters ?? []) {
    const schema = parameter.schema ?? parameter.content?.['application/json']?.schema ?? {};
    addFacts(facts, `${groups[parameter.in]}.${parameter.name}`, schema, parameter.required === true);
  }
  addMembers(facts, 'request', operation['x-stray'] ?? {});
  const bodies = { 'application/json': 'json', 'text/xml': 'xml', 'multipart/form-data': 'body' } as const;
  for (const [media, { schema }] of Object.entries(operation.requestBody?.content ?? {})) {
    const group = isWebhook ? 'body' : Object.entries(bodies).find(([type]) => type === media)?.[1];
    addFacts(facts, `request.${group ?? media}`, schema, operation.requestBody?.required === true);
  }
  const [response] = Object.values(operation.responses);
  for (const { schema } of Object.values(response?.content ?? {})) {
    if (isWebhook) addFacts(facts, 'answer.body', schema, false);
    else addMembers(facts, 'answer', schema);
  }
  if (isWebhook) {
    for (const [name, header] of Object.entries(response?.headers ?? {})) {
      addFacts(facts, `answer.headers.${name}`, header.schema, header.required === true);
    }
  }
  return { id, deprecated: operation.deprecated === true, answer: answerOf(operation.responses), facts };
}

function answerOf(responses: Readonly<Record<string, OpenApiResponse>>): NaiveOperation['answer'] {
  const [status = '', response] = Object.entries(responses)[0] ?? [];
  if (status === '302') return 'redirect';
  if (!response?.content) return 'empty';
  return Object.values(response.content).some(({ schema }) => schema.format === 'binary') ? 'stream' : 'fields';
}

function addFacts(facts: Map<string, Fact>, path: string, schema: Schema, required: boolean): void {
  if (schema.anyOf) {
    schema.anyOf.forEach((shape, index) => addFacts(facts, index === 0 ? path : `${path}#${index + 1}`, shape, required));
    return;
  }
  const element = schema.items ?? schema;
  const inner = schema.items ? `${path}[]` : path;
  facts.set(path, {
    line: 0,
    type: `${typeOf(element)}${schema.items ? '[]' : ''}`,
    required,
    values: element.enum?.map(String) ?? [],
    encrypted: element['x-encrypted'] ?? '',
    key: element['x-encrypted-key'] ?? '',
  });
  addMembers(facts, inner, element);
  if (element.contentSchema) addContent(facts, `${inner}>`, element.contentSchema);
}

/** A content that is an array or has several shapes is itself what a row describes; that of `either` is read as an object. */
function addContent(facts: Map<string, Fact>, path: string, content: Schema): void {
  const [list, object] = content.anyOf ?? [];
  if (content.anyOf?.length === 2 && list?.type === 'array' && object?.type === 'object') addMembers(facts, path, object);
  else if (content.anyOf || content.type === 'array') addFacts(facts, path, content, false);
  else addMembers(facts, path, content);
}

function addMembers(facts: Map<string, Fact>, path: string, { properties = {}, required = [] }: Schema): void {
  for (const [name, schema] of Object.entries(properties)) addFacts(facts, `${path}.${name}`, schema, required.includes(name));
}

function typeOf(schema: Schema): string {
  if (schema.format === 'binary') return 'object';
  return schema.const === true && schema.type === 'boolean' ? 'true' : (schema.type ?? '');
}

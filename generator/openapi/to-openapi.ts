import type { Api, Operation, RequestGroup, Webhook } from '../model/api.js';
import type { OpenApiDocument, OpenApiOperation, PathItem } from './document.js';
import { createOperationIds } from './operation-id.js';
import { groupParameters, operationParameters } from './parameters.js';
import { bodyOf, bodySchema, requestBody, xmlSchema } from './request-body.js';
import { answerResponses, replyResponses } from './responses.js';
import { objectSchema } from './schema.js';

/** Paths, which begin with a slash, are appended to the addresses of servers: these have none at their end. */
const mainServer = 'https://api.mch.weixin.qq.com';

/**
 * The API as an OpenAPI 3.1 document (design.md §3, "OpenAPI document"). It describes the wire: closed lists of values, required marks
 * as on the pages, cipher text as strings. Should an XML call have the path and method of a JSON call, its path ends in `#v2`.
 */
export function toOpenApi(api: Api): OpenApiDocument {
  const operationId = createOperationIds();
  const paths = new Map<string, Map<string, OpenApiOperation>>();
  const webhooks = new Map<string, PathItem>();
  for (const { operations, webhooks: notifications } of api.pages) {
    for (const operation of operations) {
      const method = operation.method.toLowerCase();
      const key = paths.get(operation.path)?.has(method) ? `${operation.path}#${operation.protocol}` : operation.path;
      const item = paths.get(key) ?? new Map<string, OpenApiOperation>();
      paths.set(key, item.set(method, callOperation(operation, operationId(operation.method, operation.template))));
    }
    for (const webhook of notifications) {
      const name = `${webhook.protocol}/${webhook.name}`;
      webhooks.set(name, { post: webhookOperation(webhook, operationId('on', name)) });
    }
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Merchant API', version: '1' },
    servers: [{ url: mainServer }],
    paths: Object.fromEntries([...paths].map(([path, item]) => [path, Object.fromEntries(item)])),
    webhooks: Object.fromEntries(webhooks),
  };
}

function callOperation(operation: Operation, operationId: string): OpenApiOperation {
  const { request, protocol } = operation;
  const parameters = operationParameters(operation);
  const body = requestBody(request);
  const fragment = groupOf(request, 'fragment');
  const strays = request.filter(({ role }) => role === 'stray').map(({ field }) => field);
  return {
    operationId,
    ...words(operation),
    ...servers(operation),
    ...(parameters.length > 0 && { parameters }),
    ...(body && { requestBody: body }),
    responses: answerResponses(operation.answer),
    ...(protocol === 'v2' && { 'x-protocol': protocol }),
    ...(groupOf(request, 'security') && { 'x-client-certificate': true }),
    ...(groupOf(request, 'nonceless') && { 'x-nonceless': true }),
    ...(fragment?.constant && { 'x-fragment': fragment.constant.value }),
    ...(strays.length > 0 && { 'x-stray': objectSchema(strays) }),
  };
}

function webhookOperation(webhook: Webhook, operationId: string): OpenApiOperation {
  const headers = webhook.request.find(({ name }) => name === 'headers');
  const body = webhook.request.find(({ name }) => name === 'body');
  const parameters = headers ? groupParameters(headers, 'header') : [];
  const strays = webhook.request.filter((field) => field !== headers && field !== body);
  return {
    operationId,
    ...words(webhook),
    ...(parameters.length > 0 && { parameters }),
    ...(body && {
      requestBody: bodyOf(
        body,
        webhook.protocol === 'v2' ? { 'text/xml': { schema: xmlSchema(body) } } : { 'application/json': { schema: bodySchema(body) } },
      ),
    }),
    responses: replyResponses(webhook),
    ...(webhook.protocol === 'v2' && { 'x-protocol': 'v2' }),
    ...(strays.length > 0 && { 'x-stray': objectSchema(strays) }),
  };
}

function words({
  title,
  description,
  deprecated,
  links: [link],
}: Operation | Webhook): Omit<OpenApiOperation, 'operationId' | 'responses'> {
  return {
    summary: title,
    ...(description !== '' && { description }),
    ...(deprecated && { deprecated: true }),
    ...(link && /^https?:\/\//.test(link.url) && { externalDocs: { url: link.url } }),
  };
}

/** An optional `base_uri` row offers further addresses, a required one replaces the main host. */
function servers({ request, baseUris }: Operation): Pick<OpenApiOperation, 'servers'> {
  if (baseUris.length === 0) return {};
  const own = baseUris.map((url) => ({ url: url.replace(/\/$/, '') }));
  return { servers: groupOf(request, 'base_uri')?.required ? own : [{ url: mainServer }, ...own] };
}

function groupOf(request: readonly RequestGroup[], role: RequestGroup['role']): RequestGroup['field'] | undefined {
  return request.find((group) => group.role === role)?.field;
}

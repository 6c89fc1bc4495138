import type { Answer, Operation, RequestGroup } from '../model/api.js';
import { stringLiteral } from './escape.js';
import type { Imports } from './imports.js';
import { collectLayers, collectTextLayers, collectXmlLayers, type Layer, type RuntimeName } from './layers.js';
import { findOwnNumber } from './own-number.js';
import { printLayers } from './print-layers.js';
import { receiveName, sendName, transportName } from './transport.js';

/**
 * The facts of an operation that the runtime works from (`Operation` of templates/runtime/operation.ts), as the text of an object.
 *
 * @param shape of the answer; absent where it has no fields
 */
export function printOperationFacts(
  operation: Operation,
  { imports, validate, shape }: { readonly imports: Imports; readonly validate: string; readonly shape: string | undefined },
): string {
  const { answer, prose } = operation;
  const refer = ({ name, module }: RuntimeName): string => imports.value(name, module);
  const group = (role: RequestGroup['role']): RequestGroup | undefined => operation.request.find((candidate) => candidate.role === role);
  const transport = transportName(operation);
  const facts: readonly (readonly [name: string, text: string | undefined])[] = [
    ['id', stringLiteral(operation.id)],
    ['method', stringLiteral(operation.method)],
    ['path', stringLiteral(operation.path)],
    ['validate', validate],
    ['send', refer(sendName(operation))],
    ['receive', refer(receiveName(operation))],
    [
      'seal',
      printLayers(
        [
          ...collectLayers(
            operation.request.map(({ field }) => field),
            'sealed',
          ),
          ...collectTextLayers(operation.request),
        ],
        imports,
      ),
    ],
    ['open', printLayers(openingLayers(answer), imports)],
    ['shape', shape],
    ['idempotentBy', literal(findOwnNumber(operation))],
    ['host', literal(group('base_uri')?.field.required && operation.baseUris.length === 1 ? operation.baseUris[0] : undefined)],
    ['transport', transport && refer(transport)],
    ['nonceless', group('nonceless') && 'true'],
    ['nonced', isNonced(operation) ? 'true' : undefined],
    ['signType', literal(onlySignType(operation))],
    [
      'rateLimits',
      printList(
        prose.rateLimits.map((rate) => `{ limit: ${rate.limit}, per: ${stringLiteral(rate.per)}, scope: ${stringLiteral(rate.scope)} }`),
      ),
    ],
    ['idempotencyDays', prose.idempotencyDays?.toString()],
    ['errorCodes', printList(prose.errorCodes.map(({ status, code }) => `{ status: ${status}, code: ${stringLiteral(code)} }`))],
  ];
  return `{ ${facts.flatMap(([name, text]) => (text === undefined ? [] : [`${name}: ${text}`])).join(', ')} }`;
}

function openingLayers(answer: Answer): Layer[] {
  if (answer.kind !== 'fields') return [];
  return answer.format === 'xml' ? collectXmlLayers(answer.fields) : collectLayers(answer.fields, 'opened');
}

function literal(text: string | undefined): string | undefined {
  return text === undefined ? undefined : stringLiteral(text);
}

function printList(items: readonly string[]): string | undefined {
  return items.length === 0 ? undefined : `[${items.join(', ')}]`;
}

/** The only kind of sign that the page's `sign_type` row allows. */
function onlySignType({ request }: Operation): string | undefined {
  const row = request.flatMap(({ field }) => field.fields).find(({ name }) => name === 'sign_type');
  const values = row?.constant ? [row.constant.value] : row?.values?.items.map(({ value }) => value);
  return values?.length === 1 && (values[0] === 'MD5' || values[0] === 'HMAC-SHA256') ? values[0] : undefined;
}

/** Whether parameters that do not travel as XML, where all have one, have a nonce, and the page does not say that there is none. */
function isNonced({ protocol, request }: Operation): boolean {
  const groups = request.filter(({ role }) => role === 'query' || role === 'body');
  return (
    protocol === 'v2' &&
    !request.some(({ role }) => role === 'nonceless') &&
    groups.some(({ field }) => field.fields.some(({ name }) => name === 'nonce_str'))
  );
}

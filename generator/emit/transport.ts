import type { Answer, GroupRole, Operation } from '../model/api.js';
import type { RuntimeName } from './layers.js';

/** Builds the request of an operation; redirect pages only build a URL. */
export function sendName(operation: Operation): RuntimeName {
  const roles = new Set(operation.request.map(({ role }) => role));
  if (operation.protocol === 'v3') {
    return roles.has('body')
      ? { name: 'sendMultipart', module: 'runtime/send-multipart' }
      : { name: 'sendJson', module: 'runtime/send-json' };
  }
  if (roles.has('body')) return { name: 'sendForm', module: 'runtime/send-form' };
  if (roles.has('xml')) return { name: 'sendXml', module: 'runtime/send-xml' };
  const isSigned = operation.request.some(({ role, field }) => role === 'query' && field.fields.some(({ name }) => name === 'sign'));
  return { name: isSigned ? 'sendSignedQuery' : 'sendQuery', module: 'runtime/send-query' };
}

/** How the call travels, where `fetch` alone does not do. */
export function transportName({ method, request }: Operation): RuntimeName | undefined {
  const has = (...roles: readonly GroupRole[]): boolean => request.some(({ role }) => roles.includes(role));
  if (has('security')) return { name: 'fetchWithCertificate', module: 'runtime/fetch-with-certificate' };
  return method === 'GET' && has('json', 'xml', 'body') ? { name: 'fetchWithBody', module: 'runtime/fetch-over-node' } : undefined;
}

/** Reads the answer of an operation; the address of a redirect is never called. */
export function receiveName(operation: Operation): RuntimeName {
  const { answer, protocol } = operation;
  if (answer.kind === 'empty' && protocol === 'v2') return { name: 'receiveXmlOrNothing', module: 'runtime/receive-xml' };
  if (answer.kind === 'empty' || answer.kind === 'redirect') return { name: 'receiveNothing', module: 'runtime/receive-nothing' };
  if (protocol === 'v3') {
    return answer.kind === 'stream'
      ? { name: 'receiveStream', module: 'runtime/receive-stream' }
      : { name: 'receiveJson', module: 'runtime/receive-json' };
  }
  if (answer.kind === 'stream') return { name: 'receiveXmlOrStream', module: 'runtime/receive-xml' };
  return isJson(answer)
    ? { name: 'receiveUnsignedJson', module: 'runtime/receive-json' }
    : { name: 'receiveXml', module: 'runtime/receive-xml' };
}

function isJson(answer: Answer): boolean {
  return answer.kind === 'fields' && answer.format === 'json';
}

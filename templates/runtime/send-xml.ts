import { applyLayers } from './apply-layers.js';
import { buildXml } from './build-xml.js';
import { ValidationError } from './errors.js';
import { spreadLists } from './flat-lists.js';
import type { Merchant } from './merchant.js';
import type { Input, Operation, Send } from './operation.js';
import { requestHeaders } from './request-headers.js';
import { type SignType, signParameters } from './sign-parameters.js';
import { targetUrl } from './target-url.js';
import { isObject } from './validation.js';

/**
 * Builds a v2 request with a signed XML body (runtime-requirements.md §10).
 *
 * @throws {ValidationError} When a name cannot be the name of an element.
 */
export const sendXml: Send = async (merchant, operation, given) => {
  const input = sealV2(merchant, operation, given);
  const xml = signedFields(merchant, operation, { ...(!operation.nonceless && { nonce_str: merchant.nonce() }), ...groupOf(input, 'xml') });
  for (const name of Object.keys(xml))
    if (!/^[A-Za-z_][\w.-]*$/.test(name))
      throw new ValidationError([{ pointer: `/${name}`, kind: 'type', expected: 'a name of letters, digits and `_`' }]);
  return {
    url: targetUrl(merchant, operation, input),
    headers: requestHeaders(input, { Accept: 'text/xml', 'Content-Type': 'text/xml; charset=utf-8' }),
    body: new TextEncoder().encode(buildXml(xml)),
    signedBody: '',
  };
};

/** Encodes and encrypts the fields of a v2 input. */
export function sealV2(merchant: Merchant, operation: Operation, input: Input): Input {
  // Layers change fields inside of the groups; the input stays an object.
  return applyLayers(input, operation.seal ?? [], { merchant }) as Input;
}

/** The fields of a group that are there, or none. */
export function groupOf(input: Input, group: string): Readonly<Record<string, unknown>> {
  const fields = input[group];
  return Object.fromEntries(Object.entries(isObject(fields) ? fields : {}).filter(([, value]) => value !== undefined));
}

/** The fields of a query or a form, with a nonce where the page has a row for one. */
export function noncedFields(merchant: Merchant, { nonced }: Operation, input: Input, group: string): Readonly<Record<string, unknown>> {
  return { ...(nonced && { nonce_str: merchant.nonce() }), ...groupOf(input, group) };
}

/** The parameters as texts, with the `sign` that the input may bring itself. */
export function signedFields(merchant: Merchant, operation: Operation, fields: Readonly<Record<string, unknown>>): Record<string, string> {
  const { signType } = operation;
  const texts = textsOf({ ...(signType !== 'MD5' && { sign_type: signType }), ...fields });
  const type: SignType = texts['sign_type'] === 'HMAC-SHA256' ? 'HMAC-SHA256' : 'MD5';
  return { ...texts, sign: texts['sign'] ?? signParameters(texts, merchant.need('apiV2Key'), type) };
}

function textsOf(fields: Readonly<Record<string, unknown>>): Record<string, string> {
  const present = Object.entries(spreadLists(fields)).filter(([, value]) => value !== undefined && value !== null);
  return Object.fromEntries(present.map(([name, value]) => [name, typeof value === 'object' ? JSON.stringify(value) : String(value)]));
}

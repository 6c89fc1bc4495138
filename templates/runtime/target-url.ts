import { ValidationError } from './errors.js';
import type { Input, Operation } from './operation.js';
import { percentEncode } from './percent-encode.js';
import { isObject } from './validation.js';

/**
 * The address of a call: path parameters filled in, `query` appended, everything percent-encoded.
 *
 * @param query Instead of the input's (optional).
 * @throws {ValidationError} When a path parameter would lead to another path: empty, `.` or `..`; when a value is no Unicode.
 */
export function targetUrl(
  merchant: { readonly hosts: { baseOf(operation: Operation, input: Input): URL } },
  operation: Operation,
  input: Input,
  query: unknown = input['query'],
): URL {
  const path = operation.path.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = String(input[name] ?? '');
    if (/^\.{0,2}$/.test(value))
      throw new ValidationError([{ pointer: `/${name}`, kind: 'type', expected: 'neither empty nor `.` nor `..`' }]);
    return percentEncode(value, `/${name}`);
  });
  const url = new URL(merchant.hosts.baseOf(operation, input));
  url.pathname += path.slice(1);
  url.search = isObject(query) ? encodeQuery(query) : '';
  return url;
}

/** `a=1&b=2`; lists repeat their name, what is absent is left out. */
export function encodeQuery(fields: Readonly<Record<string, unknown>>): string {
  const pairs = Object.entries(fields).flatMap(([name, value]) =>
    [value]
      .flat()
      .filter((item) => item !== undefined && item !== null)
      .map((item) => `${encodeURIComponent(name)}=${percentEncode(String(item), `/query/${name}`)}`),
  );
  return pairs.join('&');
}

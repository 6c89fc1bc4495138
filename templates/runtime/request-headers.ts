import { ValidationError } from './errors.js';
import type { Input } from './operation.js';
import { isObject } from './validation.js';

/**
 * The headers of a request: what the SDK supplies, and what the input says instead or adds.
 *
 * @throws {ValidationError} When a header of the input cannot be sent.
 */
export function requestHeaders(input: Input, supplied: Readonly<Record<string, string>>): Record<string, string> {
  const given = input['headers'];
  const headers = new Headers({ Accept: 'application/json', 'User-Agent': 'docwright-wechatpay', ...supplied });
  for (const [name, value] of Object.entries(isObject(given) ? given : {})) {
    if (value === undefined || value === null) continue;
    try {
      headers.set(name, String(value));
    } catch {
      throw new ValidationError([{ pointer: `/headers/${name}`, kind: 'type', expected: 'a header of printable ASCII' }]);
    }
  }
  headers.delete('Authorization');
  return Object.fromEntries(headers);
}

import { createHash, createHmac } from 'node:crypto';
import { isJsonList, isJsonObject, textOf, type Json, type JsonObject } from './json.js';

export type SignType = 'MD5' | 'HMAC-SHA256';

/**
 * The `sign` of v2 parameters: all that are not empty but `sign`, by name, `k=v` joined by `&`, then the key
 * (runtime-requirements.md §10).
 *
 * @returns upper-case hex
 */
export function signParameters(parameters: Readonly<Record<string, string>>, apiKey: string, type: SignType): string {
  const text = Object.entries(parameters)
    .filter(([name, value]) => name !== 'sign' && value !== '')
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => `${name}=${value}`)
    .concat(`key=${apiKey}`)
    .join('&');
  const hash = type === 'MD5' ? createHash('md5') : createHmac('sha256', apiKey);
  return hash.update(text).digest('hex').toUpperCase();
}

/** The algorithm that the parameters themselves name, in `sign_type` or `algorithm` (default: MD5). */
export function signTypeOf(parameters: Readonly<Record<string, string>>): SignType {
  return (parameters['sign_type'] ?? parameters['algorithm']) === 'HMAC-SHA256' ? 'HMAC-SHA256' : 'MD5';
}

/** The parameters of an XML message, which its sign covers: elements with a text. Those that repeat, or have elements inside, are none. */
export function signedTexts(values: JsonObject): Record<string, string> {
  return Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) => {
      const only = onlyItem(value);
      return only === undefined || isJsonList(only) || isJsonObject(only) ? [] : [[name, textOf(only)]];
    }),
  );
}

function onlyItem(value: Json): Json | undefined {
  if (!isJsonList(value)) return value;
  return value.length === 1 ? value[0] : undefined;
}

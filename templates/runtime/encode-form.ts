import type { Codec } from './operation.js';
import { percentEncode } from './percent-encode.js';
import { isObject } from './validation.js';

/** Joins the fields of an object to `k=v&…` and percent-encodes the whole: the mark `by-urlencode`. A text is encoded as it is. */
export const encodeForm: Codec = (value, { pointer }) => percentEncode(isObject(value) ? joinFields(value) : String(value), pointer);

function joinFields(fields: Readonly<Record<string, unknown>>): string {
  return Object.entries(fields)
    .filter(([, value]) => value !== undefined && value !== null)
    .map(([name, value]) => `${name}=${String(value)}`)
    .join('&');
}

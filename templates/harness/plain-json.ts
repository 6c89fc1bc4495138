import { isJsonObject, parseJson, type JsonObject } from '../testing/json.js';

/** A copy of an object as JSON has it: without what is `undefined`. */
export function plainJson(value: unknown): JsonObject {
  const json = parseJson(JSON.stringify(value) ?? '');
  if (!isJsonObject(json)) throw new TypeError('An object was expected here.');
  return json;
}

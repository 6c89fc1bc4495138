import { isJsonList, isJsonObject, type Json, type JsonObject } from '../testing/json.js';

/** Whether an XML element can have the name: those that begin with a digit or a dash cannot. */
export function isElementName(name: string): boolean {
  return /^[A-Za-z_]/.test(name);
}

/**
 * A message as it can be read from XML: without names that no element can have, without `__proto__`, which the SDK reads from nobody, and
 * without objects that have no members, which are no more than empty texts.
 */
export function writable(message: JsonObject): JsonObject {
  const members = Object.entries(message)
    .filter(([name]) => isElementName(name) && name !== '__proto__')
    .map(([name, value]) => [name, writableValue(value)] as const);
  return Object.fromEntries(members.filter(([, value]) => !isJsonObject(value) || Object.keys(value).length > 0));
}

function writableValue(value: Json): Json {
  if (isJsonList(value)) return value.map(writableValue);
  return isJsonObject(value) ? writable(value) : value;
}

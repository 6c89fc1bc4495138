import { isJsonObject, type Json } from './json.js';

/**
 * Where two values differ, as sentences that begin with the JSON Pointer. Names in other order are no difference.
 *
 * @param at pointer of both values
 */
export function differences(actual: Json | undefined, expected: Json | undefined, at = ''): string[] {
  if (actual === expected) return [];
  if (Array.isArray(actual) && Array.isArray(expected)) {
    return Array.from({ length: Math.max(actual.length, expected.length) }, (_none, index) =>
      differences(actual[index], expected[index], `${at}/${index}`),
    ).flat();
  }
  if (isJsonObject(actual) && isJsonObject(expected)) {
    const names = new Set([...Object.keys(expected), ...Object.keys(actual)]);
    return Array.from(names, (name) => differences(actual[name], expected[name], `${at}/${name}`)).flat();
  }
  if (actual === undefined) return [`${at} is missing`];
  if (expected === undefined) return [`${at} was not expected`];
  return [`${at} is ${JSON.stringify(actual)} instead of ${JSON.stringify(expected)}`];
}

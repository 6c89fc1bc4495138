import { isJsonList, type Json, type JsonObject } from './json.js';

/**
 * Spreads the lists of v2 messages over numbered names: `coupon_id_$n: ['a', 'b']` travels as `coupon_id_0` and `coupon_id_1`,
 * `$m` counts inside of `$n` (dialect.md §8).
 */
export function spreadLists(values: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(values).flatMap(([name, value]) => spread(name, value)));
}

function spread(name: string, value: Json): (readonly [string, Json])[] {
  const mark = /\$[a-z]/.exec(name)?.[0];
  if (mark === undefined || !isJsonList(value)) return [[name, value]];
  return value.flatMap((item, index) => spread(name.replace(mark, String(index)), item));
}

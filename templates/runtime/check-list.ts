import type { Check } from './check-value.js';
import { fail, nest, type Issues } from './validation.js';

/** Wants a list, and checks its elements. Pointers of elements are only written where one is wrong. */
export function requireList(issues: Issues, pointer: string, value: unknown, check: Check): Issues {
  if (!Array.isArray(value)) return fail(issues, pointer, value, 'a list');
  let found = issues;
  for (let index = 0; index < value.length; index += 1) {
    const inner = check(undefined, '', value[index]);
    if (inner !== undefined) found = nest(found, `${pointer}/${String(index)}`, inner);
  }
  return found;
}

/** As {@link requireList}, or `undefined`. */
export function allowList(issues: Issues, pointer: string, value: unknown, check: Check): Issues {
  return value === undefined ? issues : requireList(issues, pointer, value, check);
}

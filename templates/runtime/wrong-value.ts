import { fail, notListed, type Issues } from './validation.js';

/*
 * What emitted validators call when a value is not what its row wants. The tests stand in the validators themselves, as straight
 * lines, and call nothing as long as a value is right.
 */

export function notString(issues: Issues, pointer: string, value: unknown): Issues {
  return fail(issues, pointer, value, 'a string');
}

export function notInteger(issues: Issues, pointer: string, value: unknown): Issues {
  return fail(issues, pointer, value, 'an integer');
}

export function notNumber(issues: Issues, pointer: string, value: unknown): Issues {
  return fail(issues, pointer, value, 'a number');
}

export function notBoolean(issues: Issues, pointer: string, value: unknown): Issues {
  return fail(issues, pointer, value, 'a boolean');
}

export function notFile(issues: Issues, pointer: string, value: unknown): Issues {
  return fail(issues, pointer, value, 'a file');
}

export function notObject(issues: Issues, pointer: string, value: unknown): Issues {
  return fail(issues, pointer, value, 'an object');
}

export function notList(issues: Issues, pointer: string, value: unknown): Issues {
  return fail(issues, pointer, value, 'a list');
}

export function notListOrObject(issues: Issues, pointer: string, value: unknown): Issues {
  return fail(issues, pointer, value, 'a list or an object');
}

/** Looks a value up in a long list. */
export function checkOneOf(issues: Issues, pointer: string, value: unknown, values: readonly (string | number | boolean)[]): Issues {
  for (const allowed of values) if (allowed === value) return issues;
  return notListed(issues, pointer, value, `one of ${values.join(', ')}`, typeof values[0]);
}

/** Wants a list of strings. */
export function checkStrings(issues: Issues, pointer: string, value: unknown): Issues {
  if (!Array.isArray(value)) return notList(issues, pointer, value);
  let found = issues;
  for (let index = 0; index < value.length; index += 1) {
    const item: unknown = value[index];
    if (typeof item !== 'string') found = notString(found, `${pointer}/${String(index)}`, item);
  }
  return found;
}

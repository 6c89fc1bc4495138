import { fail, failEnum, isNumeric, isObject, type Issues } from './validation.js';

/**
 * What emitted validators call for a row: notes in `issues` what is wrong with a value, and returns the list so far. `require…` wants
 * a value, `allow…` takes `undefined` as well. One small function per kind of value, so that the engine inlines it and the compiler
 * has little to check.
 */
export type Check = (issues: Issues, pointer: string, value: unknown) => Issues;

export function requireString(issues: Issues, pointer: string, value: unknown): Issues {
  return typeof value === 'string' ? issues : fail(issues, pointer, value, 'a string');
}

export function allowString(issues: Issues, pointer: string, value: unknown): Issues {
  return value === undefined || typeof value === 'string' ? issues : fail(issues, pointer, value, 'a string');
}

export function requireInteger(issues: Issues, pointer: string, value: unknown): Issues {
  return Number.isInteger(value) ? issues : fail(issues, pointer, value, 'an integer');
}

export function allowInteger(issues: Issues, pointer: string, value: unknown): Issues {
  return value === undefined || Number.isInteger(value) ? issues : fail(issues, pointer, value, 'an integer');
}

export function requireNumber(issues: Issues, pointer: string, value: unknown): Issues {
  return Number.isFinite(value) ? issues : fail(issues, pointer, value, 'a number');
}

export function allowNumber(issues: Issues, pointer: string, value: unknown): Issues {
  return value === undefined || Number.isFinite(value) ? issues : fail(issues, pointer, value, 'a number');
}

export function requireBoolean(issues: Issues, pointer: string, value: unknown): Issues {
  return typeof value === 'boolean' ? issues : fail(issues, pointer, value, 'a boolean');
}

export function allowBoolean(issues: Issues, pointer: string, value: unknown): Issues {
  return value === undefined || typeof value === 'boolean' ? issues : fail(issues, pointer, value, 'a boolean');
}

/** A number, or its decimal text. */
export function requireNumeric(issues: Issues, pointer: string, value: unknown): Issues {
  return isNumeric(value) ? issues : fail(issues, pointer, value, 'a number');
}

export function allowNumeric(issues: Issues, pointer: string, value: unknown): Issues {
  return value === undefined || isNumeric(value) ? issues : fail(issues, pointer, value, 'a number');
}

/** An object of which the page lists no rows. */
export function requireObject(issues: Issues, pointer: string, value: unknown): Issues {
  return isObject(value) ? issues : fail(issues, pointer, value, 'an object');
}

export function allowObject(issues: Issues, pointer: string, value: unknown): Issues {
  return value === undefined || isObject(value) ? issues : fail(issues, pointer, value, 'an object');
}

/** One of many values. */
export function requireOneOf(issues: Issues, pointer: string, value: unknown, values: readonly (string | number | boolean)[]): Issues {
  for (const allowed of values) if (allowed === value) return issues;
  return failEnum(issues, pointer, value, values);
}

export function allowOneOf(issues: Issues, pointer: string, value: unknown, values: readonly (string | number | boolean)[]): Issues {
  return value === undefined ? issues : requireOneOf(issues, pointer, value, values);
}

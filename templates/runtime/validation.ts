/** What is wrong with one value. Never holds the value itself, which may be secret. */
export interface Issue {
  /** JSON Pointer (RFC 6901) of the value; `''` is the whole input. */
  readonly pointer: string;
  /** `enum` issues are those that the setting `unknownRequestEnum` can turn into reports. */
  readonly kind: 'required' | 'type' | 'enum' | 'length';
  /** What would be right: `a string`, `one of A, B`. */
  readonly expected: string;
}

/**
 * Allocated by the first failure, so that a valid input costs no allocation. What adds to the issues returns this same type: the compiler
 * then knows after each line what it knew before, and reads a long validator once, not once per line.
 */
export type Issues = Issue[] | undefined;

/** An emitted `validateX`. */
export type Validate = (input: unknown) => Issues;

export function isObject(value: unknown): value is Record<string, unknown> {
  return hasMembers(value) && !Array.isArray(value);
}

/**
 * An object whose members will be asked for, one of them at least required: what tells it from a list. `Array.isArray` costs more
 * than all other checks of a small object.
 */
export function hasMembers(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

/** A member of the object itself; what it inherits counts as absent. */
export function ownMember(object: Readonly<Record<string, unknown>>, name: string): unknown {
  return Object.hasOwn(object, name) ? object[name] : undefined;
}

/** A finite number, or its decimal text: what path parameters and XML take. */
export function isNumeric(value: unknown): value is number | string {
  return typeof value === 'number' ? Number.isFinite(value) : typeof value === 'string' && /^-?\d+(\.\d+)?$/.test(value);
}

/**
 * Notes that a value has the wrong type, or is missing.
 *
 * @param expected What would be right, with its article: `a string`.
 */
export function fail(
  issues: Issues,
  pointer: string,
  value: unknown,
  expected: string,
  kind: Issue['kind'] = value === undefined || value === null ? 'required' : 'type',
): Issues {
  const issue: Issue = { pointer, kind, expected };
  return issues === undefined ? [issue] : (issues.push(issue), issues);
}

/**
 * Notes that a value is none of the values on the page, or is missing, or is no value of their type.
 *
 * @param expected The values in words: `one of A, B`.
 * @param type Of the values.
 */
export function notListed(issues: Issues, pointer: string, value: unknown, expected: string, type = 'string'): Issues {
  return fail(issues, pointer, value, expected, typeof value === type ? 'enum' : undefined);
}

/** Adds the issues of a part, whose pointers begin at the part. */
export function nest(issues: Issues, pointer: string, inner: MovableIssue[] | undefined): Issues {
  for (const issue of inner ?? []) {
    issue.pointer = pointer + issue.pointer;
    issues?.push(issue);
  }
  return issues ?? inner;
}

/** Nobody has seen it yet, so that it is moved, not copied. */
interface MovableIssue extends Issue {
  pointer: string;
}

/** The issues of the shape that fits best, of several shapes of which any will do. */
export function fewest(attempts: readonly Issues[]): Issues {
  return attempts.reduce((best, issues) =>
    best === undefined || issues === undefined ? undefined : issues.length < best.length ? issues : best,
  );
}

import type { Shape } from './operation.js';
import { isObject } from './validation.js';

/**
 * v2 writes lists as numbered parameters; pages name them `coupon_id_$n` and `coupon_id_$n_$m`. Gathers each into a list under the
 * page's name: the number is the position, gaps are empty texts.
 */
export function gatherLists(fields: Readonly<Record<string, unknown>>, shape: Shape | undefined): Record<string, unknown> {
  const patterns = isObject(shape)
    ? Object.keys(shape)
        .filter(isNumbered)
        .map((name) => ({ name, pattern: patternOf(name) }))
    : [];
  const gathered: Record<string, unknown> = {};
  for (const [field, value] of Object.entries(fields)) {
    const found = patterns.map(({ name, pattern }) => ({ name, match: pattern.exec(field) })).find(({ match }) => match);
    if (found?.match) place(gathered, found.name, found.match.slice(1).map(Number), value);
    else Object.defineProperty(gathered, field, { value, enumerable: true, configurable: true, writable: true });
  }
  return gathered;
}

/** The inverse of {@link gatherLists}. */
export function spreadLists(fields: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).flatMap(([name, value]) => (isNumbered(name) ? spread(name, value) : [[name, value]])));
}

function isNumbered(name: string): boolean {
  return /\$[nm]/.test(name);
}

function patternOf(name: string): RegExp {
  // Four digits are more than any message has, and keep lists of hostile length away.
  return new RegExp(`^${name.replaceAll(/\$[nm]/g, '(\\d{1,4})')}$`);
}

function place(into: Record<string, unknown>, name: string, numbers: readonly number[], value: unknown): void {
  let list = Array.isArray(into[name]) ? into[name] : (into[name] = [] as unknown[]);
  const last = numbers.length - 1;
  numbers.forEach((number, depth) => {
    while (list.length <= number) list.push(depth === last ? '' : []);
    if (depth === last) list[number] = value;
    else list = list[number] as unknown[];
  });
}

function spread(name: string, value: unknown): [string, unknown][] {
  // A list below the last number is a value like any.
  if (!Array.isArray(value) || !isNumbered(name)) return [[name, value]];
  return value.flatMap((item, index) => spread(name.replace(/\$[nm]/, String(index)), item));
}

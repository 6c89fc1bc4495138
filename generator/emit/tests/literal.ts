import { objectKey, stringLiteral } from '../escape.js';

/** Stands for the file that the harness sends in uploads. */
export const testFile = Symbol('the file of the harness');

/** A value that can be written into a test file. Members that are `undefined` are left out. */
export type Literal = string | number | boolean | typeof testFile | undefined | readonly Literal[] | { readonly [name: string]: Literal };

/** The expression that evaluates to `value`, unformatted. */
export function literal(value: Literal): string {
  if (value === testFile) return 'testFile';
  if (typeof value === 'string') return stringLiteral(value);
  if (typeof value !== 'object') return String(value);
  if (isList(value)) return `[${value.map(literal).join(', ')}]`;
  const members = Object.entries(value).filter(([, member]) => member !== undefined);
  return members.length === 0 ? '{}' : `{ ${members.map(([name, member]) => `${objectKey(name)}: ${literal(member)}`).join(', ')} }`;
}

function isList(value: object): value is readonly Literal[] {
  return Array.isArray(value);
}

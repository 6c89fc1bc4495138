import { stringLiteral } from './escape.js';
import type { PlainMember, PlainValue } from './plain-value.js';

/** As JSON (`Shape` of templates/runtime/operation.ts). */
type Shape = { readonly [name: string]: Shape } | readonly (string | number | boolean)[] | string | number | boolean | null;

/**
 * What the runtime knows of values that it reads loosely, as an expression. It is one text to the compiler, which needs as long for the
 * literals of all pages as for their types.
 *
 * @param members of one reading
 */
export function printShape(members: readonly PlainMember[]): string {
  return `/* @__PURE__ */ JSON.parse(${stringLiteral(JSON.stringify(shapeOf(members)))})`;
}

function shapeOf(members: readonly PlainMember[]): Shape {
  return Object.fromEntries(members.map(({ name, value }) => [name, shapeOfValue(value)]));
}

function shapeOfValue(value: PlainValue): Shape {
  switch (value.kind) {
    case 'string':
      return '';
    case 'number':
    case 'integer':
    case 'numeric':
      return 0;
    case 'boolean':
      return false;
    case 'literals':
      return value.values;
    case 'object':
      return shapeOf(value.members);
    case 'list':
      return shapeOfValue(value.of);
    default:
      return null;
  }
}

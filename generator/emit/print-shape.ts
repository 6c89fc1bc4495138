import { objectKey, stringLiteral } from './escape.js';
import type { PlainMember, PlainValue } from './plain-value.js';

/** What the runtime knows of values that it reads loosely (`Shape` of templates/runtime/operation.ts). */
export function printShape(members: readonly PlainMember[], listOf: (values: readonly (string | number | boolean)[]) => string): string {
  const entries = members.map(({ name, value }) => `${objectKey(name)}: ${printValue(value, listOf)}`);
  return `{ ${entries.join(', ')} }`;
}

function printValue(value: PlainValue, listOf: (values: readonly (string | number | boolean)[]) => string): string {
  switch (value.kind) {
    case 'string':
      return stringLiteral('');
    case 'number':
    case 'integer':
    case 'numeric':
      return '0';
    case 'boolean':
      return 'false';
    case 'literals':
      return listOf(value.values);
    case 'object':
      return printShape(value.members, listOf);
    case 'list':
      return printValue(value.of, listOf);
    case 'either':
      return printEither(value.of, listOf);
    default:
      return 'null';
  }
}

/** Mutually exclusive objects are known by all of their fields together; where a list is among the shapes, anything goes. */
function printEither(shapes: readonly PlainValue[], listOf: (values: readonly (string | number | boolean)[]) => string): string {
  const members = new Map<string, PlainMember>();
  for (const shape of shapes) {
    if (shape.kind !== 'object') return 'null';
    for (const member of shape.members) members.set(member.name, member);
  }
  return printShape([...members.values()], listOf);
}

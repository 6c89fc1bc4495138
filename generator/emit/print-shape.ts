import { objectKey, stringLiteral } from './escape.js';
import type { PlainMember, PlainValue } from './plain-value.js';

/** What the runtime knows of values that it reads loosely (`Shape` of templates/runtime/operation.ts). @param members of one reading */
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
    default:
      return 'null';
  }
}

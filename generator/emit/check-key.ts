import type { PlainMember, PlainObject, PlainValue } from './plain-value.js';

/** Equal for values that are checked alike. */
export function checkKey(value: PlainValue): string {
  switch (value.kind) {
    case 'literals':
      return JSON.stringify(value.values);
    case 'object':
      return `{${value.members.map((member) => `${member.name}${member.optional ? '?' : ''}:${checkKey(member.value)}`).join()}}`;
    case 'list':
      return `${checkKey(value.of)}[]`;
    case 'either':
      return value.of.map(checkKey).join('|');
    default:
      return value.kind;
  }
}

/** A call costs more than the check of one or two members. */
const smallestShared = 3;

/** Keys of the objects that occur more than once, and are worth a function of their own. */
export function recurringObjects(tables: readonly (readonly PlainMember[])[]): ReadonlySet<string> {
  const seen = new Set<string>();
  const recurring = new Set<string>();
  for (const object of tables.flatMap((members) => members.flatMap(({ value }) => objectsIn(value)))) {
    if (object.members.length < smallestShared) continue;
    const key = checkKey(object);
    if (seen.has(key)) recurring.add(key);
    seen.add(key);
  }
  return recurring;
}

function objectsIn(value: PlainValue): PlainObject[] {
  switch (value.kind) {
    case 'object':
      return [value, ...value.members.flatMap((member) => objectsIn(member.value))];
    case 'list':
      return objectsIn(value.of);
    case 'either':
      return value.of.flatMap(objectsIn);
    default:
      return [];
  }
}

import type { PlainMember, PlainObject, PlainValue } from './plain-value.js';

/** Objects that are checked by a function of their own: those that recur in a module, and mutually exclusive ones. */
export interface Parts {
  /** The object whose function checks this one as well, if there is such a function. */
  find(value: PlainObject): PlainObject | undefined;
  readonly all: readonly PlainObject[];
}

/** A call costs more than the check of one or two members. */
const smallestPart = 3;

export function findParts(tables: readonly (readonly PlainMember[])[]): Parts {
  const objects = tables.flatMap((members) => members.flatMap(({ value }) => objectsIn(value, false)));
  const found = new Map<string, { readonly object: PlainObject; count: number; exclusive: boolean }>();
  for (const { object, exclusive } of objects) {
    const key = checkKey(object);
    const known = found.get(key);
    if (known) {
      known.count += 1;
      known.exclusive ||= exclusive;
    } else found.set(key, { object, count: 1, exclusive });
  }
  const parts = new Map([...found].filter(([, { object, count, exclusive }]) => exclusive || (count > 1 && object.members.length >= smallestPart)));
  return {
    find: (value) => parts.get(checkKey(value))?.object,
    all: [...parts.values()].map(({ object }) => object),
  };
}

function objectsIn(value: PlainValue, exclusive: boolean): { readonly object: PlainObject; readonly exclusive: boolean }[] {
  switch (value.kind) {
    case 'object':
      return [{ object: value, exclusive }, ...value.members.flatMap((member) => objectsIn(member.value, false))];
    case 'list':
      return objectsIn(value.of, exclusive);
    case 'either':
      return value.of.flatMap((shape) => objectsIn(shape, !value.of.some(({ kind }) => kind === 'list')));
    default:
      return [];
  }
}

/** Equal for values that are checked alike. */
function checkKey(value: PlainValue): string {
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

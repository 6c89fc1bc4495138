import type { PlainMember, PlainValue } from './plain-value.js';

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

/** Keys of the objects and lists that occur more than once. What stands in a list or object that occurs again does not count again. */
export function recurringValues(tables: readonly (readonly PlainMember[])[]): ReadonlySet<string> {
  const seen = new Set<string>();
  const recurring = new Set<string>();
  const visit = (value: PlainValue): void => {
    if (value.kind === 'either') value.of.forEach(visit);
    if (value.kind !== 'object' && value.kind !== 'list') return;
    const key = checkKey(value);
    if (seen.has(key)) {
      if (value.kind === 'list' || value.members.length >= smallestShared) recurring.add(key);
      if (recurring.has(key)) return;
    }
    seen.add(key);
    if (value.kind === 'list') visit(value.of);
    else visitMembers(value.members);
  };
  const visitMembers = (members: readonly PlainMember[]): void => members.forEach((member) => visit(member.value));
  tables.forEach(visitMembers);
  return recurring;
}

/** A call costs more than the check of one or two members. */
const smallestShared = 3;

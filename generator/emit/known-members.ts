import type { PlainMember, PlainValue } from './plain-value.js';

/**
 * Members as one reading of all their shapes, for what is read loosely: mutually exclusive objects are known by all of their members
 * together, and what two shapes call by one name is whatever either of them says. Where a list is among the shapes, anything goes.
 */
export function knownMembers(members: readonly PlainMember[]): PlainMember[] {
  return members.map((member) => ({ ...member, value: knownValue(member.value) }));
}

function knownValue(value: PlainValue): PlainValue {
  switch (value.kind) {
    case 'object':
      return { ...value, members: knownMembers(value.members) };
    case 'list':
      return { kind: 'list', of: knownValue(value.of) };
    case 'either':
      return value.of.map(knownValue).reduce(joined);
    default:
      return value;
  }
}

const anything: PlainValue = { kind: 'undocumented' };

function joined(one: PlainValue, other: PlainValue): PlainValue {
  if (one.kind === 'object' && other.kind === 'object') {
    const members = new Map(one.members.map((member) => [member.name, member]));
    for (const member of other.members) {
      const known = members.get(member.name);
      members.set(member.name, known ? { ...known, value: joined(known.value, member.value) } : member);
    }
    return { ...one, members: [...members.values()] };
  }
  if (one.kind === 'literals' && other.kind === 'literals') {
    const values = [...new Set([...one.values, ...other.values])];
    return { ...one, values };
  }
  return one.kind === other.kind && one.kind !== 'list' ? one : anything;
}

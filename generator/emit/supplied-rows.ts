import type { Field, GroupRole, Protocol } from '../model/api.js';
import type { PlainMember } from './plain-value.js';

/** Headers that the runtime fills in where the input has none (design.md §2.7). */
const suppliedHeaders: readonly string[] = ['Wechatpay-Serial', 'Content-Type', 'Authorization'];

/** What it fills in of signed parameters, which are a matter of v2. */
const suppliedParameters: readonly string[] = ['nonce_str', 'sign'];
const signedGroups: readonly string[] = ['xml', 'query', 'body'] satisfies GroupRole[];

/** Groups that state a fact of the page, which the runtime knows, and rows that belong to no group and are not sent. */
const neverNeeded: readonly string[] = ['security', 'nonceless', 'stray'] satisfies GroupRole[];

/** Whether the runtime supplies a row of a group. */
export function isSupplied(protocol: Protocol, group: string, { name }: Pick<Field, 'name'>): boolean {
  if (group === 'headers') return suppliedHeaders.includes(name);
  return protocol === 'v2' && signedGroups.includes(group) && suppliedParameters.includes(name);
}

/**
 * Whether an input may leave a whole group out: the page does not require it, or the runtime has all of it.
 *
 * @param baseUris addresses that the page gives; the only one is called without being asked for
 */
export function isGroupOptional(protocol: Protocol, role: string, group: Field, baseUris: readonly string[] = []): boolean {
  if (!group.required || neverNeeded.includes(role) || (role === 'base_uri' && baseUris.length === 1)) return true;
  const required = group.fields.filter((row) => row.required);
  return required.length > 0 && required.every((row) => isSupplied(protocol, role, row));
}

/** Makes the supplied members of a group optional. */
export function relaxSupplied(protocol: Protocol, group: string, { value, ...member }: PlainMember): PlainMember {
  if (value.kind !== 'object') return { ...member, value };
  return {
    ...member,
    value: { ...value, members: value.members.map((row) => (isSupplied(protocol, group, row) ? { ...row, optional: true } : row)) },
  };
}

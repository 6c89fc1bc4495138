import type { Field, GroupRole } from '../model/api.js';
import type { PlainMember } from './plain-value.js';

/** Rows that the runtime fills in where the input has none, by the group around them (design.md §2.7). */
const suppliedRows: ReadonlyMap<string, readonly string[]> = new Map([
  ['headers', ['Wechatpay-Serial', 'Content-Type', 'Authorization']],
  ['xml', ['nonce_str', 'sign']],
  ['query', ['nonce_str', 'sign']],
  ['body', ['nonce_str', 'sign']],
]);

/** Groups that state a fact of the page, which the runtime knows, and rows that belong to no group and are not sent. */
const neverNeeded: readonly string[] = ['security', 'nonceless', 'stray'] satisfies GroupRole[];

/** Whether the runtime supplies a row of a group. */
export function isSupplied(group: string, row: Pick<Field, 'name'>): boolean {
  return suppliedRows.get(group)?.includes(row.name) ?? false;
}

/**
 * Whether an input may leave a whole group out: the page does not require it, or the runtime has all of it.
 *
 * @param baseUris addresses that the page gives; the only one is called without being asked for
 */
export function isGroupOptional(role: string, group: Field, baseUris: readonly string[] = []): boolean {
  if (!group.required || neverNeeded.includes(role) || (role === 'base_uri' && baseUris.length === 1)) return true;
  const required = group.fields.filter((row) => row.required);
  return required.length > 0 && required.every((row) => isSupplied(role, row));
}

/** Makes the supplied members of a group optional. */
export function relaxSupplied(group: string, { value, ...member }: PlainMember): PlainMember {
  if (value.kind !== 'object') return { ...member, value };
  return {
    ...member,
    value: { ...value, members: value.members.map((row) => (isSupplied(group, row) ? { ...row, optional: true } : row)) },
  };
}

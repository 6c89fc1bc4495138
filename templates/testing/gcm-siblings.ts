import type { JsonObject } from './json.js';

/**
 * Nonce and associated data of an AES-GCM string: its siblings whose names differ from its own in the last word only
 * (`event_ciphertext`, `event_nonce`; dialect.md §18), or those without a prefix where it is no `ciphertext`. Absent ones are empty.
 *
 * @param at path of the string
 * @param parent the object it is in
 */
export function gcmSiblings(at: string, parent: JsonObject): { nonce: string; associatedData: string } {
  const prefix = /([^.]*)ciphertext$/.exec(at)?.[1] ?? '';
  const text = (name: string): string => {
    const value = parent[`${prefix}${name}`];
    return typeof value === 'string' ? value : '';
  };
  return { nonce: text('nonce'), associatedData: text('associated_data') };
}

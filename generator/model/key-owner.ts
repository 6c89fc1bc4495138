import { keyOwnerWords } from '../page/tokens.js';
import type { Encryption, KeyOwner, Protocol } from './api.js';

/** Which of the tables of a page a row stands in, by who writes the message. */
export type Side = 'request' | 'answer' | 'notification' | 'reply';

/**
 * Whose key a field is encrypted with (dialect.md §9, §19). The tooltip says it; without one, or with one that names no key, the
 * kind of encryption and the direction of the message do: what the merchant sends is for the platform's key (in v2 for the bank's),
 * what it receives for its own.
 */
export function keyOwner(
  kind: Encryption['kind'],
  { tooltip, side, protocol }: { readonly tooltip: string | undefined; readonly side: Side; readonly protocol: Protocol },
): KeyOwner {
  if (kind === 'by-aes-gcm') return 'apiv3';
  if (kind === 'by-aes-ecb') return 'apikey-digest';
  const named = keyOwnerWords.find(([word]) => tooltip?.includes(word));
  if (named) return named[1];
  if (side === 'answer' || side === 'notification') return 'merchant';
  return protocol === 'v2' ? 'bank' : 'platform';
}

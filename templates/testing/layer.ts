/** Whose key an encryption needs, in the words of the pages' tooltips. */
export type KeyOwner = 'platform' | 'merchant' | 'bank' | 'apiv3' | 'apikey-digest';

export type Encryption = 'by-rsa-pubkey' | 'by-aes-gcm' | 'by-aes-ecb';

/**
 * One step between the plain value that users see and the string on the wire. Where a string has several, they are listed from
 * the outside in, as they are undone by the reader.
 */
export interface Layer {
  /** Names joined with `.`, the group first in requests; lists on the way are walked. */
  readonly at: string;
  readonly by: Encryption | 'by-json_encode' | 'by-urlencode' | 'by-rsa-privatekey';
  /** Encryptions only. */
  readonly key?: KeyOwner;
  /** What an AES encryption holds; absent for JSON. */
  readonly format?: 'json' | 'xml';
}

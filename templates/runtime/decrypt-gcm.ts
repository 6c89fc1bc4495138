import { createDecipheriv, type KeyObject } from 'node:crypto';
import { DecryptError } from './errors.js';
import type { Codec } from './operation.js';

/** A text encrypted with AEAD_AES_256_GCM, as certificates and notifications carry it. */
export interface GcmBox {
  /** Base64 of the data followed by the tag of 16 bytes. */
  readonly ciphertext: string;
  readonly nonce: string;
  /** Absent and empty mean the same. */
  readonly associatedData: string | undefined;
}

const TAG_LENGTH = 16;

/**
 * Decrypts and authenticates (runtime-requirements.md §5).
 *
 * @throws {Error} When anything was changed, or the key is another one.
 */
export function openGcm(key: KeyObject, { ciphertext, nonce, associatedData }: GcmBox): Buffer {
  const bytes = Buffer.from(ciphertext, 'base64');
  const cut = Math.max(0, bytes.length - TAG_LENGTH);
  const decipher = createDecipheriv('aes-256-gcm', key, Buffer.from(nonce), { authTagLength: TAG_LENGTH });
  decipher.setAuthTag(bytes.subarray(cut));
  decipher.setAAD(Buffer.from(associatedData ?? ''));
  return Buffer.concat([decipher.update(bytes.subarray(0, cut)), decipher.final()]);
}

/**
 * Decrypts a text with the APIv3 key. Nonce and associated data stand beside it, with the same prefix: `event_nonce` beside
 * `event_ciphertext`.
 *
 * @throws {DecryptError} When anything was changed, the key is another one, or another algorithm is named.
 */
export const decryptGcm: Codec = (value, { merchant, pointer, parent }) => {
  if (typeof value !== 'string') return value;
  const prefix = /([^/]*)ciphertext$/.exec(pointer)?.[1] ?? '';
  const beside = (name: string) => {
    const found = Object.hasOwn(parent, prefix + name) ? parent[prefix + name] : undefined;
    return typeof found === 'string' ? found : undefined;
  };
  if ((beside('algorithm') ?? 'AEAD_AES_256_GCM') !== 'AEAD_AES_256_GCM')
    throw new DecryptError(`${pointer} is encrypted with an unknown algorithm`);
  const key = merchant.need('apiV3Key');
  try {
    return openGcm(key, { ciphertext: value, nonce: beside('nonce') ?? '', associatedData: beside('associated_data') }).toString();
  } catch (cause) {
    throw new DecryptError(`${pointer} was changed on the way, or is not encrypted with \`apiV3Key\``, { cause });
  }
};

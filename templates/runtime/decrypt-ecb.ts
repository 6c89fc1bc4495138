import { createDecipheriv, createHash, type KeyObject } from 'node:crypto';
import { DecryptError } from './errors.js';
import type { Codec } from './operation.js';

/** The key for AES-256-ECB: the MD5 of the v2 API key in lower-case hex, as text (runtime-requirements.md §6). */
export function ecbKey(apiV2Key: KeyObject): string {
  return createHash('md5').update(apiV2Key.export()).digest('hex');
}

/**
 * Decrypts a text of a v2 notice with the digest of the v2 API key.
 *
 * @throws {DecryptError} When the key is another one, or the text was cut.
 */
export const decryptEcb: Codec = (value, { merchant, pointer }) => {
  if (typeof value !== 'string') return value;
  const key = ecbKey(merchant.need('apiV2Key'));
  try {
    const decipher = createDecipheriv('aes-256-ecb', key, null);
    return Buffer.concat([decipher.update(value, 'base64'), decipher.final()]).toString();
  } catch (cause) {
    throw new DecryptError(`${pointer} is not encrypted with \`apiV2Key\``, { cause });
  }
};

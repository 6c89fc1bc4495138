import { constants, privateDecrypt } from 'node:crypto';
import { DecryptError } from './errors.js';
import type { Codec } from './operation.js';

/**
 * Decrypts a text, or each text of a list, with the merchant private key: the inverse of `encryptField`. An empty text stays empty.
 *
 * @throws {DecryptError} When the text was not encrypted for this key, or not with RSAES-OAEP and SHA-1.
 */
export const decryptField: Codec = (value, context) => {
  if (Array.isArray(value)) return value.map((item, index) => decryptField(item, { ...context, pointer: `${context.pointer}/${index}` }));
  if (typeof value !== 'string' || value === '') return value;
  const { merchant, pointer } = context;
  try {
    const key = { key: merchant.privateKey, padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash: 'sha1' };
    return privateDecrypt(key, Buffer.from(value, 'base64')).toString();
  } catch (cause) {
    throw new DecryptError(`${pointer} is not encrypted for \`privateKey\` with RSAES-OAEP and SHA-1`, { cause });
  }
};

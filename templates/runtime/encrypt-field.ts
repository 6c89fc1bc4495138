import { constants, type KeyObject, publicEncrypt } from 'node:crypto';
import { ConfigError, ValidationError } from './errors.js';
import type { Codec } from './operation.js';

/**
 * Encrypts a text, or each text of a list, with the platform key that `Wechatpay-Serial` names: RSAES-OAEP with SHA-1
 * (runtime-requirements.md §4). An empty text stays empty.
 *
 * @throws {ValidationError} When a text is longer than the key can take.
 * @throws {ConfigError} When there is no such key.
 */
export const encryptField: Codec = (value, { merchant, serial, pointer }) => {
  const key = serial === undefined ? undefined : merchant.platformKeys.get(serial);
  if (!key) throw new ConfigError(`Add the key ${serial ?? 'PUB_KEY_ID_…'} to \`platformKeys\`: ${pointer} is encrypted with it`);
  return encryptEach(value, key, pointer);
};

/**
 * As {@link encryptField}, with the public key of the bank.
 *
 * @throws {ConfigError} When `bankPublicKey` is not set.
 */
export const encryptForBank: Codec = (value, { merchant, pointer }) => encryptEach(value, merchant.need('bankPublicKey'), pointer);

function encryptEach(value: unknown, key: KeyObject, pointer: string): unknown {
  if (Array.isArray(value)) return value.map((item, index) => encryptEach(item, key, `${pointer}/${index}`));
  if (value === undefined || value === null || value === '') return value;
  const bytes = Buffer.from(String(value));
  const limit = (key.asymmetricKeyDetails?.modulusLength ?? 0) / 8 - 42;
  if (bytes.length > limit) throw new ValidationError([{ pointer, kind: 'length', expected: `at most ${limit} bytes of UTF-8` }]);
  return publicEncrypt({ key, padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash: 'sha1' }, bytes).toString('base64');
}

import { createCipheriv } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { decryptEcb } from '../../../templates/runtime/decrypt-ecb.js';
import { decryptField } from '../../../templates/runtime/decrypt-field.js';
import { decryptGcm } from '../../../templates/runtime/decrypt-gcm.js';
import { encryptField, encryptForBank } from '../../../templates/runtime/encrypt-field.js';
import { ConfigError, DecryptError, ValidationError } from '../../../templates/runtime/errors.js';
import type { Codec } from '../../../templates/runtime/operation.js';
import { decryptRsa, encryptRsa } from '../../../templates/testing/rsa.js';
import { fakeMerchant, keys } from '../../support/fake-merchant.js';

const merchant = fakeMerchant();

function contextAt(pointer: string, parent: Record<string, unknown> = {}): Parameters<Codec>[1] {
  return { merchant, serial: keys.platformSerial, pointer, parent, shape: undefined };
}

/** The error of a task that has to fail. */
function errorOf(task: () => unknown): unknown {
  try {
    task();
  } catch (error) {
    return error;
  }
  throw new Error('nothing went wrong');
}

describe.each([
  ['the platform', encryptField, keys.platform],
  ['the bank', encryptForBank, keys.bank],
] as const)('encryption for %s', (_, encrypt, { privateKey }) => {
  it('takes a text, a number, or each text of a list', () => {
    const open = (cipher: unknown): unknown => decryptRsa(String(cipher), privateKey);
    expect(open(encrypt('名字', contextAt('/json/name')))).toBe('名字');
    expect(open(encrypt(12, contextAt('/json/name')))).toBe('12');
    const sealed = encrypt(['a', 'b'], contextAt('/json/names'));
    expect(Array.isArray(sealed) && sealed.map(open)).toEqual(['a', 'b']);
  });

  it.each(['', undefined, null])('leaves %j as it is, in lists too', (value) => {
    expect(encrypt(value, contextAt('/json/name'))).toBe(value);
    expect(encrypt([value], contextAt('/json/names'))).toEqual([value]);
  });

  it('names the element of a list that is too long', () => {
    expect(errorOf(() => encrypt(['a', 'x'.repeat(215)], contextAt('/json/names')))).toEqual(
      new ValidationError([{ pointer: '/json/names/1', kind: 'length', expected: 'at most 214 bytes of UTF-8' }]),
    );
  });
});

it.each([
  ['PUB_KEY_ID_9', 'Add the key PUB_KEY_ID_9 to `platformKeys`: /json/name is encrypted with it'],
  [undefined, 'Add the key PUB_KEY_ID_… to `platformKeys`: /json/name is encrypted with it'],
])('encryption with the key %s, which is not there, says so', (serial, message) => {
  expect(errorOf(() => encryptField('a', { ...contextAt('/json/name'), serial }))).toEqual(new ConfigError(message));
});

describe('decryption with the private key', () => {
  it('takes a text or each text of a list, and leaves what is no text or empty', () => {
    const cipher = encryptRsa('名字', keys.merchant.publicKey);
    expect(decryptField(cipher, contextAt('/name'))).toBe('名字');
    expect(decryptField([cipher, '', 7, null], contextAt('/names'))).toEqual(['名字', '', 7, null]);
  });

  it('names the element of a list that another key encrypted', () => {
    const error = errorOf(() => decryptField(['', encryptRsa('a', keys.bank.publicKey)], contextAt('/names')));
    expect(error).toEqual(new DecryptError('/names/1 is not encrypted for `privateKey` with RSAES-OAEP and SHA-1'));
    expect(error).toHaveProperty('cause.code');
  });
});

describe('decryption with the APIv3 key', () => {
  const nonce = 'nonce1234567';
  const box = (text: string, tagLength = 16): string => {
    const cipher = createCipheriv('aes-256-gcm', keys.apiV3Key, nonce);
    return Buffer.concat([cipher.update(text), cipher.final(), cipher.getAuthTag().subarray(0, tagLength)]).toString('base64');
  };

  it.each([
    ['/resource/ciphertext', { nonce }],
    ['/event_ciphertext', { event_nonce: nonce, nonce: 'another one!' }],
    ['/old_ciphertexts/0/event_ciphertext', { event_nonce: nonce, old_nonce: 'another one!' }],
    ['/secret', { nonce, associated_data: 7, algorithm: null }],
  ])('at %s finds its nonce beside it', (pointer, parent) => {
    expect(decryptGcm(box('text'), contextAt(pointer, parent))).toBe('text');
  });

  it('leaves what is no text', () => {
    expect(decryptGcm(7, contextAt('/ciphertext', { nonce }))).toBe(7);
  });

  it.each([4, 12, 15])('refuses a tag that was cut to %i bytes', (length) => {
    expect(() => decryptGcm(box('', length), contextAt('/ciphertext', { nonce }))).toThrow(DecryptError);
  });

  it.each([
    ['/ciphertext was changed on the way, or is not encrypted with `apiV3Key`', {}],
    ['/ciphertext is encrypted with an unknown algorithm', { nonce, algorithm: 'AEAD_SM4_GCM' }],
  ])('says: %s', (message, parent) => {
    expect(errorOf(() => decryptGcm(box('text'), contextAt('/ciphertext', parent)))).toEqual(new DecryptError(message));
  });

  it('knows the cause', () => {
    expect(errorOf(() => decryptGcm('AAAA', contextAt('/ciphertext', { nonce })))).toHaveProperty('cause.message');
  });
});

describe('decryption with the digest of the v2 API key', () => {
  it('leaves what is no text', () => {
    expect(decryptEcb(7, contextAt('/req_info'))).toBe(7);
  });

  it('says what it is that was cut, and why', () => {
    const error = errorOf(() => decryptEcb('AAAA', contextAt('/req_info')));
    expect(error).toEqual(new DecryptError('/req_info is not encrypted with `apiV2Key`'));
    expect(error).toHaveProperty('cause.code');
  });
});

import { generateKeyPairSync } from 'node:crypto';
import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { ConfigError } from '../../../templates/runtime/errors.js';
import { Merchant } from '../../../templates/runtime/merchant.js';
import type { Settings } from '../../../templates/runtime/settings.js';
import { privatePem, publicPem } from '../../../templates/testing/keys.js';
import { keys, settings } from '../../support/fake-merchant.js';

const ec = generateKeyPairSync('ec', { namedCurve: 'P-256' });

describe('construction', () => {
  it.each<[string, Partial<Settings>]>([
    ['PKCS#8', { privateKey: privatePem(keys.merchant.privateKey) }],
    ['PKCS#1', { privateKey: keys.merchant.privateKey.export({ type: 'pkcs1', format: 'pem' }).toString() }],
    ['a key object', { privateKey: keys.merchant.privateKey }],
    ['bytes', { privateKey: Buffer.from(privatePem(keys.merchant.privateKey)) }],
    ['a serial in lower case', { serial: keys.merchantSerial.toLowerCase() }],
    ['certificates to download', { platformKeys: undefined, certificates: async () => [] }],
    ['a mock server on loopback', { baseUrl: 'http://127.0.0.1:8080' }],
  ])('takes %s', (_, given) => {
    expect(new Merchant({ ...settings, ...given }).serial).toBe(keys.merchantSerial);
  });

  // The settings come from outside of the compiler's reach as often as not.
  it.each<[string, object, string?]>([
    ['mchid', { mchid: undefined }],
    ['mchid', { mchid: 'shop' }],
    ['serial', { serial: '1234' }],
    ['privateKey', { privateKey: undefined }],
    ['privateKey', { privateKey: 'not a key' }, 'an RSA private key, PEM in PKCS#8 or PKCS#1 (not SM2)'],
    ['privateKey', { privateKey: publicPem(keys.merchant.publicKey) }],
    ['privateKey', { privateKey: keys.merchant.publicKey }],
    ['privateKey', { privateKey: privatePem(ec.privateKey) }],
    ['apiV3Key', { apiV3Key: 'too short' }],
    ['apiV2Key', { apiV2Key: '密'.repeat(32) }],
    ['platformKeys', { platformKeys: undefined, apiV2Key: undefined }],
    ['platformKeys', { platformKeys: undefined, apiV2Key: undefined, apiV3Key: undefined, certificates: async () => [] }],
    ['platformKeys.PUB_KEY_ID_1', { platformKeys: { PUB_KEY_ID_1: 'not a key' } }, 'an RSA public key, PEM'],
    ['platformKeys.PUB_KEY_ID_1', { platformKeys: { PUB_KEY_ID_1: '-----BEGIN CERTIFICATE-----' } }, 'a certificate, PEM'],
    ['platformKeys.PUB_KEY_ID_1', { platformKeys: { PUB_KEY_ID_1: publicPem(ec.publicKey) } }],
    ['bankPublicKey', { bankPublicKey: 'not a key' }],
    ['baseUrl', { baseUrl: 'http://example.com' }],
    ['baseUrl', { baseUrl: 'nowhere' }],
    ['standByUrl', { standByUrl: 'ftp://example.com' }],
    ['timeout', { timeout: -1 }],
    ['retries', { retries: Number.NaN }],
  ])('names the setting `%s` that is wrong', (setting, given, meaning = '') => {
    expect(() => new Merchant({ ...settings, ...given } as Settings)).toThrow(ConfigError);
    expect(() => new Merchant({ ...settings, ...given } as Settings)).toThrow(`\`${setting}\`${meaning && ` to ${meaning}`}`);
  });

  it.each<[string, Partial<Settings>]>([
    ['key', { privateKey: 'not a key' }],
    ['certificate', { platformKeys: { ABC: '-----BEGIN CERTIFICATE-----' } }],
  ])('knows why a %s cannot be read', (_, given) => {
    expect(() => new Merchant({ ...settings, ...given })).toThrow(expect.objectContaining({ cause: expect.any(Error) }));
  });

  it('does not quote the key it refuses', () => {
    const secret = 'abcdefghijklmnopqrstuvwxyz0123456';
    expect(() => new Merchant({ ...settings, apiV3Key: secret })).toThrow(/33/);
    expect(() => new Merchant({ ...settings, apiV3Key: secret })).not.toThrow(secret);
  });
});

describe('a merchant', () => {
  it('names the setting that a call lacks', () => {
    const merchant = new Merchant({ ...settings, apiV2Key: undefined, bankPublicKey: undefined });
    expect(() => merchant.need('apiV2Key')).toThrow('`apiV2Key`');
    expect(() => merchant.need('bankPublicKey')).toThrow('`bankPublicKey`');
    expect(() => merchant.need('clientCertificate')).toThrow('`clientCertificate`');
  });

  it('makes a nonce of 32 letters and digits, another one each time', () => {
    const merchant = new Merchant(settings);
    expect(merchant.nonce()).toMatch(/^[0-9A-F]{32}$/);
    expect(merchant.nonce()).not.toBe(merchant.nonce());
  });

  it('shows no key when it is printed', () => {
    const printed = inspect(new Merchant(settings), { depth: 9, showHidden: true }) + JSON.stringify(new Merchant(settings));
    expect(printed).not.toContain(keys.apiV3Key);
    expect(printed).not.toContain(keys.apiKey);
    expect(printed).not.toContain(privatePem(keys.merchant.privateKey).split('\n')[1]);
  });
});

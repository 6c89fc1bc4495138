import { generateKeyPairSync, randomBytes, type KeyObject } from 'node:crypto';

/** Both halves of an RSA key. */
export interface RsaPair {
  readonly privateKey: KeyObject;
  readonly publicKey: KeyObject;
}

/** All that a merchant and the platform share or hold, made up for one run. */
export interface Keys {
  readonly mchid: string;
  /** Serial of the merchant certificate: 40 upper-case hex digits. */
  readonly merchantSerial: string;
  readonly merchant: RsaPair;
  /** Id of the platform public key, `PUB_KEY_ID_…`. */
  readonly platformSerial: string;
  readonly platform: RsaPair;
  /** The key for payments to bank cards (v2). */
  readonly bank: RsaPair;
  /** 32 bytes of ASCII. */
  readonly apiV3Key: string;
  /** 32 characters: the key of MD5 and HMAC-SHA256 signs (v2). */
  readonly apiKey: string;
}

/**
 * Throw-away keys: three RSA pairs of 2048 bits, fresh secrets and serials.
 *
 * @param mchid the merchant number they belong to
 */
export function makeKeys(mchid = '1900000001'): Keys {
  return {
    mchid,
    merchantSerial: randomBytes(20).toString('hex').toUpperCase(),
    merchant: makeRsaPair(),
    platformSerial: `PUB_KEY_ID_0${randomDigits(27)}`,
    platform: makeRsaPair(),
    bank: makeRsaPair(),
    apiV3Key: randomBytes(16).toString('hex'),
    apiKey: randomBytes(16).toString('hex'),
  };
}

/** A fresh RSA pair of 2048 bits. */
export function makeRsaPair(): RsaPair {
  return generateKeyPairSync('rsa', { modulusLength: 2048 });
}

/** PEM of a public key, `PUBLIC KEY`. */
export function publicPem(key: KeyObject): string {
  return key.export({ type: 'spki', format: 'pem' }).toString();
}

/** PEM of a private key, `PRIVATE KEY` (PKCS#8). */
export function privatePem(key: KeyObject): string {
  return key.export({ type: 'pkcs8', format: 'pem' }).toString();
}

/** PEM of a public key, `RSA PUBLIC KEY` (PKCS#1), the form of the bank key. */
export function publicPkcs1Pem(key: KeyObject): string {
  return key.export({ type: 'pkcs1', format: 'pem' }).toString();
}

function randomDigits(count: number): string {
  return Array.from(randomBytes(count), (byte) => String(byte % 10)).join('');
}

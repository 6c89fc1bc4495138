import { createPrivateKey, createPublicKey, createSecretKey, KeyObject } from 'node:crypto';
import { ConfigError } from './errors.js';

/** @throws {ConfigError} For anything but an RSA private key in PKCS#8 or PKCS#1. */
export function privateKeyFrom(given: string | Uint8Array | KeyObject): KeyObject {
  const meaning = 'an RSA private key, PEM in PKCS#8 or PKCS#1 (not SM2)';
  return rsaKey('privateKey', meaning, 'private', () => (given instanceof KeyObject ? given : createPrivateKey(textOf(given))));
}

/** @throws {ConfigError} For anything but an RSA public key in PKCS#1 or SPKI. */
export function publicKeyFrom(setting: string, pem: string | Uint8Array): KeyObject {
  return rsaKey(setting, 'an RSA public key, PEM', 'public', () => createPublicKey(textOf(pem)));
}

/** @throws {ConfigError} For a text that has not exactly 32 bytes. */
export function secretFrom(setting: string, text: string | undefined): KeyObject | undefined {
  if (text === undefined) return undefined;
  const bytes = Buffer.from(text);
  if (bytes.length !== 32) throw new ConfigError(`Set \`${setting}\` to a key of 32 bytes, not ${bytes.length}`);
  return createSecretKey(bytes);
}

/** PEM is ASCII. */
export function textOf(pem: string | Uint8Array): string {
  return Buffer.from(pem).toString();
}

function rsaKey(setting: string, meaning: string, type: string, read: () => KeyObject): KeyObject {
  let cause: unknown;
  try {
    const key = read();
    if (key.type === type && key.asymmetricKeyType === 'rsa') return key;
  } catch (error) {
    cause = error;
  }
  throw new ConfigError(`Set \`${setting}\` to ${meaning}`, { cause });
}

import { createPrivateKey, createPublicKey, createSecretKey, KeyObject } from 'node:crypto';
import { type Clock, systemClock } from './clock.js';
import { ConfigError } from './errors.js';
import { Hosts } from './hosts.js';
import type { LogEntry } from './log-entry.js';
import { makeNonce } from './make-nonce.js';
import { PlatformKeys } from './platform-keys.js';
import type { Unknown } from './report-unknown.js';
import type { ClientCertificate, Settings } from './settings.js';

/**
 * Who calls: checked settings, keys, and what lives as long as they do. Every operation takes one as its first argument.
 *
 * @throws {ConfigError} When a setting is missing or wrong; the message names it.
 */
export class Merchant {
  readonly mchid: string;
  readonly serial: string;
  readonly privateKey: KeyObject;
  readonly platformKeys: PlatformKeys;
  readonly hosts: Hosts;
  readonly timeout: number;
  readonly retries: number;
  readonly unknownRequestEnum: 'reject' | 'report';
  readonly clock: Clock;
  readonly nonce: () => string;
  readonly fetch: typeof fetch;
  readonly onUnknown: ((unknown: Unknown) => void) | undefined;
  readonly logger: ((entry: LogEntry) => void) | undefined;
  readonly #apiV3Key: KeyObject | undefined;
  readonly #apiV2Key: KeyObject | undefined;
  readonly #bankPublicKey: KeyObject | undefined;
  readonly #clientCertificate: ClientCertificate | undefined;

  constructor(settings: Settings) {
    this.mchid = matching('mchid', settings.mchid, /^\d+$/, 'the merchant number, digits only');
    this.serial = matching(
      'serial',
      settings.serial,
      /^[\dA-F]{40}$/i,
      'the serial of the merchant API certificate, 40 hex digits',
    ).toUpperCase();
    this.privateKey = privateKeyFrom(settings.privateKey);
    this.#apiV3Key = secretFrom('apiV3Key', settings.apiV3Key);
    this.#apiV2Key = secretFrom('apiV2Key', settings.apiV2Key);
    this.#bankPublicKey = bankKeyFrom(settings.bankPublicKey);
    this.#clientCertificate = settings.clientCertificate;
    this.hosts = new Hosts(settings.baseUrl, settings.standByUrl);
    this.timeout = amount('timeout', settings.timeout, 30_000);
    this.retries = amount('retries', settings.retries, 2);
    this.unknownRequestEnum = settings.unknownRequestEnum ?? 'reject';
    this.clock = settings.clock ?? systemClock;
    this.nonce = settings.nonce ?? makeNonce;
    this.fetch = settings.fetch ?? fetch;
    this.onUnknown = settings.onUnknown;
    this.logger = settings.logger;
    const { certificates } = settings;
    const download = certificates && this.#apiV3Key && (() => certificates(this));
    this.platformKeys = new PlatformKeys(settings.platformKeys ?? {}, this.clock, download);
    if (this.platformKeys.size === 0 && !download && !this.#apiV2Key)
      throw new ConfigError(
        'Set `platformKeys` to the platform public key under its PUB_KEY_ID_…, or `certificates` and `apiV3Key` to download certificates',
      );
  }

  /** @throws {ConfigError} When it is not set. */
  get apiV3Key(): KeyObject {
    return present('apiV3Key', this.#apiV3Key);
  }

  /** @throws {ConfigError} When it is not set. */
  get apiV2Key(): KeyObject {
    return present('apiV2Key', this.#apiV2Key);
  }

  /** @throws {ConfigError} When it is not set. */
  get bankPublicKey(): KeyObject {
    return present('bankPublicKey', this.#bankPublicKey);
  }

  /** @throws {ConfigError} When it is not set. */
  get clientCertificate(): ClientCertificate {
    return present('clientCertificate', this.#clientCertificate);
  }
}

function present<Value>(setting: string, value: Value | undefined): Value {
  if (value === undefined) throw new ConfigError(`Set \`${setting}\`: this call needs it`);
  return value;
}

function matching(setting: string, value: unknown, pattern: RegExp, meaning: string): string {
  if (typeof value !== 'string' || !pattern.test(value)) throw new ConfigError(`Set \`${setting}\` to ${meaning}`);
  return value;
}

function amount(setting: string, value: number | undefined, fallback: number): number {
  if (value === undefined) return fallback;
  if (!Number.isFinite(value) || value < 0) throw new ConfigError(`Set \`${setting}\` to a number that is not negative`);
  return value;
}

function secretFrom(setting: string, text: string | undefined): KeyObject | undefined {
  if (text === undefined) return undefined;
  const bytes = Buffer.from(text);
  if (bytes.length !== 32)
    throw new ConfigError(`Set \`${setting}\` to the key from the merchant console: exactly 32 bytes, not ${bytes.length}`);
  return createSecretKey(bytes);
}

function privateKeyFrom(given: Settings['privateKey']): KeyObject {
  const meaning = 'Set `privateKey` to the merchant private key: RSA, PEM in PKCS#8 or PKCS#1';
  let key: KeyObject;
  try {
    key = given instanceof KeyObject ? given : createPrivateKey(bytesOf(given));
  } catch (cause) {
    throw new ConfigError(meaning, { cause });
  }
  if (key.type !== 'private' || key.asymmetricKeyType !== 'rsa') throw new ConfigError(`${meaning}. SM2 merchants are not supported`);
  return key;
}

function bankKeyFrom(pem: string | Uint8Array | undefined): KeyObject | undefined {
  if (pem === undefined) return undefined;
  try {
    return createPublicKey(bytesOf(pem));
  } catch (cause) {
    throw new ConfigError('Set `bankPublicKey` to the public key of the bank: PEM', { cause });
  }
}

function bytesOf(pem: string | Uint8Array): string | Buffer {
  return typeof pem === 'string' ? pem : Buffer.from(pem);
}

import type { KeyObject } from 'node:crypto';
import { type Clock, systemClock } from './clock.js';
import { ConfigError } from './errors.js';
import { Hosts } from './hosts.js';
import type { LogEntry } from './log-entry.js';
import { makeNonce } from './make-nonce.js';
import { PlatformKeys } from './platform-keys.js';
import { privateKeyFrom, publicKeyFrom, secretFrom } from './read-keys.js';
import type { Unknown } from './report-unknown.js';
import type { ClientCertificate, Settings } from './settings.js';

/** What only some calls need. */
interface Optional {
  readonly apiV3Key: KeyObject | undefined;
  readonly apiV2Key: KeyObject | undefined;
  readonly bankPublicKey: KeyObject | undefined;
  readonly clientCertificate: ClientCertificate | undefined;
}

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
  readonly #optional: Optional;

  constructor(settings: Settings) {
    const { certificates, clientCertificate } = settings;
    this.mchid = matching('mchid', settings.mchid, /^\d+$/, 'the merchant number, digits only');
    this.serial = matching(
      'serial',
      settings.serial,
      /^[\dA-F]{40}$/i,
      'the serial of the merchant certificate, 40 hex digits',
    ).toUpperCase();
    this.privateKey = privateKeyFrom(settings.privateKey);
    const apiV3Key = secretFrom('apiV3Key', settings.apiV3Key);
    const apiV2Key = secretFrom('apiV2Key', settings.apiV2Key);
    const bankPublicKey = settings.bankPublicKey === undefined ? undefined : publicKeyFrom('bankPublicKey', settings.bankPublicKey);
    this.#optional = { apiV3Key, apiV2Key, bankPublicKey, clientCertificate };
    this.hosts = new Hosts(settings.baseUrl, settings.standByUrl);
    this.timeout = amount('timeout', settings.timeout, 30_000);
    this.retries = amount('retries', settings.retries, 2);
    this.unknownRequestEnum = settings.unknownRequestEnum ?? 'reject';
    this.clock = settings.clock ?? systemClock;
    this.nonce = settings.nonce ?? makeNonce;
    this.fetch = settings.fetch ?? fetch;
    this.onUnknown = settings.onUnknown;
    this.logger = settings.logger;
    const download = certificates && apiV3Key && (() => certificates(this));
    this.platformKeys = new PlatformKeys(settings.platformKeys ?? {}, this.clock, download);
    if (this.platformKeys.size === 0 && !download && !apiV2Key)
      throw new ConfigError('Set `platformKeys` to the platform public key under its PUB_KEY_ID_…, or `certificates` and `apiV3Key`');
  }

  /**
   * A setting that not every merchant has.
   *
   * @throws {ConfigError} When it is not set.
   */
  need<Name extends keyof Optional>(setting: Name): NonNullable<Optional[Name]> {
    const value = this.#optional[setting];
    if (value === undefined) throw new ConfigError(`Set \`${setting}\`: this call needs it`);
    return value;
  }
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

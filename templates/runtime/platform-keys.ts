import { type KeyObject, X509Certificate } from 'node:crypto';
import type { Clock } from './clock.js';
import { ConfigError } from './errors.js';
import { publicKeyFrom, textOf } from './read-keys.js';

/** A key of the platform; certificates have a time span. */
export interface PlatformKey {
  readonly serial: string;
  readonly key: KeyObject;
  readonly from?: number;
  readonly to?: number;
}

type Download = () => Promise<readonly PlatformKey[]>;

const STALE_AFTER = 12 * 60 * 60_000;
const REFRESH_PAUSE = 60_000;

/** The platform's public keys and certificates by serial (runtime-requirements.md §3), and the download that keeps them fresh. */
export class PlatformKeys {
  readonly #keys = new Map<string, PlatformKey>();
  readonly #clock: Clock;
  readonly #download: Download | undefined;
  #refreshing: Promise<void> | undefined;
  #triedAt = -Infinity;

  /** @param download Ignored when a public key is configured: such merchants have no certificates. */
  constructor(configured: Readonly<Record<string, string | Uint8Array>>, clock: Clock, download: Download | undefined) {
    this.#add(Object.entries(configured).map(([serial, pem]) => readPlatformKey(serial, pem)));
    this.#clock = clock;
    this.#download = [...this.#keys.values()].some((key) => key.to === undefined) ? undefined : download;
  }

  get size(): number {
    return this.#keys.size;
  }

  /** The key of that serial, if it is known and valid now. Never downloads. */
  get(serial: string): KeyObject | undefined {
    const found = this.#keys.get(serial);
    return found && isValid(found, this.#clock.now()) ? found.key : undefined;
  }

  /** The key of that serial. An unknown serial makes the certificates be downloaded anew, once a minute at most, for all who wait. */
  async find(serial: string): Promise<KeyObject | undefined> {
    if (this.#download && !this.get(serial) && (this.#refreshing || !this.#triedWithin(REFRESH_PAUSE))) await this.#refresh();
    return this.get(serial);
  }

  /**
   * Serial of the key to encrypt with: a public key before certificates, and of these the one that began last.
   *
   * @throws {ConfigError} When there is none: what would be answered could not be verified.
   */
  async current(): Promise<string> {
    let chosen = this.#choose();
    if (this.#download && (!chosen || !this.#triedWithin(STALE_AFTER))) {
      const refreshed = this.#refresh();
      // Nobody waits for newer certificates as long as there is one, nor fails for want of them.
      if (chosen) refreshed.catch(() => undefined);
      else await refreshed;
      chosen ??= this.#choose();
    }
    if (!chosen) throw new ConfigError('Add a key that is valid now to `platformKeys`');
    return chosen.serial;
  }

  /** A clock that was set back does not prolong it. */
  #triedWithin(milliseconds: number): boolean {
    const since = this.#clock.now() - this.#triedAt;
    return since >= 0 && since < milliseconds;
  }

  #choose(): PlatformKey | undefined {
    const now = this.#clock.now();
    const valid = [...this.#keys.values()].filter((key) => isValid(key, now));
    return valid.sort((a, b) => (b.from ?? Infinity) - (a.from ?? Infinity))[0];
  }

  #refresh(): Promise<void> {
    this.#refreshing ??= this.#replace().finally(() => (this.#refreshing = undefined));
    return this.#refreshing;
  }

  async #replace(): Promise<void> {
    this.#triedAt = this.#clock.now();
    this.#add((await this.#download?.()) ?? []);
  }

  #add(keys: readonly PlatformKey[]): void {
    for (const key of keys) this.#keys.set(key.serial, key);
  }
}

/**
 * Reads a public key or a certificate.
 *
 * @throws {ConfigError} When it is neither, or a certificate of another serial.
 */
export function readPlatformKey(serial: string, pem: string | Uint8Array): PlatformKey {
  const setting = `platformKeys.${serial}`;
  const text = textOf(pem);
  if (!text.includes('BEGIN CERTIFICATE')) return { serial, key: publicKeyFrom(setting, text) };
  let certificate: X509Certificate;
  try {
    certificate = new X509Certificate(text);
  } catch (cause) {
    throw new ConfigError(`Set \`${setting}\` to a certificate, PEM`, { cause });
  }
  const { serialNumber, validFrom, validTo } = certificate;
  const upper = serialNumber.padStart(40, '0');
  if (upper !== serial.toUpperCase()) throw new ConfigError(`Set \`${setting}\` to the certificate of that serial`);
  return { serial: upper, key: publicKeyFrom(setting, text), from: Date.parse(validFrom), to: Date.parse(validTo) };
}

function isValid({ from = -Infinity, to = Infinity }: PlatformKey, now: number): boolean {
  return from <= now && now <= to;
}

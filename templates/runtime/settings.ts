import type { KeyObject } from 'node:crypto';
import type { Clock } from './clock.js';
import type { LogEntry } from './log-entry.js';
import type { Merchant } from './merchant.js';
import type { PlatformKey } from './platform-keys.js';
import type { Unknown } from './report-unknown.js';

/** What a {@link Merchant} is made from. Keys are checked at construction. */
export interface Settings {
  /** The merchant number. */
  readonly mchid: string;
  /** Serial number of the merchant API certificate: 40 hex digits. */
  readonly serial: string;
  /** Merchant private key: PEM in PKCS#8 or PKCS#1. */
  readonly privateKey: string | Uint8Array | KeyObject;
  /**
   * The platform's keys by serial: public keys under their `PUB_KEY_ID_…`, certificates under their 40 hex digits, side by side.
   * Without public key, certificates are downloaded.
   */
  readonly platformKeys?: Readonly<Record<string, string | Uint8Array>> | undefined;
  /**
   * How to download certificates with `apiV3Key`: `downloadCertificates`. A `WechatPay` has it already; a bare `Merchant` is given it,
   * so that bundles without need of it do not hold it.
   */
  readonly certificates?: ((merchant: Merchant) => Promise<readonly PlatformKey[]>) | undefined;
  /** 32 bytes; for notifications and the download of certificates. */
  readonly apiV3Key?: string | undefined;
  /** 32 characters; for v2 calls and notices. */
  readonly apiV2Key?: string | undefined;
  /** For v2 operations whose page says `security`. The passphrase of a PKCS#12 file is the merchant number unless given. */
  readonly clientCertificate?: ClientCertificate | undefined;
  /** The bank's public key for v2 payments to bank cards: PEM in PKCS#1 or SPKI. */
  readonly bankPublicKey?: string | Uint8Array | undefined;
  /** Where every call goes, such as the address of a mock server (default: the platform's host). `https:`, or `http:` on loopback. */
  readonly baseUrl?: string | undefined;
  /** The host to fall back on when the main host cannot be reached (default: the platform's; none with a `baseUrl` of your own). */
  readonly standByUrl?: string | undefined;
  /** Milliseconds for a call, retries included (default: 30,000). */
  readonly timeout?: number | undefined;
  /** How many times more a call that may be repeated is tried (default: 2). */
  readonly retries?: number | undefined;
  /** What happens to a value outside of a closed list in a request: it is refused, or reported and sent (default: `reject`). */
  readonly unknownRequestEnum?: 'reject' | 'report' | undefined;
  /** Hears of fields and values that the pages do not list. */
  readonly onUnknown?: ((unknown: Unknown) => void) | undefined;
  /** Hears of attempts. Entries never hold keys, headers, bodies or queries. */
  readonly logger?: ((entry: LogEntry) => void) | undefined;
  /** Instead of the global `fetch`. It must not follow redirects when told `redirect: 'manual'`. */
  readonly fetch?: typeof fetch | undefined;
  readonly clock?: Clock | undefined;
  /** 32 letters and digits from a CSPRNG. */
  readonly nonce?: (() => string) | undefined;
}

export type ClientCertificate =
  { readonly cert: string | Buffer; readonly key: string | Buffer } | { readonly pfx: Buffer; readonly passphrase?: string | undefined };

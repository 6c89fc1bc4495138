import { ConfigError } from './errors.js';
import type { Input, Operation } from './operation.js';

const MAIN = 'https://api.mch.weixin.qq.com/';
const STAND_BY = 'https://api2.mch.weixin.qq.com/';
const RETURN_AFTER = 5 * 60_000;

/** Where calls go, and which host is preferred at the moment. */
export class Hosts {
  readonly #main: URL;
  readonly #standBy: URL | undefined;
  readonly #redirectsAll: boolean;
  #failedAt = -Infinity;

  constructor(baseUrl: string | undefined, standByUrl: string | undefined) {
    this.#redirectsAll = baseUrl !== undefined;
    this.#main = secureUrl('baseUrl', baseUrl ?? MAIN);
    const standBy = standByUrl ?? (baseUrl === undefined ? STAND_BY : undefined);
    this.#standBy = standBy === undefined ? undefined : secureUrl('standByUrl', standBy);
  }

  /**
   * The address that paths of a call are appended to. With a `baseUrl` of one's own, an address of the page lends its path only, which
   * comes after that of the `baseUrl`.
   *
   * @throws {ConfigError} When the input names an address that is not `https:`.
   */
  baseOf(operation: Operation, input: Input): URL {
    const named = input['base_uri'] ?? operation.host;
    if (named === undefined) return this.#main;
    const url = secureUrl('base_uri', String(named));
    return this.#redirectsAll ? new URL('.' + url.pathname, this.#main) : url;
  }

  /** The address to send to now: the stand-by host for some minutes after the main host could not be reached. */
  choose(url: URL, now: number): URL {
    const since = now - this.#failedAt;
    // A clock that was set back does not prolong it.
    const isAvoided = since >= 0 && since < RETURN_AFTER;
    return this.#standBy && url.origin === this.#main.origin && isAvoided ? new URL(url.pathname + url.search, this.#standBy) : url;
  }

  /** Notes that a host could not be reached, so that the next attempt takes the other one. */
  avoid(url: URL, now: number): void {
    if (!this.#standBy) return;
    if (url.origin === this.#main.origin) this.#failedAt = now;
    else if (url.origin === this.#standBy.origin) this.#failedAt = -Infinity;
  }
}

function secureUrl(setting: string, text: string): URL {
  const url = safeUrl(text);
  if (!url || url.search || url.hash) throw new ConfigError(`Set \`${setting}\` to an https: address`);
  if (!url.pathname.endsWith('/')) url.pathname += '/';
  return url;
}

/** An address that may be called: `https:`, or `http:` on loopback. */
export function safeUrl(text: string): URL | undefined {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const isLoopback = url?.protocol === 'http:' && /^(127\.\d+\.\d+\.\d+|localhost|\[::1\])$/.test(url.hostname);
  return url && (url.protocol === 'https:' || isLoopback) && !url.username ? url : undefined;
}

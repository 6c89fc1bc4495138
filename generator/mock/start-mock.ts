import { makeKeys, type Keys } from '../../templates/testing/keys.js';
import { startServer } from '../../templates/testing/server.js';
import type { Api } from '../model/api.js';
import { clientSettings, type ClientSettings } from './client-settings.js';
import type { Fixtures } from './fixtures.js';
import { respond } from './respond.js';
import { sendWebhook, type Delivery } from './send-webhook.js';

export interface MockOptions {
  /** On loopback (default: a free one). */
  readonly port?: number;
  /** Of both sides (default: throw-away keys). */
  readonly keys?: Keys;
  /** Answers, and values of notifications, that are not made up; see `readFixtures`. */
  readonly fixtures?: Fixtures;
  /** Unix milliseconds (default: the system's clock). */
  readonly now?: () => number;
}

/** A mock platform at work. */
export interface Mock {
  /** `http://127.0.0.1:PORT`. */
  readonly origin: string;
  readonly keys: Keys;
  /** What a client has to be told. */
  readonly settings: ClientSettings;
  /**
   * Posts a notification, signed and encrypted.
   *
   * @param name file name of its page without `.md`, or `v3/…`, `v2/…`
   * @returns `undefined` where no page has that name
   */
  sendWebhook(name: string, url: string): Promise<Delivery | undefined>;
  close(): Promise<void>;
}

/**
 * Starts a server on loopback that speaks the API of the pages. It verifies signatures and the time window, decrypts, validates
 * requests against the pages, and answers with valid, signed bodies.
 */
export async function startMock(
  api: Api,
  { port = 0, keys = makeKeys(), fixtures = new Map(), now = Date.now }: MockOptions = {},
): Promise<Mock> {
  const server = await startServer((request) => respond(request, { api, keys, fixtures, now }), port);
  return {
    origin: server.origin,
    keys,
    settings: clientSettings(keys, server.origin),
    sendWebhook: (name, url) => sendWebhook({ api, keys, fixtures, now: now() }, name, url),
    close: server.close,
  };
}

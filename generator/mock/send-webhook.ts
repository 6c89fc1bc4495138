import type { Keys } from '../../templates/testing/keys.js';
import { isJsonObject, type JsonObject } from '../../templates/testing/json.js';
import { makeNotification } from '../../templates/testing/notification.js';
import type { Api, Webhook } from '../model/api.js';
import { exampleNotification } from '../model/example-notification.js';
import type { Fixtures } from './fixtures.js';

/** What became of a notification. */
export interface Delivery {
  /** `WEBHOOK v3/REFUND.SUCCESS`. */
  readonly id: string;
  /** Of the reply. */
  readonly status: number;
  readonly reply: string;
}

export interface Sender {
  readonly api: Api;
  readonly keys: Keys;
  readonly fixtures: Fixtures;
  /** Unix milliseconds. */
  readonly now: number;
}

/**
 * Posts a notification as the platform does, with example values in it where its fixture (`webhook/v3/REFUND.SUCCESS.json`) names none.
 *
 * @param name file name of its page without `.md`; `v2/…` or `v3/…` where both have one
 * @returns `undefined` where no page has that name
 * @throws {TypeError} if nobody answers at the URL
 */
export async function sendWebhook({ api, keys, fixtures, now }: Sender, name: string, url: string): Promise<Delivery | undefined> {
  const webhook = findWebhook(api, name);
  if (webhook === undefined) return undefined;
  const example = exampleNotification(webhook);
  const fixture = fixtures.get(`webhook/${webhook.protocol}/${webhook.name}.json`) ?? {};
  const { headers, body } = makeNotification({ ...example, body: overlay(example.body, fixture) }, { keys, now: Math.floor(now / 1000) });
  const response = await fetch(url, { method: 'POST', headers, body });
  return { id: webhook.id, status: response.status, reply: await response.text() };
}

/** v3 before v2. */
function findWebhook({ pages }: Api, name: string): Webhook | undefined {
  const webhooks = pages.flatMap((page) => page.webhooks);
  const isNamed = (webhook: Webhook, protocol: string): boolean =>
    webhook.protocol === protocol && [webhook.name, `${protocol}/${webhook.name}`].includes(name);
  return webhooks.find((webhook) => isNamed(webhook, 'v3')) ?? webhooks.find((webhook) => isNamed(webhook, 'v2'));
}

/** Members of `top` win, at every depth. */
function overlay(base: JsonObject, top: JsonObject): JsonObject {
  const members = Object.entries(top).map(([name, value]) => {
    const below = base[name];
    return [name, isJsonObject(below) && isJsonObject(value) ? overlay(below, value) : value] as const;
  });
  return { ...base, ...Object.fromEntries(members) };
}

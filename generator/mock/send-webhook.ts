import type { Keys } from '../../templates/testing/keys.js';
import { makeNotification } from '../../templates/testing/notification.js';
import type { Api, Webhook } from '../model/api.js';
import { exampleNotification } from '../model/example-notification.js';

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
  /** Unix milliseconds. */
  readonly now: number;
}

/**
 * Posts a notification as the platform does, with example values in it.
 *
 * @param name file name of its page without `.md`; `v2/…` or `v3/…` where both have one
 * @returns `undefined` where no page has that name
 * @throws {TypeError} if nobody answers at the URL
 */
export async function sendWebhook({ api, keys, now }: Sender, name: string, url: string): Promise<Delivery | undefined> {
  const webhook = findWebhook(api, name);
  if (webhook === undefined) return undefined;
  const { headers, body } = makeNotification(exampleNotification(webhook), { keys, now: Math.floor(now / 1000) });
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

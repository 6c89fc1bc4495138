import { describe, expect, it } from 'vitest';
import type { Webhook } from '../runtime/operation.js';
import { Webhooks, type Arrival } from '../runtime/webhooks.js';
import { differences } from '../testing/differences.js';
import { isJsonObject, parseJson, textsOf, type JsonObject } from '../testing/json.js';
import type { Layer } from '../testing/layer.js';
import { makeNotification, type NotificationCase } from '../testing/notification.js';
import { openLayers } from '../testing/open-layers.js';
import type { Tampering } from '../testing/sign-answer.js';
import { verifyReply } from '../testing/verify-request.js';
import { parseXml } from '../testing/xml.js';
import { writable } from './element-names.js';
import { keys } from './keys.js';
import { plainJson } from './plain-json.js';
import { testMerchant } from './test-merchant.js';

export interface WebhookTest extends NotificationCase {
  /** The body of the reply. */
  readonly reply: JsonObject;
  /** Paths begin inside its body. */
  readonly replyLayers?: readonly Layer[];
  /** The reply carries a signature of the merchant. */
  readonly signedReply?: true;
}

/** Declares the tests of one notification: it is made and signed by the platform's double, and read by the SDK. */
export function testWebhook(webhook: Webhook, given: WebhookTest): void {
  const test = given.protocol === 'v2' ? { ...given, body: writable(given.body), reply: writable(given.reply) } : given;
  const receive = (tampering?: Tampering): Promise<Arrival<unknown>> => {
    const { body, headers } = makeNotification(test, { keys, now: Math.floor(Date.now() / 1000), tampering });
    const webhooks = new Webhooks<Record<string, { event: unknown; reply: unknown }>>(testMerchant(), async () => ({
      [webhook.id]: [webhook.eventTypes, async () => ({ webhook })],
    }));
    return 'event_type' in test.body ? webhooks.receive(body, headers) : webhooks.receive(body, headers, webhook.id);
  };

  describe(`WEBHOOK ${webhook.id}`, () => {
    it('is verified, decrypted and read', async () => {
      const { sign: _sign, ...event } = plainJson((await receive()).event);
      expect(differences(event, test.body)).toEqual([]);
    });

    if ('event_type' in test.body) {
      it('is told by its event type', () => {
        expect(webhook.eventTypes).toContain(test.body['event_type']);
      });
    }

    if (!test.unsigned) {
      it('is refused when somebody changed it', async () => {
        await expect(receive('body')).rejects.toMatchObject({ name: 'SignatureError' });
      });
    }

    it('is answered as the page asks', async () => {
      const reply = (await receive()).reply(test.reply);
      const body = test.protocol === 'v3' ? parseJson(reply.body) : parseXml(reply.body);
      const layers = test.replyLayers ?? [];
      const opened = openLayers(isJsonObject(body) ? body : {}, layers, keys);
      expect(reply.status).toBe(200);
      expect(opened.faults).toEqual([]);
      expect(differences(opened.value, test.protocol === 'v3' ? test.reply : textsAround(layers, test.reply))).toEqual([]);
      if (test.signedReply) {
        const options = { signedBody: reply.body, keys, now: Math.floor(Date.now() / 1000) };
        expect(verifyReply(reply.headers['Authorization'], options)).toEqual([]);
      }
    });
  });
}

/** What an XML message holds: texts, and below its layers what was given. */
function textsAround(layers: readonly Layer[], values: JsonObject): JsonObject {
  const sealed = new Set(layers.map(({ at }) => at));
  return { ...textsOf(values), ...Object.fromEntries(Object.entries(values).filter(([name]) => sealed.has(name))) };
}

import type { Webhook } from '../../model/api.js';
import { exampleNotification, exampleReply, type ExampleNotification } from '../../model/example-notification.js';
import type { ExampleValue } from '../../model/example-value.js';
import { wireLayers, type WireLayer } from '../../model/wire-layers.js';
import { givenField } from './given-field.js';

/** The data of one notification's tests. */
export interface WebhookTest extends ExampleNotification {
  /** The body of the reply. */
  readonly reply: { readonly [name: string]: ExampleValue };
  /** Paths begin inside its body. */
  readonly replyLayers?: readonly WireLayer[];
  /** The reply carries a signature of the merchant. */
  readonly signedReply?: true;
}

/** A notification with a value for every row, and the reply to it. */
export function webhookTest(webhook: Webhook): WebhookTest {
  const signedReply = webhook.reply.some(
    ({ name, fields }) => name === 'headers' && fields.some((header) => header.name === 'Authorization'),
  );
  const reply = webhook.reply.map(givenField);
  const replyLayers = wireLayers(reply.find(({ name }) => name === 'body')?.fields ?? []);
  return {
    ...exampleNotification(webhook),
    reply: exampleReply({ ...webhook, reply }),
    ...(replyLayers.length > 0 && { replyLayers }),
    ...(signedReply && { signedReply }),
  };
}

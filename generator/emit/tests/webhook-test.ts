import type { Webhook } from '../../model/api.js';
import { exampleNotification, exampleReply, type ExampleNotification } from '../../model/example-notification.js';
import type { ExampleValue } from '../../model/example-value.js';

/** The data of one notification's tests. */
export interface WebhookTest extends ExampleNotification {
  /** The body of the reply. */
  readonly reply: { readonly [name: string]: ExampleValue };
  /** The reply carries a signature of the merchant. */
  readonly signedReply?: true;
}

/** A notification with a value for every row, and the reply to it. */
export function webhookTest(webhook: Webhook): WebhookTest {
  const signedReply = webhook.reply.some(
    ({ name, fields }) => name === 'headers' && fields.some((header) => header.name === 'Authorization'),
  );
  return { ...exampleNotification(webhook), reply: exampleReply(webhook), ...(signedReply && { signedReply }) };
}

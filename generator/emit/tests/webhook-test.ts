import type { Field, Webhook } from '../../model/api.js';
import { exampleObject, type ExampleValue } from '../../model/example-value.js';
import { wireLayers, type WireLayer } from '../../model/wire-layers.js';

/** The data of one notification's tests. */
export interface WebhookTest {
  readonly protocol: 'v2' | 'v3';
  readonly body: { readonly [name: string]: ExampleValue };
  readonly layers?: readonly WireLayer[];
  /** v2: no `sign` travels with it. */
  readonly unsigned?: true;
  /** The body of the reply. */
  readonly reply: { readonly [name: string]: ExampleValue };
  /** The reply carries a signature of the merchant. */
  readonly signedReply?: true;
}

/** Values that the protocol prescribes: GCM nonces have 12 bytes, codes mean success (runtime-requirements.md §5, §10). */
const prescribed = {
  nonce: 'nonce-of-12b',
  event_nonce: 'nonce-of-12b',
  return_code: 'SUCCESS',
  result_code: 'SUCCESS',
  code: 'SUCCESS',
} as const;

/** A notification with a value for every row, and the reply to it. */
export function webhookTest({ protocol, eventTypes, request, reply }: Webhook): WebhookTest {
  const [eventType = ''] = eventTypes;
  const known = new Map<string, ExampleValue>(Object.entries({ ...prescribed, event_type: eventType }));
  const body = bodyFields(request);
  const layers = wireLayers(body);
  const unsigned = protocol === 'v2' && !body.some(({ name }) => name === 'sign');
  const signedReply = reply.some(({ name, fields }) => name === 'headers' && fields.some((header) => header.name === 'Authorization'));
  return {
    protocol,
    body: exampleObject(
      body.filter(({ name }) => name !== 'sign'),
      { known },
    ),
    ...(layers.length > 0 && { layers }),
    ...(unsigned && { unsigned }),
    reply: exampleObject(bodyFields(reply), { known }),
    ...(signedReply && { signedReply }),
  };
}

function bodyFields(fields: readonly Field[]): readonly Field[] {
  return fields.find(({ name }) => name === 'body')?.fields ?? [];
}

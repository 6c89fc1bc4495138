import type { Field, Webhook } from './api.js';
import { exampleObject, type ExampleValue } from './example-value.js';
import { wireLayers, type WireLayer } from './wire-layers.js';

/** A notification in plain values, and what stands between them and the wire. */
export interface ExampleNotification {
  readonly protocol: 'v2' | 'v3';
  readonly body: { readonly [name: string]: ExampleValue };
  readonly layers?: readonly WireLayer[];
  /** v2: no `sign` travels with it. */
  readonly unsigned?: true;
}

/** Values that the protocol prescribes: GCM nonces have 12 bytes, codes mean success (runtime-requirements.md §5, §10). */
const prescribed = {
  nonce: 'nonce-of-12b',
  event_nonce: 'nonce-of-12b',
  return_code: 'SUCCESS',
  result_code: 'SUCCESS',
  code: 'SUCCESS',
} as const;

/** A notification with a value for every row. The first of its event types, if there are several. */
export function exampleNotification({ protocol, eventTypes, request }: Webhook): ExampleNotification {
  const [eventType] = eventTypes;
  const body = bodyFields(request);
  const layers = wireLayers(body);
  const unsigned = protocol === 'v2' && !body.some(({ name }) => name === 'sign');
  return {
    protocol,
    body: exampleObject(
      body.filter(({ name }) => name !== 'sign'),
      {
        known: new Map<string, ExampleValue>(Object.entries({ ...prescribed, ...(eventType !== undefined && { event_type: eventType }) })),
      },
    ),
    ...(layers.length > 0 && { layers }),
    ...(unsigned && { unsigned }),
  };
}

/** What a page wants to hear in reply: success. */
export function exampleReply({ reply }: Webhook): { readonly [name: string]: ExampleValue } {
  return exampleObject(bodyFields(reply), { known: new Map(Object.entries(prescribed)) });
}

function bodyFields(fields: readonly Field[]): readonly Field[] {
  return fields.find(({ name }) => name === 'body')?.fields ?? [];
}

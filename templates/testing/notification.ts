import { randomBytes } from 'node:crypto';
import { spreadLists } from './flat-lists.js';
import type { JsonObject } from './json.js';
import type { Keys } from './keys.js';
import type { Layer } from './layer.js';
import { sealLayers } from './seal-layers.js';
import { signAnswer, type SignedMessage, type Tampering } from './sign-answer.js';
import { signedTexts, signParameters, signTypeOf } from './sign-parameters.js';
import { buildXml } from './xml.js';

/** A notification in plain values, as users read it. */
export interface NotificationCase {
  readonly protocol: 'v2' | 'v3';
  readonly body: JsonObject;
  /** Paths begin inside the body. */
  readonly layers?: readonly Layer[];
  /** v2: no `sign` travels with it. */
  readonly unsigned?: true;
}

export interface NotificationOptions {
  readonly keys: Keys;
  /** Unix seconds. */
  readonly now: number;
  readonly tampering?: Tampering | undefined;
}

/** What the platform would post: sealed, serialised, signed (runtime-requirements.md §6). */
export function makeNotification(notification: NotificationCase, options: NotificationOptions): SignedMessage {
  const { keys, now, tampering } = options;
  const sealed = sealLayers(notification.body, notification.layers ?? [], keys);
  const id = { 'Request-ID': randomBytes(16).toString('hex').toUpperCase() };
  if (notification.protocol === 'v3') {
    const { headers, body } = signAnswer(JSON.stringify(sealed), { keys, now, tampering });
    return { headers: { ...id, 'Content-Type': 'application/json', ...headers }, body };
  }
  const values = spreadLists(sealed);
  const parameters = signedTexts(values);
  const sign = notification.unsigned ? {} : { sign: signParameters(parameters, keys.apiKey, signTypeOf(parameters)) };
  const tampered = tampering === undefined ? {} : { tampered: '1' };
  return { headers: { ...id, 'Content-Type': 'text/xml' }, body: buildXml({ ...values, ...sign, ...tampered }) };
}

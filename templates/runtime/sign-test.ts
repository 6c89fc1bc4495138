import { constants, createCipheriv, createPublicKey, type KeyObject, publicEncrypt, sign } from 'node:crypto';
import { applyLayers } from './apply-layers.js';
import { asList } from './as-list.js';
import { buildXml } from './build-xml.js';
import { decodeForm } from './decode-form.js';
import { decodeJson } from './decode-json.js';
import { decodeXml } from './decode-xml.js';
import { decryptEcb, ecbKey } from './decrypt-ecb.js';
import { decryptField } from './decrypt-field.js';
import { decryptGcm } from './decrypt-gcm.js';
import { encodeForm } from './encode-form.js';
import { encodeJson } from './encode-json.js';
import { spreadLists } from './flat-lists.js';
import type { Merchant } from './merchant.js';
import type { Codec, Webhook } from './operation.js';
import { parseXml } from './parse-xml.js';
import { textsIn } from './receive-xml.js';
import { readXmlNotice } from './read-xml-notice.js';
import { signParameters } from './sign-parameters.js';
import { isObject } from './validation.js';

/** Keys that stand for the platform in a test. */
export interface TestKeys {
  /** Whose public half is among the merchant's `platformKeys`, under `serial`. */
  readonly privateKey: KeyObject;
  readonly serial: string;
}

/** A notification as it would arrive. */
export interface TestMessage {
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** Builds a signed, encrypted notification from its plain content. See `Webhooks.signTest`. */
export function signTest(merchant: Merchant, webhook: Webhook, event: object, keys: TestKeys): TestMessage {
  const isXml = webhook.read === readXmlNotice;
  const layers = [...(webhook.open ?? [])].reverse().map(([path, codec]) => [path, inverseOf(codec)] as const);
  const message = applyLayers(isXml ? event : withEnvelope(merchant, webhook, event), layers, { merchant });
  return isXml ? signXml(merchant, message) : signJson(merchant, JSON.stringify(message), keys);
}

function withEnvelope(merchant: Merchant, webhook: Webhook, event: object): object {
  const { resource, ...rest } = event as Readonly<Record<string, unknown>>;
  return {
    id: merchant.nonce(),
    create_time: new Date(merchant.clock.now()).toISOString(),
    event_type: webhook.eventTypes[0],
    resource_type: 'encrypt-resource',
    summary: '',
    ...rest,
    resource: {
      algorithm: 'AEAD_AES_256_GCM',
      nonce: merchant.nonce().slice(0, 12),
      associated_data: '',
      ...(isObject(resource) ? resource : {}),
    },
  };
}

function signJson(merchant: Merchant, body: string, { privateKey, serial }: TestKeys): TestMessage {
  const timestamp = String(Math.floor(merchant.clock.now() / 1000));
  const nonce = merchant.nonce();
  return {
    body,
    headers: {
      'Content-Type': 'application/json',
      'Wechatpay-Timestamp': timestamp,
      'Wechatpay-Nonce': nonce,
      'Wechatpay-Serial': serial,
      'Wechatpay-Signature': sign('sha256', Buffer.from(`${timestamp}\n${nonce}\n${body}\n`), privateKey).toString('base64'),
    },
  };
}

function signXml(merchant: Merchant, message: unknown): TestMessage {
  const fields = spreadLists(isObject(message) ? message : {});
  // What the sign covers is what its reader will see.
  const texts = textsIn(parseXml(buildXml(fields)) ?? {});
  return {
    body: buildXml({ ...fields, sign: signParameters(texts, merchant.need('apiV2Key'), 'HMAC-SHA256') }),
    headers: { 'Content-Type': 'text/xml' },
  };
}

const inverses = new Map<Codec, Codec>([
  [decodeJson, encodeJson],
  [decodeForm, encodeForm],
  [decodeXml, (value) => buildXml(spreadLists(isObject(value) ? value : {}))],
  // A list of one element is written like an element.
  [asList, (value) => value],
  [
    decryptGcm,
    (value, { merchant, pointer, parent }) => {
      const prefix = /([^/]*)ciphertext$/.exec(pointer)?.[1] ?? '';
      const cipher = createCipheriv('aes-256-gcm', merchant.need('apiV3Key'), String(parent[`${prefix}nonce`] ?? ''));
      cipher.setAAD(Buffer.from(String(parent[`${prefix}associated_data`] ?? '')));
      return Buffer.concat([cipher.update(String(value)), cipher.final(), cipher.getAuthTag()]).toString('base64');
    },
  ],
  [
    decryptEcb,
    (value, { merchant }) => {
      const cipher = createCipheriv('aes-256-ecb', ecbKey(merchant.need('apiV2Key')), null);
      return Buffer.concat([cipher.update(String(value)), cipher.final()]).toString('base64');
    },
  ],
  [
    decryptField,
    (value, { merchant }) => {
      const key = { key: createPublicKey(merchant.privateKey), padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash: 'sha1' };
      return publicEncrypt(key, Buffer.from(String(value))).toString('base64');
    },
  ],
]);

function inverseOf(codec: Codec): Codec {
  const inverse = inverses.get(codec);
  if (!inverse) throw new TypeError('A layer of the notification has no inverse');
  return inverse;
}

import { DecryptError, SignatureError } from './errors.js';
import { gatherLists } from './flat-lists.js';
import type { ReadNotice, Webhook } from './operation.js';
import { parseJson } from './parse-json.js';
import { parseXml } from './parse-xml.js';
import { textsIn } from './receive-xml.js';
import { isSignedWith } from './sign-parameters.js';
import { isObject } from './validation.js';
import { verifySignature } from './verify-signature.js';

/** Verifies the raw body of a v3 notification, then parses it. */
export const readJsonNotice: ReadNotice = async (merchant, webhook, body, headers) => {
  await verifySignature(merchant, headers, body);
  const message = parseJson(body);
  if (!isObject(message)) throw new DecryptError(`${webhook.id} is no JSON object`);
  return message;
};

/** Parses a v2 notice, then verifies its sign. Only pages without a `sign` row are taken without; their content is encrypted. */
export const readXmlNotice: ReadNotice = async (merchant, webhook, body, headers) => {
  const message = parseXml(new TextDecoder().decode(body));
  if (!message) throw new DecryptError(`${webhook.id} is no XML message`);
  if ((message['sign'] !== undefined || expectsSign(webhook)) && !isSignedWith(textsIn(message), merchant.apiV2Key))
    throw new SignatureError(`The sign of ${webhook.id} does not match \`apiV2Key\``, {
      serial: undefined,
      requestId: headers.get('Request-ID') ?? undefined,
    });
  return gatherLists(message, webhook.shape);
};

function expectsSign({ shape }: Webhook): boolean {
  return !isObject(shape) || Object.hasOwn(shape, 'sign');
}

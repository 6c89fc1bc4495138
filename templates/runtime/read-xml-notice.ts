import { DecryptError, SignatureError } from './errors.js';
import { gatherLists } from './flat-lists.js';
import type { ReadNotice, Webhook } from './operation.js';
import { parseXml } from './parse-xml.js';
import { textsIn } from './receive-xml.js';
import { isSignedWith } from './sign-parameters.js';
import { typeTexts } from './type-texts.js';
import { isObject } from './validation.js';

/** Parses a v2 notice, then verifies its sign. Only pages without a `sign` row are taken without; their content is encrypted. */
export const readXmlNotice: ReadNotice = async (merchant, webhook, body, headers) => {
  const message = parseXml(new TextDecoder().decode(body));
  if (!message) throw new DecryptError(`${webhook.id} is no XML message`);
  if ((message['sign'] !== undefined || expectsSign(webhook)) && !isSignedWith(textsIn(message), merchant.need('apiV2Key')))
    throw new SignatureError(`The sign of ${webhook.id} does not match \`apiV2Key\``, {
      serial: undefined,
      requestId: headers.get('Request-ID') ?? undefined,
    });
  return typeTexts(gatherLists(message, webhook.shape), webhook.shape);
};

function expectsSign({ shape }: Webhook): boolean {
  return !isObject(shape) || Object.hasOwn(shape, 'sign');
}

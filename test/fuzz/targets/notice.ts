import { decodeForm } from '../../../templates/runtime/decode-form.js';
import { decodeJson } from '../../../templates/runtime/decode-json.js';
import { decodeXml } from '../../../templates/runtime/decode-xml.js';
import { decryptEcb } from '../../../templates/runtime/decrypt-ecb.js';
import { decryptGcm } from '../../../templates/runtime/decrypt-gcm.js';
import { SignatureError, WechatPayError } from '../../../templates/runtime/errors.js';
import type { Webhook } from '../../../templates/runtime/operation.js';
import { readJsonNotice } from '../../../templates/runtime/read-json-notice.js';
import { readXmlNotice } from '../../../templates/runtime/read-xml-notice.js';
import { Webhooks, type Arrival } from '../../../templates/runtime/webhooks.js';
import { replyJson, replyXml } from '../../../templates/runtime/write-reply.js';
import { sealEcb } from '../../../templates/testing/aes-ecb.js';
import { sealGcm } from '../../../templates/testing/aes-gcm.js';
import { signAnswer } from '../../../templates/testing/sign-answer.js';
import { signParameters, signTypeOf } from '../../../templates/testing/sign-parameters.js';
import { parseXml } from '../../../templates/testing/xml.js';
import { keys, merchant, now, unknown } from '../parties.js';
import type { Target } from '../target.js';
import { xmlWords } from './xml.js';

const served: Webhook = {
  id: 'v3/TEA.SERVED',
  eventTypes: ['TEA.SERVED', 'TEA.COLD'],
  read: readJsonNotice,
  open: [
    ['resource.ciphertext', decryptGcm],
    ['resource.ciphertext', decodeJson],
    ['resource.ciphertext.cups.label', decodeJson],
    ['resource.ciphertext.form', decodeForm],
  ],
  shape: {
    id: '',
    event_type: ['TEA.SERVED', 'TEA.COLD'],
    resource: {
      algorithm: '',
      ciphertext: { size: ['S', 'L'], cups: { amount: 0, hot: false, label: { text: '' } }, form: { a: '' } },
      nonce: '',
      associated_data: '',
    },
  },
  reply: replyJson,
};

const refunded: Webhook = {
  id: 'v2/refund',
  eventTypes: ['REFUND'],
  read: readXmlNotice,
  open: [
    ['req_info', decryptEcb],
    ['req_info', decodeXml],
  ],
  shape: { event_type: ['REFUND'], req_info: { fee: 0, state: ['A', 'B'] }, coupon_$n: 0, sign: '' },
  reply: replyXml,
};

interface Notices {
  readonly 'v3/TEA.SERVED': { readonly event: { readonly event_type: 'TEA.SERVED' } };
  readonly 'v2/refund': { readonly event: { readonly event_type: 'REFUND' } };
}

const webhooks = new Webhooks<Notices>(merchant, async () => ({
  'v3/TEA.SERVED': [served.eventTypes, async () => ({ webhook: served })],
  'v2/refund': [refunded.eventTypes, async () => ({ webhook: refunded })],
}));

/** The head of an input, up to an empty line, and the rest. */
export function partsOf(input: string): [head: string, rest: string] {
  const end = input.indexOf('\n\n');
  return end < 0 ? [input, ''] : [input.slice(0, end), input.slice(end + 2)];
}

/** Headers that an HTTP server may hand over; others never arrive. */
export function headersOf(lines: readonly string[]): Record<string, string> {
  const headers = new Headers();
  for (const line of lines) {
    const at = line.indexOf(': ');
    const [name, value] = [line.slice(0, at), line.slice(at + 2)];
    if (/^[\w-]+$/.test(name) && /^[\t\x20-\x7e\x80-\xff]*$/.test(value)) headers.append(name, value);
  }
  return Object.fromEntries(headers);
}

/** Receives and replies. Only errors of the runtime may come of it, and none that tells what was encrypted. */
async function receive(arrive: () => Promise<Arrival<object>>, secret: string): Promise<'taken' | WechatPayError> {
  unknown.length = 0;
  try {
    const { event, reply } = await arrive();
    JSON.stringify(event);
    reply();
    if (({} as Record<string, unknown>)['a'] !== undefined) throw new Error('a prototype has changed');
    return 'taken';
  } catch (error) {
    if (!(error instanceof WechatPayError)) throw error;
    if (secret.length > 12 && `${error.stack ?? ''}${JSON.stringify(error)}`.includes(secret)) throw new Error('an error tells a secret');
    return error;
  }
}

const content = '{"size":"S","cups":[{"amount":1,"hot":true,"label":"{\\"text\\":\\"x\\"}"}],"form":"a=1%26b"}';
const envelope = '{"id":"1","event_type":"TEA.SERVED","resource":{"algorithm":"AEAD_AES_256_GCM","ciphertext":"@","nonce":"0123456789ab"}}';

/** A v3 notification that the platform signed, whatever is in it: envelope, empty line, what is encrypted at the first `@`. */
export const notice: Target = {
  seeds: [
    `${envelope}\n\n${content}`,
    `{"event_type":"TEA.COLD","resource":{"ciphertext":"@","nonce":"0123456789ab","associated_data":""}}\n\n{"size":1}`,
    '{"event_type":"CUP","resource":{"ciphertext":"@","nonce":"0123456789ab"}}\n\n[1]',
  ],
  words: [
    ...['{', '}', '[', ']', '"', ':', ',', '\\u0000', '\\"', '"__proto__":', '"constructor":', 'null', '1e999', '-', 'true'],
    ...['"event_type":', '"TEA.SERVED"', '"TEA.COLD"', '"resource":', '"ciphertext":"@"', '"nonce":"0123456789ab"', '"algorithm":'],
    ...['"size":', '"S"', '"cups":', '"label":', '"text":', '"form":', '%26', '%', '\ufeff', '\ud800', '@', '\n\n', '<xml>'],
  ],
  async run(text) {
    const [body, secret] = partsOf(text);
    const sealed = body.replace('@', () => sealGcm(secret, { key: keys.apiV3Key, nonce: '0123456789ab' }));
    const { headers } = signAnswer(sealed, { keys, now });
    const outcome = await receive(() => webhooks.receive(sealed, headers), secret);
    if (outcome instanceof SignatureError) throw new Error('a genuine notification is refused');
    return outcome === 'taken';
  },
};

const genuine = signAnswer(envelope.replace('@', sealGcm(content, { key: keys.apiV3Key, nonce: '0123456789ab' })), { keys, now });
const signedText = (headers: Readonly<Record<string, string>>, body: string): string =>
  `${headers['wechatpay-timestamp'] ?? ''}\n${headers['wechatpay-nonce'] ?? ''}\n${body}\n`;
const genuineHead = Object.entries(genuine.headers).map(([name, value]) => `${name}: ${value}`);
const genuineText = signedText(headersOf(genuineHead), genuine.body);

/** A v3 notification that anybody may have written: headers, empty line, body. None is taken but the one that was signed. */
export const forged: Target = {
  seeds: [`${genuineHead.join('\n')}\n\n${genuine.body}`, `${[...genuineHead].reverse().join('\n')}\n\n${genuine.body}`, '\n\n{}'],
  words: [
    ...Object.keys(genuine.headers).map((name) => `\n${name}: `),
    ...Object.values(genuine.headers),
    ...[String(now + 301), String(now - 301), `${String(now)}.0`, `0x${now.toString(16)}`, '1e9', '-1', ' ', 'NaN', '9'.repeat(400)],
    ...['WECHATPAY/SIGNTEST/', '=', '\n\n', '{}', '<xml></xml>', '"event_type":"TEA.SERVED"', ', '],
  ],
  async run(text) {
    const [head, body] = partsOf(text);
    const headers = headersOf(head.split('\n'));
    const outcome = await receive(() => webhooks.receive(body, headers), '');
    if (outcome === 'taken' && signedText(headers, body) !== genuineText) throw new Error('a forged notification is taken');
    return outcome === 'taken';
  },
};

/** A v2 notice: XML, empty line, what is encrypted at the first `@`. At `@sign` it is signed, if its receiver could tell how. */
export const xmlNotice: Target = {
  seeds: [
    '<xml><event_type>REFUND</event_type><coupon_0>1</coupon_0><sign>@sign</sign></xml>',
    '<xml><req_info>@</req_info><sign>@sign</sign></xml>\n\n<root><fee>1</fee><state><![CDATA[A]]></state></root>',
    '<xml><req_info><![CDATA[@]]></req_info><sign_type>HMAC-SHA256</sign_type><sign>@sign</sign></xml>\n\n<root><fee>x</fee></root>',
  ],
  words: [...xmlWords, '@', '@sign', '<sign>@sign</sign>', '<req_info>', '</req_info>', '\n\n', 'REFUND'],
  async run(text) {
    const [body, secret] = partsOf(text);
    const sealed = body.replace(/@(?!sign)/, () => sealEcb(secret, keys.apiKey));
    const fields = sealed.includes('@sign') ? parseXml(sealed) : undefined;
    const signed = sealed.replace('@sign', () => (fields === undefined ? '' : signParameters(fields, keys.apiKey, signTypeOf(fields))));
    const isListed = signed.includes('REFUND');
    const outcome = await receive(() => (isListed ? webhooks.receive(signed, {}) : webhooks.receive(signed, {}, 'v2/refund')), secret);
    return outcome === 'taken';
  },
};

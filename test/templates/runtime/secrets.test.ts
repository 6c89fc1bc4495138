import { createHash } from 'node:crypto';
import { createServer, type AddressInfo, type Socket } from 'node:net';
import { describe, expect, it } from 'vitest';
import { buildXml } from '../../../templates/runtime/build-xml.js';
import { call } from '../../../templates/runtime/call.js';
import { downloadBill } from '../../../templates/runtime/download-bill.js';
import { decodeXml } from '../../../templates/runtime/decode-xml.js';
import { decryptEcb } from '../../../templates/runtime/decrypt-ecb.js';
import { downloadCertificates } from '../../../templates/runtime/download-certificates.js';
import { explainRefusal } from '../../../templates/runtime/explain-refusal.js';
import { ApiError } from '../../../templates/runtime/errors.js';
import type { LogEntry } from '../../../templates/runtime/log-entry.js';
import { Merchant } from '../../../templates/runtime/merchant.js';
import { openNotice } from '../../../templates/runtime/open-notice.js';
import type { Operation, Webhook } from '../../../templates/runtime/operation.js';
import { readXmlNotice } from '../../../templates/runtime/read-xml-notice.js';
import { receiveXml } from '../../../templates/runtime/receive-xml.js';
import { sendXml } from '../../../templates/runtime/send-xml.js';
import type { Settings } from '../../../templates/runtime/settings.js';
import { replyXml } from '../../../templates/runtime/write-reply.js';
import { privatePem } from '../../../templates/testing/keys.js';
import { makeNotification, type NotificationCase } from '../../../templates/testing/notification.js';
import { signAnswer } from '../../../templates/testing/sign-answer.js';
import { signParameters } from '../../../templates/testing/sign-parameters.js';
import { fakeMerchant, keys, settings } from '../../support/fake-merchant.js';
import { withRawServer } from '../../support/raw-server.js';
import { saidBy } from '../../support/said.js';
import { webhook as refundSuccess } from '../exemplar/webhook.js';
import { post, type PostInput } from '../exemplar/special-reduction.js';

/** What users hand in, and what comes back to them. */
const plain = 'plain-text-6222021234567890123';

const secrets = [
  plain,
  keys.apiV3Key,
  keys.apiKey,
  createHash('md5').update(keys.apiKey).digest('hex'),
  ...privatePem(keys.merchant.privateKey).split('\n').slice(1, -2),
  'WECHATPAY2-SHA256-RSA2048',
];

const seconds = () => Math.floor(Date.now() / 1000);
const input = {
  json: { mchid: keys.mchid, bal_account_no: plain, out_request_no: 'R1', reduction_type: 'JUDICIAL_DEDUCTION', amount: 1 },
} satisfies PostInput;

/** The error of a task, after looking for secrets in it and in the log. */
async function errorOf(task: (given: Partial<Settings>) => unknown): Promise<unknown> {
  const log: LogEntry[] = [];
  try {
    await task({ logger: (entry) => log.push(entry), retries: 0 });
  } catch (error) {
    const said = saidBy(error, log);
    expect(secrets.filter((secret) => said.includes(secret))).toEqual([]);
    return error;
  }
  throw new Error('Nothing went wrong.');
}

/** A platform that gives one answer to everything. */
function answering(body: string, init: ResponseInit = {}): Partial<Settings> {
  return { fetch: async () => new Response(body, init) };
}

it('finds what was said anywhere', () => {
  const cause = new Error('outer', { cause: Object.assign(new Error(plain), { [plain]: 1 }) });
  expect(saidBy(cause)).toContain(plain);
});

describe('a notification that is not what it should be says no secret', () => {
  const refund: NotificationCase = {
    protocol: 'v3',
    body: {
      id: 'EV-1',
      event_type: 'REFUND.SUCCESS',
      resource: { algorithm: 'AEAD_AES_256_GCM', associated_data: '', nonce: 'nonce1234567', ciphertext: { out_refund_no: plain } },
    },
    layers: [{ at: 'resource.ciphertext', by: 'by-aes-gcm', key: 'apiv3', format: 'json' }],
  };
  const { body: good } = makeNotification(refund, { keys, now: seconds() });
  const flipped = good.replace(/"ciphertext":"(.)/, (_, letter: string) => `"ciphertext":"${letter === 'A' ? 'B' : 'A'}`);
  const sign = (body: string) => signAnswer(body, { keys, now: seconds() });

  it.each<[string, { body: string; headers: Record<string, string> }, object]>([
    ['whose tag does not fit', sign(flipped), { name: 'DecryptError', outcome: 'done' }],
    ['that was changed on the way', { ...sign(good), body: flipped }, { name: 'SignatureError', outcome: 'unknown' }],
    [
      'that a framework wrote again',
      { ...sign(good), body: JSON.stringify(JSON.parse(good), undefined, 2) },
      { name: 'SignatureError', outcome: 'unknown' },
    ],
    ['that is no JSON', sign(`{"${plain}`), { name: 'DecryptError', outcome: 'done' }],
  ])('%s', async (_, { body, headers }, want) => {
    expect(await errorOf((given) => openNotice(fakeMerchant(given), refundSuccess, body, headers))).toMatchObject(want);
  });

  const notice: Webhook = {
    id: 'v2/refund-processed',
    eventTypes: [],
    read: readXmlNotice,
    open: [
      ['req_info', decryptEcb],
      ['req_info', decodeXml],
    ],
    shape: { req_info: { refund_id: '' } },
    reply: replyXml,
  };

  it.each<[string, Record<string, string>, object]>([
    ['of v2 with another sign', { req_info: plain, sign: 'A'.repeat(32) }, { name: 'SignatureError', outcome: 'unknown' }],
    ['of v2 that another key encrypted', { req_info: Buffer.from(plain).toString('base64') }, { name: 'DecryptError', outcome: 'done' }],
  ])('%s', async (_, fields, want) => {
    expect(await errorOf((given) => openNotice(fakeMerchant(given), notice, buildXml(fields), {}))).toMatchObject(want);
  });
});

describe('a v2 call that fails says no secret', () => {
  const order: Operation = {
    id: 'POST /v2/pay/order',
    method: 'POST',
    path: '/pay/order',
    validate: () => undefined,
    send: sendXml,
    receive: receiveXml,
  };
  const signed = (fields: Record<string, string>) => buildXml({ ...fields, sign: signParameters(fields, keys.apiKey, 'MD5') });

  it.each<[string, string, object]>([
    ['when the answer was changed', signed({ return_code: 'SUCCESS', name: 'x' }).replace('[x]', `[${plain}]`), { name: 'SignatureError' }],
    ['when the answer is no XML', `<xml>${plain}`, { name: 'SignatureError' }],
    ['when the answer has a document type', `<!DOCTYPE x [<!ENTITY a "${plain}">]><xml/>`, { name: 'SignatureError' }],
    [
      'when it was refused',
      signed({ return_code: 'SUCCESS', result_code: 'FAIL', err_code: 'NOTENOUGH', name: plain }),
      { name: 'ApiError', outcome: 'refused', code: 'NOTENOUGH' },
    ],
  ])('%s', async (_, answer, want) => {
    const failing = (given: Partial<Settings>) =>
      call(fakeMerchant({ ...given, ...answering(answer) }), order, { xml: { id_card: plain } });
    expect(await errorOf(failing)).toMatchObject(want);
  });
});

describe('a v3 call that fails says no secret', () => {
  it('when a refused signature is answered with the message that was checked', async () => {
    const detail = { sign_information: { sign_message_length: 1, truncated_sign_message: plain } };
    const body = JSON.stringify({ code: 'SIGN_ERROR', message: 'sign not match', detail });
    const error = await errorOf((given) => post(fakeMerchant({ ...given, ...answering(body, { status: 401 }) }), input));
    expect(error).toMatchObject({ name: 'ApiError', outcome: 'refused', status: 401, detail });
    // Only who asks is told.
    expect(error instanceof ApiError && explainRefusal(error)).toContain('/v3/aggracct-bc/wb-channel/special-reduction');
  });

  it('when a value is not allowed, or too long for the key', async () => {
    const wrong = { json: { ...input.json, reduction_type: plain } } as unknown as PostInput;
    expect(await errorOf((given) => post(fakeMerchant(given), wrong))).toMatchObject({ name: 'ValidationError', outcome: 'not-sent' });
    const long = { json: { ...input.json, bal_account_no: plain.repeat(10) } };
    expect(await errorOf((given) => post(fakeMerchant(given), long))).toMatchObject({
      name: 'ValidationError',
      issues: [{ pointer: '/json/bal_account_no', kind: 'length' }],
    });
  });

  it.each<[string, string, (socket: Socket) => void, string]>([
    ['ended before it is secure', 'https', (socket) => void socket.once('data', () => socket.end()), 'not-sent'],
    ['reset once something was sent', 'http', (socket) => void socket.once('data', () => socket.resetAndDestroy()), 'unknown'],
    ['ended once something was sent', 'http', (socket) => void socket.once('data', () => socket.end()), 'unknown'],
  ])('when the connection is %s', async (_, protocol, treat, outcome) => {
    const server = createServer(treat);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const baseUrl = `${protocol}://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const error = await errorOf((given) => post(fakeMerchant({ ...given, baseUrl }), input));
    await new Promise((resolve) => server.close(resolve));
    expect(error).toMatchObject({ name: 'ConnectionError', outcome });
  });

  it('when the certificates cannot be read', async () => {
    const box = { algorithm: 'AEAD_AES_256_GCM', nonce: 'nonce1234567', associated_data: 'certificate', ciphertext: plain };
    const body = JSON.stringify({ data: [{ serial_no: 'A'.repeat(40), encrypt_certificate: box }] });
    const given = { platformKeys: undefined, certificates: downloadCertificates, ...answering(body) };
    expect(await errorOf((more) => post(fakeMerchant({ ...more, ...given }), input))).toMatchObject({ name: 'DecryptError' });
  });

  it('when a bill is another one', async () => {
    const task = (given: Partial<Settings>) =>
      withRawServer(
        (_request, response) => response.end(plain),
        async (origin) => {
          const link = { download_url: `${origin}/file?token=${plain}`, hash_type: 'SHA1', hash_value: '00' };
          await new Response(await downloadBill(fakeMerchant(given), link)).text();
        },
      );
    expect(await errorOf(task)).toMatchObject({ name: 'SignatureError' });
  });
});

describe('settings that are wrong say no secret', () => {
  const pem = privatePem(keys.merchant.privateKey);

  it.each<[string, object]>([
    ['a private key that was cut', { privateKey: pem.slice(0, -200) }],
    ['a private key where a public one belongs', { platformKeys: { PUB_KEY_ID_1: pem.replaceAll('PRIVATE', 'PUBLIC') } }],
    ['a bank key that is none', { bankPublicKey: pem.slice(40) }],
    ['an APIv3 key that is too long', { apiV3Key: `${keys.apiV3Key}x` }],
  ])('%s', async (_, given) => {
    expect(await errorOf(() => new Merchant({ ...settings, ...given }))).toMatchObject({ name: 'ConfigError', outcome: 'not-sent' });
  });
});

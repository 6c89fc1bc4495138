import { createHash, randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Aes, Formatter, Hash, Multipart, Rsa, Transformer, Wechatpay } from 'wechatpay-axios-plugin';
import { call } from '../../../templates/runtime/call.js';
import { encodeJson } from '../../../templates/runtime/encode-json.js';
import { openNotice } from '../../../templates/runtime/open-notice.js';
import type { Operation } from '../../../templates/runtime/operation.js';
import { receiveJson } from '../../../templates/runtime/receive-json.js';
import { receiveXml } from '../../../templates/runtime/receive-xml.js';
import { sendMultipart } from '../../../templates/runtime/send-multipart.js';
import { sendXml } from '../../../templates/runtime/send-xml.js';
import { signTest } from '../../../templates/runtime/sign-test.js';
import type { ArrivedRequest } from '../../../templates/testing/arrived-request.js';
import { checkRequest } from '../../../templates/testing/check-request.js';
import type { JsonObject } from '../../../templates/testing/json.js';
import { privatePem, publicPem } from '../../../templates/testing/keys.js';
import { makeAnswer } from '../../../templates/testing/make-answer.js';
import type { OperationCase } from '../../../templates/testing/operation-case.js';
import { testFile } from '../../../templates/testing/test-file.js';
import { type RunningServer, startServer, type WireAnswer } from '../../../templates/testing/server.js';
import { fakeMerchant, keys } from '../../support/fake-merchant.js';
import { post } from '../exemplar/special-reduction.js';
import { webhook } from '../exemplar/webhook.js';

/** One server for both sides: it keeps what arrived, and answers as the test says. */
let server: RunningServer;
let arrived: ArrivedRequest | undefined;
let answer: (request: ArrivedRequest) => WireAnswer;

beforeAll(async () => {
  server = await startServer((request) => {
    arrived = request;
    return answer(request);
  });
});
afterAll(() => server.close());

const now = () => Math.floor(Date.now() / 1000);
const merchant = () => fakeMerchant({ baseUrl: server.origin, retries: 0 });

function arrivedRequest(): ArrivedRequest {
  if (!arrived) throw new Error('nothing arrived');
  return arrived;
}

function theirClient() {
  return new Wechatpay({
    mchid: keys.mchid,
    serial: keys.merchantSerial,
    privateKey: privatePem(keys.merchant.privateKey),
    certs: { [keys.platformSerial]: publicPem(keys.platform.publicKey) },
    secret: keys.apiKey,
    baseURL: `${server.origin}/`,
  });
}

/** An answer signed by the other implementation. */
function signedByThem(body: string): WireAnswer {
  const timestamp = String(Formatter.timestamp());
  const nonce = Formatter.nonce();
  return {
    status: 200,
    headers: {
      'Wechatpay-Timestamp': timestamp,
      'Wechatpay-Nonce': nonce,
      'Wechatpay-Serial': keys.platformSerial,
      'Wechatpay-Signature': Rsa.sign(Formatter.response(timestamp, nonce, body), keys.platform.privateKey),
    },
    body,
  };
}

/** Judges a request of ours with their code. */
function isSignedForThem({ method, target, headers }: ArrivedRequest, body: string): boolean {
  const facts = Object.fromEntries(
    Array.from((headers['authorization'] ?? '').matchAll(/(\w+)="([^"]*)"/g), ([, name, value]) => [name, value ?? '']),
  );
  const { timestamp = '', nonce_str: nonce = '', signature = '' } = facts;
  const expected = Formatter.authorization(keys.mchid, nonce, signature, timestamp, keys.merchantSerial);
  expect(new Set(expected.split(/[ ,]/))).toEqual(new Set((headers['authorization'] ?? '').split(/[ ,]/)));
  return Rsa.verify(Formatter.request(method, target, timestamp, nonce, body), signature, keys.merchant.publicKey);
}

describe('our client, judged and answered by wechatpay-axios-plugin', () => {
  it('in a v3 call with encrypted fields', async () => {
    const account = '账户 6222021234567890123';
    answer = () => signedByThem(JSON.stringify({ bal_account_no: Rsa.encrypt(account, keys.merchant.publicKey), state: 'SUCCESS' }));
    const { data } = await post(merchant(), {
      json: { mchid: keys.mchid, bal_account_no: account, out_request_no: 'R1', reduction_type: 'JUDICIAL_DEDUCTION', amount: 1 },
    });
    expect(data).toEqual({ bal_account_no: account, state: 'SUCCESS' });
    const request = arrivedRequest();
    expect(isSignedForThem(request, request.body.toString())).toBe(true);
    const sent = JSON.parse(request.body.toString()) as { bal_account_no: string };
    expect(Rsa.decrypt(sent.bal_account_no, keys.platform.privateKey)).toBe(account);
  });

  it('in an upload', async () => {
    const upload: Operation = {
      id: 'POST /v3/upload',
      method: 'POST',
      path: '/v3/upload',
      validate: () => undefined,
      send: sendMultipart,
      receive: receiveJson,
      seal: [['body.meta', encodeJson]],
    };
    const meta = { filename: 'a.jpg', sha256: 'ab' };
    answer = () => signedByThem('{"media_id":"m"}');
    await call(merchant(), upload, { body: { file: { name: 'a.jpg', data: randomBytes(99) }, meta } });
    expect(isSignedForThem(arrivedRequest(), JSON.stringify(meta))).toBe(true);
  });

  it.each([undefined, 'HMAC-SHA256'] as const)('in a v2 call with the sign type %s', async (sign_type) => {
    const order: Operation = {
      id: 'POST /v2/pay/order',
      method: 'POST',
      path: '/pay/order',
      validate: () => undefined,
      send: sendXml,
      receive: receiveXml,
    };
    const type = sign_type ?? 'MD5';
    answer = () => {
      const fields = { return_code: 'SUCCESS', result_code: 'SUCCESS', prepay_id: 'wx <1>' };
      return { status: 200, headers: {}, body: Transformer.toXml({ ...fields, sign: Hash.sign(type, fields, keys.apiKey) }) };
    };
    const { data } = await call<{ prepay_id: string }>(merchant(), order, { xml: { body: '商品 & "co"', total_fee: 1, sign_type } });
    expect(data.prepay_id).toBe('wx <1>');
    const sent = Transformer.toObject(arrivedRequest().body.toString()) as Record<string, string>;
    expect(sent).toMatchObject({ body: '商品 & "co"', total_fee: '1' });
    expect(sent['sign']).toBe(Hash.sign(type, sent, keys.apiKey));
  });

  it('in a notification that it encrypts and signs, and in one that we make', async () => {
    const content = JSON.stringify({ out_refund_no: 'R1', refund_status: 'SUCCESS' });
    const nonce = Formatter.nonce(12);
    const ciphertext = Aes.AesGcm.encrypt(content, keys.apiV3Key, nonce, 'refund');
    const event = {
      event_type: 'REFUND.SUCCESS',
      resource: { algorithm: 'AEAD_AES_256_GCM', nonce, associated_data: 'refund', ciphertext },
    };
    const { body, headers } = signedByThem(JSON.stringify(event));
    expect(await openNotice(fakeMerchant(), webhook, String(body), headers)).toMatchObject({
      resource: { ciphertext: JSON.parse(content) as object },
    });

    const ours = signTest(
      fakeMerchant(),
      webhook,
      { resource: { ciphertext: JSON.parse(content) as object } },
      { privateKey: keys.platform.privateKey, serial: keys.platformSerial },
    );
    const { resource } = JSON.parse(ours.body) as { resource: { ciphertext: string; nonce: string; associated_data: string } };
    expect(Aes.AesGcm.decrypt(resource.ciphertext, keys.apiV3Key, resource.nonce, resource.associated_data)).toBe(content);
    const {
      'Wechatpay-Timestamp': timestamp = '',
      'Wechatpay-Nonce': signNonce = '',
      'Wechatpay-Signature': signature = '',
    } = ours.headers;
    expect(Rsa.verify(Formatter.response(timestamp, signNonce, ours.body), signature, keys.platform.publicKey)).toBe(true);
  });
});

describe('the client of wechatpay-axios-plugin, judged and answered by our platform', () => {
  const serial = { 'Wechatpay-Serial': keys.platformSerial };

  /** Answers like the platform; what was wrong with the request is in `faults`. */
  function judge(operation: OperationCase, input: JsonObject): string[] {
    const faults: string[] = [];
    answer = (request) => {
      faults.push(...checkRequest(request, operation, input, { keys, now: now() }));
      return makeAnswer(operation.answer, operation.protocol, { keys, now: now() });
    };
    return faults;
  }

  it('in a v3 call with encrypted fields', async () => {
    const input = { json: { name: '张三', amount: 1 }, headers: serial };
    const layers = [{ at: 'json.name', by: 'by-rsa-pubkey', key: 'platform' }] as const;
    const faults = judge(
      { protocol: 'v3', method: 'POST', path: '/v3/transfers', input, layers, answer: { kind: 'json', body: { state: 'OK' } } },
      input,
    );
    const name = Rsa.encrypt('张三', keys.platform.publicKey);
    const { data } = await theirClient()
      .chain('v3/transfers')
      .post({ name, amount: 1 } as object, { headers: input.headers });
    expect(faults).toEqual([]);
    expect(data).toEqual({ state: 'OK' });
  });

  it('in a v3 query', async () => {
    const input = { query: { mchid: keys.mchid }, id: '7' };
    const faults = judge({ protocol: 'v3', method: 'GET', path: '/v3/orders/{id}', input, answer: { kind: 'empty', status: 204 } }, input);
    // Path parameters stand beside the options of axios.
    const options = { params: { mchid: keys.mchid }, id: '7', headers: serial } as object;
    expect((await theirClient().chain('v3/orders/{id}').get(options)).status).toBe(204);
    expect(faults).toEqual([]);
  });

  it('in an upload', async () => {
    const { name, data } = testFile;
    const meta = { filename: name, sha256: createHash('sha256').update(data).digest('hex') };
    const input = { body: { meta } };
    const layers = [{ at: 'body.meta', by: 'by-json_encode' }] as const;
    const faults = judge(
      {
        protocol: 'v3',
        method: 'POST',
        path: '/v3/upload',
        input,
        layers,
        files: ['file'],
        answer: { kind: 'json', body: { media_id: 'm' } },
      },
      input,
    );
    const form = new Multipart();
    form.append('meta', JSON.stringify(meta), undefined as never);
    form.append('file', Buffer.from(data), name);
    const body = form.getBuffer();
    const answered = await theirClient()
      .chain('v3/upload')
      .post(body as object, { meta, headers: { ...serial, ...form.getHeaders() } } as object);
    expect(faults).toEqual([]);
    expect(answered.data).toEqual({ media_id: 'm' });
  });

  it('in a v2 call', async () => {
    const input = { xml: { mch_id: keys.mchid, body: '商品', sign_type: 'HMAC-SHA256' } };
    const body = { return_code: 'SUCCESS', result_code: 'SUCCESS', prepay_id: 'wx1' };
    const faults = judge(
      { protocol: 'v2', method: 'POST', path: '/pay/unifiedorder', input, signed: 'xml', answer: { kind: 'xml', body } },
      input,
    );
    const { data } = await theirClient()
      .chain('v2/pay/unifiedorder')
      .post(input.xml as object);
    expect(faults).toEqual([]);
    expect(data).toMatchObject(body);
  });
});

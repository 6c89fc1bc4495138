import { createHash, privateDecrypt, constants } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { buildXml } from '../../../templates/runtime/build-xml.js';
import { call } from '../../../templates/runtime/call.js';
import { decryptField } from '../../../templates/runtime/decrypt-field.js';
import { encodeForm } from '../../../templates/runtime/encode-form.js';
import { encodeJson } from '../../../templates/runtime/encode-json.js';
import { decodeJson } from '../../../templates/runtime/decode-json.js';
import { encryptField, encryptForBank } from '../../../templates/runtime/encrypt-field.js';
import { fetchWithCertificate } from '../../../templates/runtime/fetch-with-certificate.js';
import type { Operation } from '../../../templates/runtime/operation.js';
import { parseXml } from '../../../templates/runtime/parse-xml.js';
import { receiveNothing } from '../../../templates/runtime/receive-nothing.js';
import { receiveXml, receiveXmlOrNothing, receiveXmlOrStream } from '../../../templates/runtime/receive-xml.js';
import { openNotice } from '../../../templates/runtime/open-notice.js';
import { readXmlNotice } from '../../../templates/runtime/read-xml-notice.js';
import { redirectUrl } from '../../../templates/runtime/redirect-url.js';
import { sendForm } from '../../../templates/runtime/send-form.js';
import { sendQuery, sendSignedQuery } from '../../../templates/runtime/send-query.js';
import { sendXml } from '../../../templates/runtime/send-xml.js';
import { replyXml } from '../../../templates/runtime/write-reply.js';
import { signField } from '../../../templates/runtime/sign-field.js';
import { makeAnswer } from '../../../templates/testing/make-answer.js';
import { makeNotification } from '../../../templates/testing/notification.js';
import { signParameters as signOf } from '../../../templates/testing/sign-parameters.js';
import { decryptRsa, encryptRsa, isSignatureOf } from '../../../templates/testing/rsa.js';
import { fakeMerchant, keys } from '../../support/fake-merchant.js';

const order: Operation = {
  id: 'POST /v2/pay/order',
  method: 'POST',
  path: '/pay/order',
  validate: () => undefined,
  send: sendXml,
  receive: receiveXml,
};

/** What is sent, and what comes back for an answer. */
async function exchange(operation: Operation, input: object, answer: string | Uint8Array<ArrayBuffer> = '<xml/>') {
  const sent: { url: URL; headers: Headers; body: Buffer }[] = [];
  const fetch = async (url: string | URL | Request, init?: RequestInit) => {
    sent.push({ url: new URL(String(url)), headers: new Headers(init?.headers), body: Buffer.from((init?.body ?? '') as Uint8Array) });
    return new Response(answer);
  };
  const result = await call<Record<string, unknown>>(fakeMerchant({ fetch, retries: 0 }), operation, input);
  const [request] = sent;
  if (!request) throw new Error('nothing was sent');
  return { request, xml: parseXml(request.body.toString()) as Record<string, string>, data: result.data };
}

function signedXml(fields: Record<string, string>, type: 'MD5' | 'HMAC-SHA256' = 'MD5'): string {
  return buildXml({ ...fields, sign: signOf(fields, keys.apiKey, type) });
}

describe('a v2 request', () => {
  it('is signed XML with a nonce, without an Authorization', async () => {
    const { request, xml } = await exchange(order, { xml: { appid: 'wx1', total_fee: 1, body: 'a]]>b', attach: undefined } });
    const { sign, ...fields } = xml;
    expect(fields).toEqual({ nonce_str: expect.stringMatching(/^\w{32}$/), appid: 'wx1', total_fee: '1', body: 'a]]>b' });
    expect(sign).toBe(signOf(fields, keys.apiKey, 'MD5'));
    expect(request.headers.get('Content-Type')).toMatch('text/xml');
    expect(request.headers.get('Accept')).toBe('text/xml');
    expect(request.headers.has('Authorization')).toBe(false);
  });

  it.each<[string, Partial<Operation>, object, object, 'MD5' | 'HMAC-SHA256']>([
    [
      'the sign type of the input',
      {},
      { sign_type: 'HMAC-SHA256' },
      { sign_type: 'HMAC-SHA256', nonce_str: expect.anything() },
      'HMAC-SHA256',
    ],
    [
      'the only sign type of the page',
      { signType: 'HMAC-SHA256' },
      {},
      { sign_type: 'HMAC-SHA256', nonce_str: expect.anything() },
      'HMAC-SHA256',
    ],
    ['no sign type where MD5 is the only one of the page', { signType: 'MD5' }, {}, { nonce_str: expect.anything() }, 'MD5'],
    ['no element for what is not there', {}, { b: undefined, c: null }, { nonce_str: expect.anything() }, 'MD5'],
    ['JSON for an object that the page does not describe', {}, { b: { c: [1] } }, { nonce_str: expect.anything(), b: '{"c":[1]}' }, 'MD5'],
    ['no nonce where the page says so', { nonceless: true }, {}, {}, 'MD5'],
    ['the nonce of the input', {}, { nonce_str: 'mine' }, { nonce_str: 'mine' }, 'MD5'],
  ])('has %s', async (_, facts, given, want, type) => {
    const { xml } = await exchange({ ...order, ...facts }, { xml: { a: '1', ...given } });
    const { sign, ...fields } = xml;
    expect(fields).toEqual({ a: '1', ...want });
    expect(sign).toBe(signOf(fields, keys.apiKey, type));
  });

  it('keeps the sign that the input brings', async () => {
    expect((await exchange(order, { xml: { a: '1', sign: 'mine' } })).xml).toMatchObject({ sign: 'mine' });
  });

  it('encodes, encrypts and signs fields, and spreads lists', async () => {
    const seal = [
      ['xml.detail', encodeJson],
      ['xml.risk', encodeForm],
      ['xml.card', encryptForBank],
      ['xml.cert_sign', signField],
    ] as const;
    const { xml } = await exchange(
      { ...order, seal },
      { xml: { detail: { goods: [1] }, risk: { time: 1, by: 'x' }, card: '6222', cert_sign: 'serial17', id_$n: ['a', 'b'] } },
    );
    expect(xml).toMatchObject({ detail: '{"goods":[1]}', risk: 'time%3D1%26by%3Dx', id_0: 'a', id_1: 'b' });
    const opened = privateDecrypt(
      { key: keys.bank.privateKey, padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash: 'sha1' },
      Buffer.from(xml['card'] ?? '', 'base64'),
    );
    expect(opened.toString()).toBe('6222');
    expect(isSignatureOf(xml['cert_sign'] ?? '', 'serial17', keys.merchant.publicKey)).toBe(true);
  });

  it('has no element that the input smuggles in', async () => {
    await expect(exchange(order, { xml: { 'a><b>': '1' } })).rejects.toMatchObject({
      name: 'ValidationError',
      issues: [{ pointer: '/a><b>', kind: 'type', expected: 'a name of letters, digits and `_`' }],
    });
  });

  it.each(['', '1a', '-a', '<a', 'a b', 'a>'])('has no element named %j', async (name) => {
    await expect(exchange(order, { xml: { [name]: '1' } })).rejects.toMatchObject({ name: 'ValidationError' });
  });

  it('may be a query, signed or not', async () => {
    const page: Operation = { ...order, method: 'GET', send: sendQuery };
    expect((await exchange(page, { query: { a: '1' } })).request.url.search).toBe('?a=1');
    const { searchParams } = (await exchange({ ...page, send: sendSignedQuery }, { query: { a: '1', sign_type: 'HMAC-SHA256' } })).request
      .url;
    expect(searchParams.get('sign')).toBe(signOf({ a: '1', sign_type: 'HMAC-SHA256' }, keys.apiKey, 'HMAC-SHA256'));
  });

  it.each([
    ['query', sendQuery],
    ['query', sendSignedQuery],
    ['body', sendForm],
  ])('has a nonce in a %s where the page has a row for it', async (group, send) => {
    const page: Operation = { ...order, send, nonced: true };
    const sentBy = async (facts: Operation, input: object): Promise<string> => {
      const { request } = await exchange(facts, { [group]: input });
      return request.url.search + request.body.toString();
    };
    expect(await sentBy(page, {})).toMatch(/nonce_str(=|"\s+)[A-Z0-9]{32}/);
    expect(await sentBy(page, { nonce_str: 'mine' })).toMatch(/nonce_str(=|"\s+)mine/);
    expect(await sentBy({ ...order, send }, { a: '1' })).not.toContain('nonce_str');
  });

  it('takes what is undefined as not given', async () => {
    const { xml } = await exchange({ ...order, signType: 'HMAC-SHA256' }, { xml: { nonce_str: undefined, sign_type: undefined } });
    expect(xml).toMatchObject({ nonce_str: expect.stringMatching(/^\w{32}$/), sign_type: 'HMAC-SHA256' });
  });

  it.each([
    ['query', sendSignedQuery],
    ['body', sendForm],
  ])('may have any name where it is no XML: %s', async (group, send) => {
    const { request } = await exchange({ ...order, send }, { [group]: { '7up': 'a' } });
    expect(request.url.search + request.body.toString()).toContain('7up');
  });

  it('may be a form, whose file the sign does not cover', async () => {
    const data = Buffer.from('picture');
    const fields = { media_hash: createHash('md5').update(data).digest('hex'), sign_type: 'MD5' };
    const { request } = await exchange({ ...order, send: sendForm }, { body: { media: { name: 'a.jpg', data }, ...fields } });
    const form = await new Response(new Uint8Array(request.body), { headers: request.headers }).formData();
    expect(Object.fromEntries([...form].filter(([name]) => name !== 'media'))).toEqual({
      ...fields,
      sign: signOf(fields, keys.apiKey, 'MD5'),
    });
    expect(form.get('media')).toMatchObject({ name: 'a.jpg', type: 'image/jpeg' });
  });

  it('names the client certificate that a security page needs', async () => {
    const page: Operation = { ...order, transport: fetchWithCertificate };
    await expect(exchange(page, { xml: {} })).rejects.toMatchObject({
      name: 'ConfigError',
      message: expect.stringContaining('`clientCertificate`'),
    });
  });
});

describe('a redirect page', () => {
  it('gives the address of the browser, with query, sign and fragment', () => {
    const page: Operation = {
      ...order,
      method: 'GET',
      send: sendSignedQuery,
      receive: receiveNothing,
      host: 'https://payapp.weixin.qq.com/',
    };
    const url = redirectUrl(fakeMerchant(), page, { query: { a: 'x y' }, fragment: '#wechat_redirect' });
    expect(url.href).toBe(
      `https://payapp.weixin.qq.com/pay/order?a=x%20y&sign=${signOf({ a: 'x y' }, keys.apiKey, 'MD5')}#wechat_redirect`,
    );
    expect(redirectUrl(fakeMerchant(), { ...page, send: sendQuery }, {}).href).toBe('https://payapp.weixin.qq.com/pay/order');
  });
});

it('the address of a redirect page seals nothing but what it holds', () => {
  const page: Operation = {
    ...order,
    send: sendQuery,
    seal: [
      ['json.a', encryptField],
      ['query.b', encryptForBank],
    ],
  };
  const url = redirectUrl(fakeMerchant(), page, { json: { a: '1' }, query: { b: 'text' } });
  expect([...url.searchParams.keys()]).toEqual(['b']);
  expect(decryptRsa(url.searchParams.get('b') ?? '', keys.bank.privateKey)).toBe('text');
});

describe('a v2 answer', () => {
  const shape = { return_code: '', fee: 0, detail: { goods: [1, 2] }, name: '', coupon_id_$n: '' };
  const open = [
    ['detail', decodeJson],
    ['name', decryptField],
  ] as const;

  it.each(['MD5', 'HMAC-SHA256'] as const)('signed with %s is verified, gathered, typed and opened', async (type) => {
    const fields = {
      return_code: 'SUCCESS',
      result_code: 'SUCCESS',
      fee: '12',
      detail: '{"goods":[1]}',
      name: encryptRsa('plain', keys.merchant.publicKey),
      coupon_id_0: '7',
      coupon_id_1: '8',
    };
    const { data } = await exchange({ ...order, shape, open }, { xml: {} }, signedXml(fields, type));
    expect(data).toMatchObject({ fee: 12, detail: { goods: [1] }, name: 'plain', coupon_id_$n: ['7', '8'] });
  });

  it.each<[string, string, object]>([
    [
      'was not accepted',
      buildXml({ return_code: 'FAIL', return_msg: 'sign error' }),
      { name: 'ApiError', code: 'FAIL', outcome: 'refused', message: expect.stringContaining('sign error') },
    ],
    [
      'was not carried out',
      signedXml({ return_code: 'SUCCESS', result_code: 'FAIL', err_code: 'NOTENOUGH', err_code_des: 'no money' }),
      { name: 'ApiError', code: 'NOTENOUGH', outcome: 'refused' },
    ],
    [
      'leaves it open',
      signedXml({ return_code: 'SUCCESS', result_code: 'FAIL', err_code: 'SYSTEMERROR' }),
      { name: 'ApiError', code: 'SYSTEMERROR', outcome: 'unknown' },
    ],
    [
      'waits for the payer',
      signedXml({ return_code: 'SUCCESS', result_code: 'FAIL', err_code: 'USERPAYING' }),
      { name: 'ApiError', code: 'USERPAYING', outcome: 'unknown' },
    ],
    ['was changed', signedXml({ return_code: 'SUCCESS', fee: '1' }).replace('[1]', '[2]'), { name: 'SignatureError', outcome: 'unknown' }],
    [
      'is forged to look refused',
      buildXml({ return_code: 'SUCCESS', result_code: 'FAIL', err_code: 'X', sign: 'A'.repeat(32) }),
      { name: 'SignatureError' },
    ],
    // A page of a proxy proves nothing: the order may have been carried out.
    ['is no XML', 'nonsense', { name: 'SignatureError', outcome: 'unknown' }],
    ['has a document type', '<!DOCTYPE xml><xml><return_code>SUCCESS</return_code></xml>', { name: 'SignatureError' }],
  ])('that %s fails so', async (_, answer, want) => {
    await expect(exchange(order, { xml: {} }, answer)).rejects.toMatchObject(want);
  });

  const receiveWith = (receive: typeof receiveXml, body: ConstructorParameters<typeof Response>[0]) =>
    receive(fakeMerchant(), order, new Response(body, { headers: { 'Request-ID': 'R1' } }));

  it.each<[string, string, object]>([
    ['is no XML', 'nonsense', { message: 'POST /v2/pay/order answered something that is no XML message', requestId: 'R1' }],
    [
      'was changed',
      buildXml({ return_code: 'SUCCESS', sign: 'A'.repeat(32) }),
      { message: 'The sign of the answer to POST /v2/pay/order does not match `apiV2Key`', serial: undefined, requestId: 'R1' },
    ],
    [
      'was not carried out',
      buildXml({ result_code: 'FAIL', err_code: 'NOTENOUGH', err_code_des: 'no money' }),
      { message: 'POST /v2/pay/order answered 200 NOTENOUGH no money', requestId: 'R1' },
    ],
    ['has no code for its failure', buildXml({ result_code: 'FAIL' }), { code: 'FAIL' }],
    [
      'repeats its code',
      '<xml><result_code>FAIL</result_code><err_code>A</err_code><err_code>B</err_code></xml>',
      { code: 'FAIL', outcome: 'refused' },
    ],
  ])('that %s says what and which', async (_, answer, want) => {
    await expect(receiveWith(receiveXml, answer)).rejects.toMatchObject(want);
  });

  it('has a sign over its texts, not over what stands in them', async () => {
    const fields = { return_code: 'SUCCESS', fee: '1' };
    const nested = signedXml(fields).replace('</xml>', '<detail><goods>1</goods></detail></xml>');
    expect(await receiveWith(receiveXml, nested)).toMatchObject({ fee: '1', detail: { goods: '1' } });
  });

  it.each([[[]], [['<', 'xml', 'y']], [['time', ',`amount', '\n1']]])('that is a file in %j arrives whole', async (...chunks) => {
    const parts = chunks.flat().map((chunk) => new TextEncoder().encode(chunk));
    const body = new ReadableStream({ pull: (controller) => (parts[0] ? controller.enqueue(parts.shift()) : controller.close()) });
    const whole = await receiveWith(receiveXmlOrStream, body);
    expect(await new Response(whole as ReadableStream).text()).toBe(chunks.flat().join(''));
  });

  it.each(['<xml>', '\n <xml>', '<?xml version="1.0"?>\n<xml>'])('that begins with %j is a message, however it arrives', async (start) => {
    const message = `${start}<return_code>FAIL</return_code><return_msg>No Bill Exist</return_msg></xml>`;
    for (const size of [1, 4, 1000]) {
      const parts = message.match(new RegExp(`[^]{1,${size}}`, 'g')) ?? [];
      const body = ReadableStream.from(parts.map((part) => new TextEncoder().encode(part)));
      await expect(receiveWith(receiveXmlOrStream, body)).rejects.toMatchObject({ name: 'ApiError', code: 'FAIL' });
    }
  });

  it('that begins with more blanks than a message would is a file', async () => {
    const body = ReadableStream.from([new TextEncoder().encode(' '.repeat(2000)), new TextEncoder().encode('<xml>')]);
    const whole = await receiveWith(receiveXmlOrStream, body);
    expect(await new Response(whole as ReadableStream).text()).toBe(`${' '.repeat(2000)}<xml>`);
  });

  it('that is a file nobody reads is given up', async () => {
    const given: unknown[] = [];
    const body = new ReadableStream({
      pull: (controller) => controller.enqueue(new TextEncoder().encode('time')),
      cancel: (reason) => void given.push(reason),
    });
    await ((await receiveWith(receiveXmlOrStream, body)) as ReadableStream).cancel('enough');
    expect(given).toEqual(['enough']);
  });

  it('may be nothing, or XML when something is wrong', async () => {
    const page: Operation = { ...order, receive: receiveXmlOrNothing };
    expect(await exchange(page, { xml: {} }, '')).toMatchObject({ data: undefined });
    expect(await exchange(page, { xml: {} }, signedXml({ return_code: 'SUCCESS' }))).toMatchObject({ data: undefined });
    await expect(exchange(page, { xml: {} }, buildXml({ return_code: 'FAIL', return_msg: 'No' }))).rejects.toMatchObject({
      name: 'ApiError',
      code: 'FAIL',
    });
    await expect(exchange(page, { xml: {} }, '<html>')).rejects.toMatchObject({ name: 'SignatureError', outcome: 'unknown' });
  });

  it('may be a file, or XML when something is wrong', async () => {
    const page: Operation = { ...order, receive: receiveXmlOrStream };
    const { data } = await exchange(page, { xml: {} }, '﻿time,`amount');
    expect(await new Response(data as never).text()).toBe('time,`amount');
    await expect(exchange(page, { xml: {} }, buildXml({ return_code: 'FAIL', return_msg: 'No Bill Exist' }))).rejects.toMatchObject({
      name: 'ApiError',
      code: 'FAIL',
    });
  });
});

describe('a v2 message with lists and objects', () => {
  const body = { return_code: 'SUCCESS', one: ['a'], more: ['b', 'c'], rows: [{ d: '1' }], object: { e: '2' } };
  const shape = { return_code: '', sign: '', one: '', more: '', rows: { d: '' }, object: { e: '' } };
  const read = { return_code: 'SUCCESS', one: 'a', more: ['b', 'c'], rows: { d: '1' }, object: { e: '2' } };

  it('is read in answers as the double of the platform means it', async () => {
    const answer = makeAnswer({ kind: 'xml', body }, 'v2', { keys, now: 0 });
    expect(await receiveXml(fakeMerchant(), { ...order, shape }, new Response(String(answer.body)))).toMatchObject(read);
  });

  it('is read in notifications as the double of the platform means it', async () => {
    const notice = makeNotification({ protocol: 'v2', body }, { keys, now: 0 });
    const webhook = { id: 'v2/a', eventTypes: [], read: readXmlNotice, shape, reply: replyXml };
    expect(await openNotice(fakeMerchant(), webhook, String(notice.body), notice.headers)).toMatchObject(read);
  });
});

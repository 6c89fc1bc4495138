import { request } from 'node:http';
import { describe, expect, it } from 'vitest';
import type { ArrivedRequest } from '../../../templates/testing/arrived-request.js';
import { checkAddress, checkRequest } from '../../../templates/testing/check-request.js';
import { makeKeys } from '../../../templates/testing/keys.js';
import { makeAnswer } from '../../../templates/testing/make-answer.js';
import { makeNotification } from '../../../templates/testing/notification.js';
import type { OperationCase } from '../../../templates/testing/operation-case.js';
import { encryptRsa, isSignatureOf, signText } from '../../../templates/testing/rsa.js';
import { startServer } from '../../../templates/testing/server.js';
import type { Tampering } from '../../../templates/testing/sign-answer.js';
import { signParameters } from '../../../templates/testing/sign-parameters.js';
import { buildXml, parseXml } from '../../../templates/testing/xml.js';

const keys = makeKeys();
const now = 1_800_000_000;

const operation: OperationCase = {
  protocol: 'v3',
  method: 'POST',
  path: '/v3/shelves/{shelf_id}/books',
  input: { shelf_id: 'a/b', query: { limit: 2 }, json: { title: 'A book', owner: 'plain name' } },
  layers: [{ at: 'json.owner', by: 'by-rsa-pubkey', key: 'platform' }],
  answer: { kind: 'json', body: { book_id: '1' } },
};

interface Sent {
  readonly target?: string;
  readonly body?: string;
  readonly signedBody?: string;
  readonly serial?: string;
  readonly platformSerial?: string;
  readonly clock?: number;
  readonly mchid?: string;
}

function arrived(sent: Sent = {}): ArrivedRequest {
  const target = sent.target ?? '/v3/shelves/a%2Fb/books?limit=2';
  const body = sent.body ?? JSON.stringify({ title: 'A book', owner: encryptRsa('plain name', keys.platform.publicKey) });
  const timestamp = now + (sent.clock ?? 0);
  const nonce = '0123456789abcdefABCDEF0123456789';
  const signature = signText(`POST\n${target}\n${timestamp}\n${nonce}\n${sent.signedBody ?? body}\n`, keys.merchant.privateKey);
  return {
    method: 'POST',
    target,
    headers: {
      'content-type': 'application/json',
      'user-agent': 'test',
      'wechatpay-serial': sent.platformSerial ?? keys.platformSerial,
      authorization: `WECHATPAY2-SHA256-RSA2048 mchid="${sent.mchid ?? keys.mchid}",nonce_str="${nonce}",timestamp="${timestamp}",serial_no="${sent.serial ?? keys.merchantSerial}",signature="${signature}"`,
    },
    body: Buffer.from(body),
  };
}

describe('checkRequest', () => {
  it('finds nothing wrong with a good request', () => {
    expect(checkRequest(arrived(), operation, operation.input, { keys, now })).toEqual([]);
  });

  it.each<[string, Sent, string]>([
    ['a body that was not signed', { signedBody: '{}' }, 'the signature does not match what was sent'],
    ['another merchant', { mchid: '1' }, `mchid is 1 instead of ${keys.mchid}`],
    ['another serial', { serial: '1' }, 'serial_no is not the serial of the merchant certificate'],
    ['a clock that is 301 s slow', { clock: -301 }, `the timestamp ${now - 301} is more than 300 s off`],
    ['a clock that is 301 s fast', { clock: 301 }, `the timestamp ${now + 301} is more than 300 s off`],
    [
      'another path',
      { target: '/v3/shelves/a/b/books?limit=2' },
      'the path is "/v3/shelves/a/b/books" instead of "/v3/shelves/a%2Fb/books"',
    ],
    ['a dropped query', { target: '/v3/shelves/a%2Fb/books' }, '/query/limit is missing'],
    ['plain text', { body: '{"title":"A book","owner":"plain name"}' }, 'json.owner is not by-rsa-pubkey for the platform key'],
    ['a dropped field', { body: `{"owner":"${encryptRsa('plain name', keys.platform.publicKey)}"}` }, '/json/title is missing'],
    ['no JSON', { body: 'text' }, 'the body is not JSON, content type application/json'],
    ['another platform key', { platformSerial: 'X' }, `the header Wechatpay-Serial is "X" instead of "${keys.platformSerial}"`],
  ])('finds %s', (_what, sent, fault) => {
    expect(checkRequest(arrived(sent), operation, operation.input, { keys, now })).toContain(fault);
  });

  it('has the elements of a list in one header', () => {
    const request = arrived();
    const listed = { ...operation.input, headers: { 'X-Names': ['a', 'b'], 'X-Number': 1 } };
    const headers = { ...request.headers, 'x-names': 'a,b', 'x-number': '1' };
    expect(checkRequest({ ...request, headers }, operation, listed, { keys, now })).toEqual([]);
    expect(checkRequest(request, operation, listed, { keys, now })).toHaveLength(2);
  });

  it('opens what is encrypted in the path', () => {
    const sealed = {
      ...operation,
      layers: [...(operation.layers ?? []), { at: 'shelf_id', by: 'by-rsa-pubkey', key: 'platform' }],
    } as const;
    const pathWith = (text: string): ArrivedRequest => arrived({ target: `/v3/shelves/${encodeURIComponent(text)}/books?limit=2` });
    const check = (text: string): string[] => checkRequest(pathWith(text), sealed, operation.input, { keys, now });
    expect(check(encryptRsa('a/b', keys.platform.publicKey))).toEqual([]);
    expect(check(encryptRsa('a/c', keys.platform.publicKey))).toEqual([
      'the path is "/v3/shelves/a%2Fc/books" instead of "/v3/shelves/a%2Fb/books"',
    ]);
    expect(check('a/b')).toEqual(['shelf_id is not by-rsa-pubkey for the platform key']);
  });

  it('opens what is encrypted in headers', () => {
    const sealed = {
      ...operation,
      layers: [...(operation.layers ?? []), { at: 'headers.X-Guest', by: 'by-rsa-pubkey', key: 'platform' }],
    } as const;
    const input = { ...operation.input, headers: { 'X-Guest': 'a name' } };
    const check = (text: string): string[] => {
      const request = arrived();
      return checkRequest({ ...request, headers: { ...request.headers, 'x-guest': text } }, sealed, input, { keys, now });
    };
    expect(check(encryptRsa('a name', keys.platform.publicKey))).toEqual([]);
    expect(check('a name')).toEqual(['headers.X-Guest is not by-rsa-pubkey for the platform key']);
  });

  it('opens each text of a numbered name', () => {
    const page: OperationCase = {
      protocol: 'v2',
      method: 'POST',
      path: '/a',
      input: { xml: { guest_$n: ['x', 'y'], cup_$n: [{ a: 1 }] } },
      layers: [
        { at: 'xml.guest_$n', by: 'by-rsa-pubkey', key: 'bank' },
        { at: 'xml.cup_$n', by: 'by-json_encode' },
      ],
      signed: 'xml',
      answer: { kind: 'xml', body: {} },
    };
    const [first, second] = ['x', 'y'].map((text) => encryptRsa(text, keys.bank.publicKey));
    const parameters = { guest_0: first ?? '', guest_1: second ?? '', cup_0: '{"a":1}', nonce_str: 'n' };
    const body = Buffer.from(buildXml({ ...parameters, sign: signParameters(parameters, keys.apiKey, 'MD5') }));
    const request = { method: 'POST', target: '/a', headers: { 'user-agent': 'test', 'content-type': 'text/xml' }, body };
    expect(checkRequest(request, page, page.input, { keys, now })).toEqual([]);
  });

  it('judges an address by its query alone', () => {
    const page: OperationCase = {
      protocol: 'v2',
      method: 'GET',
      path: '/a',
      input: { json: { a: 1 }, query: { guest: 'x' } },
      layers: [{ at: 'query.guest', by: 'by-rsa-pubkey', key: 'bank' }],
      answer: { kind: 'redirect' },
    };
    const url = new URL('https://example.com/a');
    url.searchParams.set('guest', encryptRsa('x', keys.bank.publicKey));
    expect(checkAddress(url, page, page.input, keys)).toEqual([]);
    expect(checkAddress(new URL('https://example.com/a?guest=x'), page, page.input, keys)).toHaveLength(1);
  });

  it('wants lists as JSON where they are signed', () => {
    const page: OperationCase = {
      protocol: 'v2',
      method: 'GET',
      path: '/a',
      input: { query: { ids: ['x'] } },
      signed: 'query',
      answer: { kind: 'xml', body: {} },
    };
    const send = (ids: string): string[] => {
      const parameters = { ids, nonce_str: 'n' };
      const query = new URLSearchParams({ ...parameters, sign: signParameters(parameters, keys.apiKey, 'MD5') });
      const request = { method: 'GET', target: `/a?${String(query)}`, headers: { 'user-agent': 'test' }, body: Buffer.alloc(0) };
      return checkRequest(request, page, page.input, { keys, now });
    };
    expect(send('["x"]')).toEqual([]);
    expect(send('x')).toHaveLength(1);
  });

  it.each([300, -300])('takes a clock that is %i s off', (clock) => {
    expect(checkRequest(arrived({ clock }), operation, operation.input, { keys, now })).toEqual([]);
  });

  it('judges v2 by the sign of its parameters', () => {
    const v2: OperationCase = {
      protocol: 'v2',
      method: 'POST',
      path: '/pay/order',
      input: { xml: { mch_id: '1', total_fee: 3, coupon_$n: ['a', 'b'] } },
      signed: 'xml',
      answer: { kind: 'xml', body: { return_code: 'SUCCESS' } },
    };
    const parameters = { mch_id: '1', total_fee: '3', coupon_0: 'a', coupon_1: 'b', nonce_str: 'n' };
    const send = (sign: string): ArrivedRequest => ({
      method: 'POST',
      target: '/pay/order',
      headers: { 'content-type': 'text/xml', 'user-agent': 'test' },
      body: Buffer.from(buildXml({ ...parameters, sign })),
    });
    expect(checkRequest(send(signParameters(parameters, keys.apiKey, 'MD5')), v2, v2.input, { keys, now })).toEqual([]);
    expect(checkRequest(send('X'), v2, v2.input, { keys, now })).toHaveLength(1);
  });
});

/** Whether the platform's signature matches what it sent, and how old it says it is. */
function proof({ headers, body }: { headers: Readonly<Record<string, string>>; body: string | Uint8Array }): {
  matches: boolean;
  age: number;
} {
  const timestamp = headers['Wechatpay-Timestamp'] ?? '';
  const message = `${timestamp}\n${headers['Wechatpay-Nonce']}\n${String(body)}\n`;
  return { matches: isSignatureOf(headers['Wechatpay-Signature'] ?? '', message, keys.platform.publicKey), age: now - Number(timestamp) };
}

describe('makeAnswer', () => {
  it('signs what it sends', () => {
    expect(proof(makeAnswer(operation.answer, 'v3', { keys, now }))).toEqual({ matches: true, age: 0 });
    expect(proof(makeAnswer({ kind: 'empty', status: 204 }, 'v3', { keys, now }))).toEqual({ matches: true, age: 0 });
  });

  it.each<[Tampering, boolean, number]>([
    ['body', false, 0],
    ['signature', false, 0],
    ['signtest', false, 0],
    ['serial', true, 0],
    ['old', true, 301],
    ['early', true, -301],
  ])('can be told to forge: %s', (tampering, matches, age) => {
    expect(proof(makeAnswer(operation.answer, 'v3', { keys, now, tampering }))).toEqual({ matches, age });
  });

  it('signs XML in its sign element, with the algorithm that the parameters name', () => {
    const body = { return_code: 'SUCCESS', sign_type: 'HMAC-SHA256', coupon_id_$n: ['1'] };
    const values = { ...parseXml(String(makeAnswer({ kind: 'xml', body }, 'v2', { keys, now }).body)) };
    expect(values['coupon_id_0']).toBe('1');
    expect(values['sign']).toBe(signParameters(values, keys.apiKey, 'HMAC-SHA256'));
  });
});

describe('makeNotification', () => {
  it('signs v3 notifications in headers', () => {
    expect(proof(makeNotification({ protocol: 'v3', body: { id: '1' } }, { keys, now }))).toEqual({ matches: true, age: 0 });
  });

  it('signs v2 notices in the XML unless the page says otherwise', () => {
    const signed = parseXml(makeNotification({ protocol: 'v2', body: { a: 1 } }, { keys, now }).body);
    const unsigned = parseXml(makeNotification({ protocol: 'v2', body: { a: 1 }, unsigned: true }, { keys, now }).body);
    expect(signed?.['sign']).toBe(signParameters({ a: '1' }, keys.apiKey, 'MD5'));
    expect(unsigned?.['sign']).toBeUndefined();
  });
});

describe('startServer', () => {
  it('hands over the request as it came and sends the answer, until it is closed', async () => {
    const server = await startServer(({ method, target, body }) => ({
      status: 201,
      headers: { X: 'y' },
      body: `${method} ${target} ${body.toString()}`,
    }));
    const response = await fetch(`${server.origin}/a%2Fb?c=%20`, { method: 'POST', body: 'text' });
    expect([response.status, response.headers.get('x'), await response.text()]).toEqual([201, 'y', 'POST /a%2Fb?c=%20 text']);
    await server.close();
    await expect(fetch(server.origin)).rejects.toThrow();
  });

  it('answers 500 where no answer can be made', async () => {
    const server = await startServer(() => {
      throw new Error('no answer');
    });
    const status = await new Promise((resolve) => {
      request(server.origin, (response) => resolve(response.statusCode)).end();
    });
    await server.close();
    expect(status).toBe(500);
  });
});

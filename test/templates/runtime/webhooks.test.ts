import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, expectTypeOf, it } from 'vitest';
import { asList } from '../../../templates/runtime/as-list.js';
import { decodeForm } from '../../../templates/runtime/decode-form.js';
import { decodeJson } from '../../../templates/runtime/decode-json.js';
import { decodeXml } from '../../../templates/runtime/decode-xml.js';
import { decryptEcb } from '../../../templates/runtime/decrypt-ecb.js';
import { decryptField } from '../../../templates/runtime/decrypt-field.js';
import { decryptGcm } from '../../../templates/runtime/decrypt-gcm.js';
import { encodeJson } from '../../../templates/runtime/encode-json.js';
import { encryptField } from '../../../templates/runtime/encrypt-field.js';
import { expressHandler, fetchHandler, nodeListener } from '../../../templates/runtime/handle-notice.js';
import type { NoticeHeaders, Webhook, WebhookRoutes } from '../../../templates/runtime/operation.js';
import { openNotice } from '../../../templates/runtime/open-notice.js';
import { readXmlNotice } from '../../../templates/runtime/read-xml-notice.js';
import { signTest } from '../../../templates/runtime/sign-test.js';
import { replySignedJson, replyXml } from '../../../templates/runtime/write-reply.js';
import { type UnknownNotice, Webhooks } from '../../../templates/runtime/webhooks.js';
import { makeNotification, type NotificationCase } from '../../../templates/testing/notification.js';
import { decryptRsa } from '../../../templates/testing/rsa.js';
import { signAnswer, type Tampering } from '../../../templates/testing/sign-answer.js';
import { signParameters } from '../../../templates/testing/sign-parameters.js';
import { verifyReply } from '../../../templates/testing/verify-request.js';
import { parseXml } from '../../../templates/testing/xml.js';
import { fakeMerchant, keys, patientClock } from '../../support/fake-merchant.js';
import { type RefundSuccess, type RefundSuccessReply, webhook } from '../exemplar/webhook.js';

interface Settled {
  readonly event_type: 'REFUND.CLOSED';
  readonly resource: { readonly ciphertext: { readonly reason: string } };
}

interface RefundProcessed {
  readonly return_code: string;
  readonly req_info: { readonly refund_id: string; readonly total_fee: number };
}

interface Notices {
  readonly 'v3/REFUND.SUCCESS': { readonly event: RefundSuccess; readonly reply: RefundSuccessReply };
  readonly 'v3/REFUND.CLOSED': { readonly event: Settled; readonly reply: RefundSuccessReply };
  readonly 'v2/refund-processed': { readonly event: RefundProcessed; readonly reply: object };
  readonly 'v2/CHECK.SUCCESS': { readonly event: { readonly event_type: 'CHECK.SUCCESS'; readonly sign: string }; readonly reply: object };
}

const refundProcessed: Webhook = {
  id: 'v2/refund-processed',
  eventTypes: [],
  read: readXmlNotice,
  open: [
    ['req_info', decryptEcb],
    ['req_info', decodeXml],
  ],
  shape: { return_code: '', req_info: { refund_id: '', total_fee: 0 } },
  reply: replyXml,
};

const checkSuccess: Webhook = {
  id: 'v2/CHECK.SUCCESS',
  eventTypes: ['CHECK.SUCCESS'],
  read: readXmlNotice,
  open: [
    ['event_ciphertext', decryptGcm],
    ['event_ciphertext', decodeXml],
  ],
  shape: { event_type: ['CHECK.SUCCESS'], sign: '', event_nonce: '', event_associated_data: '', event_ciphertext: { state: '' } },
  reply: replyXml,
};

const routes: WebhookRoutes = {
  'v3/REFUND.SUCCESS': [['REFUND.SUCCESS'], async () => ({ webhook })],
  'v2/refund-processed': [[], async () => ({ webhook: refundProcessed })],
  'v2/CHECK.SUCCESS': [['CHECK.SUCCESS'], async () => ({ webhook: checkSuccess })],
};

/** When all is signed and read. */
const instant = Date.now();
const merchant = fakeMerchant({ clock: patientClock(() => instant) });
const webhooks = new Webhooks<Notices>(merchant, async () => routes);

const refund: NotificationCase = {
  protocol: 'v3',
  body: {
    id: 'EV-1',
    create_time: '2018-06-08T10:34:56+08:00',
    event_type: 'REFUND.SUCCESS',
    resource_type: 'encrypt-resource',
    summary: 'done',
    resource: {
      original_type: 'refund',
      algorithm: 'AEAD_AES_256_GCM',
      associated_data: 'refund',
      nonce: 'nonce1234567',
      ciphertext: { out_refund_no: 'R1', refund_status: 'SUCCESS' },
    },
  },
  layers: [{ at: 'resource.ciphertext', by: 'by-aes-gcm', key: 'apiv3', format: 'json' }],
};

function notify(notification: NotificationCase, tampering?: Tampering) {
  return makeNotification(notification, { keys, now: Math.floor(instant / 1000), tampering });
}

describe('parse', () => {
  it('verifies, decrypts and decodes a v3 notification', async () => {
    const { body, headers } = notify(refund);
    expect(await webhooks.parse(body, headers)).toEqual(refund.body);
    expect(await webhooks.parse(Buffer.from(body), new Headers(headers))).toEqual(refund.body);
  });

  it('narrows by the event type', () => {
    // Only the compiler reads this.
    const narrow = async () => {
      const event = await webhooks.parse('', {});
      if (event.event_type === 'REFUND.SUCCESS') expectTypeOf(event).toEqualTypeOf<RefundSuccess>();
      else if (event.event_type === 'REFUND.CLOSED') expectTypeOf(event.resource.ciphertext.reason).toBeString();
      else if (event.event_type !== 'CHECK.SUCCESS') expectTypeOf(event).toEqualTypeOf<UnknownNotice>();
      expectTypeOf(await webhooks.parse('', {}, 'v2/refund-processed')).toEqualTypeOf<RefundProcessed>();
      // @ts-expect-error No page has this name.
      await webhooks.parse('', {}, 'v2/other');
    };
    expect(narrow).toBeTypeOf('function');
  });

  it('delivers an event type that no page lists', async () => {
    const { body, headers } = notify({ ...refund, body: { ...refund.body, event_type: 'BRAND.NEW' } });
    expect(await webhooks.parse(body, headers)).toMatchObject({
      event_type: 'BRAND.NEW',
      resource: { ciphertext: { out_refund_no: 'R1' } },
    });
  });

  it.each<Tampering>(['body', 'signature', 'signtest', 'serial', 'old', 'early', 'unsigned'])(
    'refuses one with a wrong %s',
    async (tampering) => {
      const { body, headers } = notify(refund, tampering);
      await expect(webhooks.parse(body, headers)).rejects.toMatchObject({ name: 'SignatureError' });
    },
  );

  it('refuses a body that a framework parsed and wrote again', async () => {
    const { body, headers } = notify({ ...refund, body: { ...refund.body, summary: 'a/b' } });
    const rewritten = JSON.stringify(JSON.parse(body), undefined, 1);
    await expect(webhooks.parse(rewritten, headers)).rejects.toMatchObject({ name: 'SignatureError' });
  });

  it.each<[string, object, string]>([
    ['was changed', { nonce: 'other1234567' }, 'was changed'],
    ['has another algorithm', { algorithm: 'AEAD_SM4_GCM' }, 'unknown algorithm'],
  ])('refuses content that %s', async (_, change, message) => {
    const notification = { ...refund, layers: [] };
    const sealed = JSON.parse(notify(refund).body) as { resource: object };
    const body = { ...refund.body, resource: { ...sealed.resource, ...change } } as never;
    const changed = notify({ ...notification, body });
    await expect(webhooks.parse(changed.body, changed.headers)).rejects.toMatchObject({
      name: 'DecryptError',
      message: expect.stringContaining(message),
    });
  });

  it('reports what the page does not list', async () => {
    const unknown: unknown[] = [];
    const { body, headers } = notify({ ...refund, body: { ...refund.body, extra: 1 } });
    await new Webhooks<Notices>(fakeMerchant({ onUnknown: (found) => unknown.push(found) }), async () => routes).parse(body, headers);
    expect(unknown).toEqual([{ operation: 'WEBHOOK v3/REFUND.SUCCESS', side: 'response', kind: 'field', pointer: '/extra' }]);
  });

  const processed: NotificationCase = {
    protocol: 'v2',
    body: { return_code: 'SUCCESS', req_info: { refund_id: '5', total_fee: '12' } },
    layers: [{ at: 'req_info', by: 'by-aes-ecb', key: 'apikey-digest', format: 'xml' }],
    unsigned: true,
  };

  it('decrypts the secret part of a v2 notice, which must be named', async () => {
    const { body, headers } = notify(processed);
    expect(await webhooks.parse(body, headers, 'v2/refund-processed')).toEqual({
      return_code: 'SUCCESS',
      req_info: { refund_id: '5', total_fee: 12 },
    });
    await expect(webhooks.parse(body, headers)).rejects.toMatchObject({ name: 'ConfigError' });
  });

  it('tells a v2 notice with an event type, and checks its sign', async () => {
    const check: NotificationCase = {
      protocol: 'v2',
      body: {
        event_type: 'CHECK.SUCCESS',
        algorithm: 'HMAC-SHA256',
        event_nonce: 'nonce1234567',
        event_associated_data: '',
        event_ciphertext: { state: 'OK' },
      },
      layers: [{ at: 'event_ciphertext', by: 'by-aes-gcm', key: 'apiv3', format: 'xml' }],
    };
    const { body, headers } = notify(check);
    expect(await webhooks.parse(body, headers)).toMatchObject({ event_ciphertext: { state: 'OK' } });
    for (const bad of [notify(check, 'body'), notify({ ...check, unsigned: true })])
      await expect(webhooks.parse(bad.body, bad.headers)).rejects.toMatchObject({ name: 'SignatureError' });
  });
});

describe('a notification that is not to be read', () => {
  const signed = (body: string) => signAnswer(body, { keys, now: Math.floor(Date.now() / 1000) });

  it.each<[string, () => Promise<unknown>, object]>([
    [
      'is no JSON object',
      async () => openNotice(merchant, webhook, signed('[]').body, signed('[]').headers),
      { name: 'DecryptError', message: 'v3/REFUND.SUCCESS is no JSON object' },
    ],
    [
      'is no XML message',
      async () => openNotice(merchant, refundProcessed, '<xml', {}),
      { name: 'DecryptError', message: 'v2/refund-processed is no XML message' },
    ],
    [
      'of v2 has another sign',
      async () => openNotice(merchant, checkSuccess, '<xml><sign>A</sign></xml>', { 'request-id': 'R1' }),
      { name: 'SignatureError', message: 'The sign of v2/CHECK.SUCCESS does not match `apiV2Key`', serial: undefined, requestId: 'R1' },
    ],
    [
      'has a header without a value',
      async () => openNotice(merchant, webhook, '{}', { 'request-id': undefined }),
      { name: 'SignatureError', requestId: undefined },
    ],
  ])('because it %s says so', async (_, open, want) => {
    await expect(open()).rejects.toMatchObject(want);
  });

  it('is not for its other headers, of whatever form they are', async () => {
    const { body, headers } = signed('{}');
    const strange = { ':path': '/notify', 'x-name': '名', ...headers };
    expect(await openNotice(merchant, { ...webhook, open: [] }, body, strange)).toEqual({});
    const broken = { ...headers, 'Wechatpay-Nonce': '名' };
    await expect(openNotice(merchant, webhook, body, broken)).rejects.toMatchObject({ name: 'SignatureError' });
  });

  it('may arrive as plain bytes, and without anything to open', async () => {
    const { body, headers } = signed('{"名":1}');
    const plain: Webhook = { id: 'v3/PLAIN', eventTypes: [], read: webhook.read, shape: { 名: 0 }, reply: webhook.reply };
    expect(await openNotice(merchant, plain, new Uint8Array(Buffer.from(body)), headers)).toEqual({ 名: 1 });
  });
});

describe('a reply', () => {
  it.each<[object | undefined, object]>([
    [undefined, { status: 204, body: '' }],
    [{ code: 'SUCCESS' }, { status: 200, body: '{"code":"SUCCESS"}' }],
    [
      { code: 'FAIL', message: 'later' },
      { status: 500, body: '{"code":"FAIL","message":"later"}' },
    ],
  ])('to a v3 notification with %j is %j', async (given, want) => {
    const { body, headers } = notify(refund);
    const { reply } = await webhooks.receive(body, headers);
    expect(reply(given as Record<string, unknown> | undefined)).toMatchObject(want);
  });

  it('to a v2 notice is XML', () => {
    expect(replyXml(merchant, undefined).body).toBe(
      '<xml><return_code><![CDATA[SUCCESS]]></return_code><return_msg><![CDATA[OK]]></return_msg></xml>',
    );
    expect(replyXml(merchant, { return_code: 'FAIL' }).body).toBe('<xml><return_code><![CDATA[FAIL]]></return_code></xml>');
  });

  it('is encoded and encrypted where the page says so, and names the key', async () => {
    const seal: Webhook['seal'] = [
      ['detail', encodeJson],
      ['guest', encryptField],
    ];
    const sealing = new Webhooks<Notices>(merchant, async () => ({
      'v3/REFUND.SUCCESS': [['REFUND.SUCCESS'], async () => ({ webhook: { ...webhook, seal } })],
    }));
    const { body, headers } = notify(refund);
    const { reply } = await sealing.receive(body, headers);
    const written = reply({ code: 'SUCCESS', guest: 'Ann', detail: { leaf: 'green' } });
    const sent = JSON.parse(written.body) as { readonly guest: string };
    expect(sent).toMatchObject({ code: 'SUCCESS', detail: '{"leaf":"green"}' });
    expect(decryptRsa(sent.guest, keys.platform.privateKey)).toBe('Ann');
    expect(written.headers['Wechatpay-Serial']).toBe(keys.platformSerial);
    expect(reply()).toMatchObject({ status: 204, body: '' });
  });

  it('is signed where the page says so', () => {
    const { headers, body } = replySignedJson(merchant, { code: 'SUCCESS' });
    expect(verifyReply(headers['Authorization'], { signedBody: body, keys, now: Math.floor(Date.now() / 1000) })).toEqual([]);
  });
});

describe('signTest', () => {
  const testKeys = { privateKey: keys.platform.privateKey, serial: keys.platformSerial };

  it('makes a v3 notification that parses', async () => {
    const content = { out_refund_no: 'R1', refund_status: 'SUCCESS' };
    const { body, headers } = await webhooks.signTest(
      'v3/REFUND.SUCCESS',
      { resource: { original_type: 'refund', ciphertext: content } },
      testKeys,
    );
    expect(await webhooks.parse(body, headers)).toMatchObject({
      event_type: 'REFUND.SUCCESS',
      resource: { original_type: 'refund', ciphertext: content },
    });
  });

  it('makes v2 notices that parse', async () => {
    const event = { return_code: 'SUCCESS', req_info: { refund_id: '5', total_fee: 12 } };
    const { body, headers } = await webhooks.signTest('v2/refund-processed', event, testKeys);
    expect(await webhooks.parse(body, headers, 'v2/refund-processed')).toMatchObject(event);
    const check = { event_type: 'CHECK.SUCCESS', event_nonce: 'nonce1234567', event_ciphertext: { state: 'OK' } };
    const other = await webhooks.signTest('v2/CHECK.SUCCESS', check, testKeys);
    expect(await webhooks.parse(other.body, other.headers)).toMatchObject(check);
  });
});

describe('what signTest makes', () => {
  const testKeys = { privateKey: keys.platform.privateKey, serial: keys.platformSerial };
  const makes = (facts: Partial<Webhook>, event: object) => signTest(merchant, { ...webhook, id: 'v3/ANY', ...facts }, event, testKeys);

  it('has an envelope, for what of it is not given', async () => {
    const { body, headers } = await makes({ open: [] }, { id: 'EV-2' });
    expect(headers['Content-Type']).toBe('application/json');
    expect(JSON.parse(body)).toEqual({
      id: 'EV-2',
      create_time: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
      event_type: 'REFUND.SUCCESS',
      resource_type: 'encrypt-resource',
      summary: '',
      resource: { algorithm: 'AEAD_AES_256_GCM', nonce: expect.stringMatching(/^\w{12}$/), associated_data: '' },
    });
  });

  it('is opened by the layers of its page, whichever they are', async () => {
    const open: Webhook['open'] = [
      ['name', decryptField],
      ['resource.old_ciphertext', decryptGcm],
      ['resource.old_ciphertext', decodeForm],
      ['resource.ciphertext', decryptGcm],
      ['resource.ciphertext', decodeJson],
    ];
    const resource = {
      old_nonce: 'nonce7654321',
      old_associated_data: 'old',
      associated_data: 'new',
      old_ciphertext: { a: 'x y' },
      ciphertext: { b: ['c'] },
    };
    const { body, headers } = await makes({ open }, { name: '名字', resource });
    const shape = { resource: { old_ciphertext: { a: '' } } };
    expect(await openNotice(merchant, { ...webhook, id: 'v3/ANY', open, shape }, body, headers)).toMatchObject({ name: '名字', resource });
  });

  it.each([
    { names: ['a'], rows: [{ b: 1 }], object: { c: 'd' } },
    { names: ['a', 'b'], rows: [{ b: 1 }, { b: 2 }], object: { c: ']]>' } },
  ])('is read as it was given, with the lists and objects of v2: %j', async (event) => {
    const facts = {
      read: readXmlNotice,
      open: [
        ['names', asList],
        ['rows', asList],
      ] as const,
      shape: { names: '', rows: { b: 0 }, object: { c: '' }, sign: '' },
    };
    const { body, headers } = await makes(facts, { ...event, gone: undefined });
    const { sign: _, ...read } = await openNotice<Record<string, unknown>>(merchant, { ...webhook, ...facts }, body, headers);
    expect(read).toEqual(event);
  });

  it('holds lists and numbered names also in what is encrypted, as the double of the platform has it', async () => {
    const open = [
      ['req_info', decryptEcb],
      ['req_info', decodeXml],
      ['req_info.rows', asList],
    ] as const;
    const facts = { read: readXmlNotice, open, shape: { req_info: { rows: { a: 0 }, coupon_$n: '' } } };
    const body = { req_info: { rows: [{ a: 1 }], coupon_$n: ['b', 'c'] } };
    const layers = [{ at: 'req_info', by: 'by-aes-ecb', key: 'apikey-digest', format: 'xml' }] as const;
    const ours = await makes(facts, body);
    const theirs = makeNotification({ protocol: 'v2', body, layers, unsigned: true }, { keys, now: 0 });
    for (const message of [ours, theirs])
      expect(await openNotice(merchant, { ...webhook, ...facts }, String(message.body), message.headers)).toMatchObject(body);
  });

  it('is XML with a sign for v2', async () => {
    const { body, headers } = await makes({ read: readXmlNotice, open: [] }, { a: 1 });
    expect(headers).toEqual({ 'Content-Type': 'text/xml' });
    expect(parseXml(body)).toEqual({ a: '1', sign: signParameters({ a: '1' }, keys.apiKey, 'HMAC-SHA256') });
  });

  it('cannot be made where a layer has no inverse', () => {
    expect(() => signTest(merchant, { ...webhook, open: [['a', (value) => value]] }, { a: 1 }, testKeys)).toThrow(
      'A layer of the notification has no inverse',
    );
  });
});

describe('adapters', () => {
  const { body, headers } = notify(refund);
  const bad = notify(refund, 'body');

  async function overHttp(handle: () => object | void, message: typeof bad, errors: unknown[] = []) {
    const listener = nodeListener(webhooks, { handle: async () => handle() as never, onError: (error) => errors.push(error) });
    const server = createServer((request, response) => void listener(request, response)).listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    try {
      const answer = await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}`, { method: 'POST', ...message });
      return { status: answer.status, body: await answer.text() };
    } finally {
      server.closeAllConnections();
      server.close();
    }
  }

  it('answer over node:http', async () => {
    expect(await overHttp(() => undefined, { body, headers })).toEqual({ status: 204, body: '' });
    expect(await overHttp(() => ({ code: 'SUCCESS' }), { body, headers })).toEqual({ status: 200, body: '{"code":"SUCCESS"}' });
  });

  it('ask for another send, and say why to the merchant only', async () => {
    const errors: unknown[] = [];
    const again = '{"code":"FAIL","message":"FAIL"}';
    const failing = () => {
      throw new Error('database');
    };
    expect(await overHttp(() => undefined, bad, errors)).toEqual({ status: 401, body: again });
    expect(await overHttp(failing, { body, headers }, errors)).toEqual({ status: 500, body: again });
    expect(errors).toMatchObject([{ name: 'SignatureError' }, { message: 'database' }]);
  });

  it('answer whatever the hook for errors does', async () => {
    const onError = () => {
      throw new Error('of the hook');
    };
    const handler = fetchHandler(webhooks, { handle: () => undefined, onError });
    expect((await handler(new Request('http://example.com', { method: 'POST', body: '{}' }))).status).toBe(401);
  });

  it('answer fetch-style requests', async () => {
    const seen: unknown[] = [];
    const handler = fetchHandler(webhooks, { handle: (event) => void seen.push(event.event_type) });
    expect((await handler(new Request('http://example.com', { method: 'POST', body, headers }))).status).toBe(204);
    expect(seen).toEqual(['REFUND.SUCCESS']);
  });

  it('take what is typed for one page, and nothing that is no body', async () => {
    const refuse = async (event: RefundSuccess): Promise<RefundSuccessReply> => ({ code: 'FAIL', message: event.id });
    const named = { receive: (raw: string | Uint8Array, given: NoticeHeaders) => webhooks.receive(raw, given, 'v3/REFUND.SUCCESS') };
    const post = () => new Request('http://example.com', { method: 'POST', body, headers });
    const answers = [
      await fetchHandler(named, { handle: refuse })(post()),
      await fetchHandler(webhooks, { handle: async (event) => (event.event_type === 'REFUND.SUCCESS' ? refuse(event) : undefined) })(
        post(),
      ),
    ];
    const wanted = { code: 'FAIL', message: JSON.parse(body).id as string };
    expect(await Promise.all(answers.map((answer) => answer.json()))).toEqual([wanted, wanted]);
    const arrival = await named.receive(body, headers);
    expect(JSON.parse(arrival.reply(await refuse(arrival.event)).body)).toEqual(wanted);
    // Only the compiler reads this.
    const wrong = () => {
      // @ts-expect-error The body of a reply is an object.
      fetchHandler(named, { handle: async () => 1 });
      // @ts-expect-error An object of a program is none that a page describes.
      fetchHandler(named, { handle: async () => new Date() });
    };
    expect(wrong).toBeTypeOf('function');
  });

  it('answer v2 notices in XML, also when they refuse them', async () => {
    const named = {
      receive: (raw: Uint8Array | string, given: Record<string, string> | Headers) =>
        webhooks.receive(raw, given as Headers, 'v2/refund-processed'),
    };
    const handler = fetchHandler(named, { handle: () => undefined });
    const answer = await handler(new Request('http://example.com', { method: 'POST', body: '<xml><req_info>x</req_info></xml>' }));
    expect(parseXml(await answer.text())).toEqual({ return_code: 'FAIL', return_msg: 'FAIL' });
  });

  it('need the raw body from Express', async () => {
    const said: unknown[] = [];
    const errors: unknown[] = [];
    const response = {
      writeHead: (status: number) => (said.push(status), response),
      end: () => response,
    };
    const handler = expressHandler(webhooks, { handle: () => undefined, onError: (error) => errors.push(error) });
    // Of Express's response only these two are used.
    await handler({ body: Buffer.from(body), headers }, response as never);
    await handler({ body: JSON.parse(body) as unknown, headers }, response as never);
    expect(said).toEqual([204, 401]);
    // As it stands it reads no JSON, so users have to be told which types it needs.
    expect(errors).toMatchObject([{ name: 'ConfigError', message: expect.stringContaining('express.raw({ type: () => true })') }]);
  });
});

import { describe, expect, it } from 'vitest';
import type { Field, Operation, Webhook } from '../../generator/model/api.js';
import { exampleAnswer } from '../../generator/model/example-answer.js';
import { exampleNotification, exampleReply } from '../../generator/model/example-notification.js';
import { requestLayers, wireLayers } from '../../generator/model/wire-layers.js';
import { compile } from '../support/tester.js';
import { separator, writeCall, writePage, type PageParts } from '../support/write-page.js';

function operationOf(path: string, parts: PageParts): Operation {
  const [operation] = compile(writePage(path, parts)).pages.flatMap((page) => page.operations);
  if (!operation) throw new Error('no operation');
  return operation;
}

function webhookOf(path: string, body: readonly string[], reply: readonly string[] = []): Webhook {
  const parts: PageParts = {
    request: ['headers | object', 'body | object', ...body],
    answerKeyword: '应答规范',
    answer: reply.length === 0 ? ['status | number'] : ['body | object', ...reply],
  };
  const [webhook] = compile(writePage(path, parts)).pages.flatMap((page) => page.webhooks);
  if (!webhook) throw new Error('no webhook');
  return webhook;
}

const sealed = ['ciphertext {data-indent=1} | string {data-encrypted=by-aes-gcm}', separator, 'tea_id {data-indent=2} | string'];

describe('the layers between plain values and the wire', () => {
  const layersOf = (rows: readonly string[], path = 'openapi/v3/teas.md'): object[] => {
    const [group] = operationOf(path, { request: rows }).request;
    return wireLayers(group?.field.fields ?? [], 'json');
  };

  it.each<[what: string, rows: readonly string[], layers: object[]]>([
    ['none', ['json | object', 'sort {data-indent=1} | string'], []],
    [
      'an encryption, with its key',
      ['json | object', 'guest {data-indent=1} | string {data-encrypted=by-rsa-pubkey}'],
      [{ at: 'json.guest', by: 'by-rsa-pubkey', key: 'platform' }],
    ],
    [
      'a signature of something below an object',
      ['json | object', 'a {data-indent=1} | object[]', 'b {data-indent=2} | string {data-signed=by-rsa-privatekey}'],
      [{ at: 'json.a.b', by: 'by-rsa-privatekey' }],
    ],
    [
      'an encoding before what is inside',
      [
        'json | object',
        'a {data-indent=1} | string {data-encoded=by-urlencode}',
        separator,
        'b {data-indent=2} | string {data-encrypted=by-rsa-pubkey}',
      ],
      [
        { at: 'json.a', by: 'by-urlencode' },
        { at: 'json.a.b', by: 'by-rsa-pubkey', key: 'platform' },
      ],
    ],
    [
      'a list in the place of its only field',
      [
        'json | object',
        'a {data-indent=1} | string {data-encoded=by-json_encode}',
        separator,
        'item {data-indent=2} | object[]',
        'b {data-indent=3} | string {data-encrypted=by-rsa-pubkey}',
      ],
      [
        { at: 'json.a', by: 'by-json_encode' },
        { at: 'json.a.b', by: 'by-rsa-pubkey', key: 'platform' },
      ],
    ],
  ])('are %s', (_, rows, layers) => {
    expect(layersOf(rows)).toEqual(layers);
  });

  it.each<[path: string, rows: readonly string[], layers: object[]]>([
    ['openapi/v3/teas.md', ['json | object', 'a {data-indent=1} | object', 'b {data-indent=2} | string'], []],
    [
      'openapi/v3/teas.md',
      ['query | object', 'a {data-indent=1} | object', 'b {data-indent=2} | string {data-encrypted=by-rsa-pubkey}'],
      [
        { at: 'query.a', by: 'by-json_encode' },
        { at: 'query.a.b', by: 'by-rsa-pubkey', key: 'platform' },
      ],
    ],
    [
      'openapi/v2/teas.md',
      ['xml | object', 'a {data-indent=1} | object[]', 'b {data-indent=2} | string', 'c {data-indent=1} | string'],
      [{ at: 'xml.a', by: 'by-json_encode' }],
    ],
    [
      'openapi/v3/teas.md',
      ['body | object', 'meta {data-indent=1} | object', 'name {data-indent=2} | string', 'file {data-indent=1} | object'],
      [{ at: 'body.meta', by: 'by-json_encode' }],
    ],
  ])('are JSON around an object where only text travels: %s, %j', (path, request, layers) => {
    expect(requestLayers(operationOf(path, { verb: 'post', request }).request)).toEqual(layers);
  });

  it('say that AES of v2 holds XML', () => {
    const [cipher] = webhookOf('webhook/v2/tea-ready.md', sealed).request[1]?.fields ?? [];
    expect(wireLayers([cipher as Field])).toEqual([{ at: 'ciphertext', by: 'by-aes-gcm', key: 'apiv3', format: 'xml' }]);
  });
});

describe('the example of an answer', () => {
  const exampleOf = (path: string, parts: PageParts, known: readonly [string, string][] = []): object =>
    exampleAnswer(operationOf(path, parts), new Map(known));

  it.each<[what: string, path: string, parts: PageParts, example: object]>([
    ['has a value for every row', 'openapi/v3/teas.md', { answer: ['state | string'] }, { kind: 'json', body: { state: 'some-state' } }],
    [
      'of v2 means success, and has its sign made elsewhere',
      'openapi/v2/teas.md',
      { answer: ['return_code | string', 'result_code | string', 'retcode | integer', 'sign | string'] },
      { kind: 'xml', body: { return_code: 'SUCCESS', result_code: 'SUCCESS', retcode: 0 } },
    ],
    [
      'of v2 without a row for it is unsigned',
      'openapi/v2/teas.md',
      { answer: ['state | string'] },
      { kind: 'xml', body: { state: 'some-state' }, unsigned: true },
    ],
    [
      'of v2 in JSON is unsigned',
      'openapi/v2/teas.md',
      { answer: ['state | string', 'sign | string'], samples: [writeCall('v2/teas', 'post', '')] },
      { kind: 'json', body: { state: 'some-state' }, unsigned: true },
    ],
    [
      'knows its layers',
      'openapi/v3/teas.md',
      { answer: ['guest | string {data-encrypted=by-rsa-pubkey}'] },
      { kind: 'json', body: { guest: 'some-guest' }, layers: [{ at: 'guest', by: 'by-rsa-pubkey', key: 'merchant' }] },
    ],
    ['may be nothing', 'openapi/v3/teas.md', { answer: ['空字符串(无返回内容) {align=center colspan=3}'] }, { kind: 'empty', status: 204 }],
    [
      'may be a PDF',
      'openapi/v3/teas.md',
      { answer: ['文件流(保存后按本地PDF文件查看) {align=center colspan=3}'] },
      { kind: 'stream', contentType: 'application/pdf' },
    ],
    [
      'may be an image',
      'openapi/v3/teas.md',
      { answer: ['文件流(保存后按本地图片查看) {align=center colspan=3}'] },
      { kind: 'stream', contentType: 'image/png' },
    ],
    [
      'may be a file, or tell of a failure',
      'openapi/v2/teas.md',
      { answerKeyword: '异常字典', answer: ['return_code | string', 'return_msg | string', 'sign | string'] },
      { kind: 'stream', contentType: 'text/plain', failure: { return_code: 'FAIL', return_msg: 'some-return-msg' } },
    ],
    ['may be a redirect', 'openapi/v2/teas.md', { answer: ['`30x`跳转(无实际返回信息) {align=center colspan=3}'] }, { kind: 'redirect' }],
  ])('%s', (_, path, parts, example) => {
    expect(exampleOf(path, parts)).toEqual(example);
  });

  it('repeats what the request said under the same name', () => {
    expect(exampleOf('openapi/v3/teas.md', { answer: ['tea_id | string'] }, [['tea_id', 'T1']])).toMatchObject({ body: { tea_id: 'T1' } });
  });
});

describe('the example of a notification', () => {
  it('has the first event type, a nonce of twelve bytes and its layers', () => {
    const rows = [
      'event_type {data-indent=1} | string | `TEA.READY` \\| `TEA.COLD` 枚举值之一',
      'nonce {data-indent=1} | string',
      ...sealed,
    ];
    expect(exampleNotification(webhookOf('webhook/v3/TEA.READY.md', rows))).toEqual({
      protocol: 'v3',
      body: { event_type: 'TEA.READY', nonce: 'nonce-of-12b', ciphertext: { tea_id: 'some-tea-id' } },
      layers: [{ at: 'ciphertext', by: 'by-aes-gcm', key: 'apiv3' }],
    });
  });

  it.each([
    [[], { unsigned: true }],
    [['sign {data-indent=1} | string'], {}],
  ])('of v2 is unsigned where no row says otherwise, case %#', (rows, facts) => {
    const webhook = webhookOf('webhook/v2/tea-ready.md', ['return_code {data-indent=1} | string', ...rows, ...sealed]);
    expect(exampleNotification(webhook)).toEqual({
      protocol: 'v2',
      body: { return_code: 'SUCCESS', ciphertext: { tea_id: 'some-tea-id' } },
      layers: [{ at: 'ciphertext', by: 'by-aes-gcm', key: 'apiv3', format: 'xml' }],
      ...facts,
    });
  });

  it('has the type that its page is called by, where no value is listed, and no layers of its own', () => {
    const plain = exampleNotification(webhookOf('webhook/v2/tea-ready.md', ['event_type {data-indent=1} | string']));
    expect(plain).toStrictEqual({ protocol: 'v2', body: { event_type: 'tea-ready' }, unsigned: true });
  });

  it('is replied to with success, or with nothing', () => {
    const reply = ['code {data-indent=1} | string', 'message {data-indent=1} | string'];
    expect(exampleReply(webhookOf('webhook/v3/TEA.READY.md', sealed, reply))).toEqual({ code: 'SUCCESS', message: 'some-message' });
    expect(exampleReply(webhookOf('webhook/v3/TEA.READY.md', sealed))).toEqual({});
  });
});

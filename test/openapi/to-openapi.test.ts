import { Validator } from '@seriousme/openapi-schema-validator';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import type { OpenApiDocument, OpenApiOperation, Schema } from '../../generator/openapi/document.js';
import { toOpenApi } from '../../generator/openapi/to-openapi.js';
import { compileAndDiagnose } from '../support/tester.js';
import { separator, writeCall, writePage, type PageParts } from '../support/write-page.js';

async function exportOf(pages: string): Promise<OpenApiDocument> {
  const document = toOpenApi(compileAndDiagnose(pages).api);
  const plain = JSON.parse(JSON.stringify(document)) as OpenApiDocument; // a copy of the same form
  expect(await new Validator().validate({ ...plain })).toMatchObject({ valid: true });
  const ajv = new Ajv2020();
  for (const schema of schemasOf(plain)) expect([ajv.validateSchema(schema), ajv.errors]).toEqual([true, null]);
  return plain;
}

function schemasOf(value: unknown): object[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, member]) => [...(key === 'schema' ? [member as object] : []), ...schemasOf(member)]); // `schema` holds an object
}

async function operationOf(file: string, parts: PageParts): Promise<OpenApiOperation> {
  const { paths } = await exportOf(writePage(file, parts));
  const operation = Object.values(paths).flatMap((item) => Object.values(item))[0];
  if (!operation) throw new Error('no operation');
  return operation;
}

async function bodyOf(rows: readonly string[], parts: PageParts = {}): Promise<Schema> {
  const { requestBody } = await operationOf('openapi/v3/teas.md', { request: ['json {data-required} | object', ...rows], ...parts });
  return requestBody?.content['application/json']?.schema ?? {};
}

describe('the type of a row', () => {
  it.each<[cell: string, description: string, schema: object]>([
    ['string', '', { type: 'string' }],
    ['integer', '', { type: 'integer' }],
    ['number', '', { type: 'number' }],
    ['float', '', { type: 'number' }],
    ['boolean', '', { type: 'boolean' }],
    ['`true`', '', { type: 'boolean', const: true }],
    ['object', '', { type: 'object' }],
    ['string[]', '', { type: 'array', items: { type: 'string' } }],
    ['object[]', '', { type: 'array', items: { type: 'object' } }],
    ['string', '`A` \\| `B` 枚举值之一', { type: 'string', enum: ['A', 'B'] }],
    ['string', '`1.0` 枚举值', { type: 'string', enum: ['1.0'] }],
    ['integer', '`1` \\| `2` 枚举值之一', { type: 'integer', enum: [1, 2] }],
    ['number', '`A` \\| `2` 枚举值之一', { type: 'string', enum: ['A', '2'] }],
    ['boolean', '`true` 枚举值', { type: 'boolean', enum: [true] }],
    ['string[]', '`A` \\| `B` 枚举值之一', { type: 'array', items: { type: 'string', enum: ['A', 'B'] } }],
    ['string', '固定值`A`', { type: 'string', const: 'A' }],
    ['integer', '固定值`010`', { type: 'string', enum: ['010'] }],
    ['`true`', '`1` 枚举值', { type: 'string', enum: ['1'] }],
    ['integer', '默认值`3`', { type: 'integer', default: 3 }],
    ['boolean', '固定值`yes`', { type: 'string', enum: ['yes'] }],
    ['number', '默认值`many`', { type: 'number' }],
    ['number', '`A` \\| `2` 枚举值之一 默认值`A`', { type: 'string', enum: ['A', '2'], default: 'A' }],
    ['string {data-encrypted=by-rsa-pubkey}', '', { type: 'string', 'x-encrypted': 'by-rsa-pubkey', 'x-encrypted-key': 'platform' }],
    [
      'string[] {data-encrypted=by-rsa-pubkey}',
      '',
      { type: 'array', items: { type: 'string', 'x-encrypted': 'by-rsa-pubkey', 'x-encrypted-key': 'platform' } },
    ],
    ['string {data-signed=by-rsa-privatekey}', '', { type: 'string', 'x-signed': 'by-rsa-privatekey' }],
  ])('%s with the words %j', async (cell, description, schema) => {
    const { properties } = await bodyOf([`tea {data-indent=1} | ${cell} | ${description}`]);
    const { description: _words, ...rest } = properties?.tea ?? {};
    expect(rest).toEqual(schema);
  });

  it('keeps words and marks as on the page', async () => {
    expect(await bodyOf(['tea {data-required data-indent=1} | string | sort<br/>of tea', 'cup {data-indent=1} | string'])).toEqual({
      type: 'object',
      properties: { tea: { type: 'string', description: 'sort\nof tea' }, cup: { type: 'string' } },
      required: ['tea'],
    });
  });

  it.each(['__proto__', 'constructor', 'toString'])('is an own property, though it is called %s', async (name) => {
    const { properties, required } = await bodyOf([`${name} {data-required data-indent=1} | string`]);
    expect(Object.keys(properties ?? {})).toEqual([name]);
    expect(required).toEqual([name]);
  });
});

describe('what is inside of a string', () => {
  const rows = ['pots {data-indent=1} | string {data-encoded=by-json_encode}', separator, 'pot {data-required data-indent=2} | string[]'];
  const list = { type: 'array', items: { type: 'string' } };
  const object = { type: 'object', properties: { pot: list }, required: ['pot'] };
  it.each([
    ["['x']", list],
    ["['pot' => ['x']]", object],
    [undefined, { anyOf: [list, object] }],
  ])('given as %s in the sample', async (argument, contentSchema) => {
    const samples = argument === undefined ? [] : [writeCall('v3/teas', 'post', `'json' => ['pots' => \\json_encode(${argument})]`)];
    const { properties } = await bodyOf(rows, { samples });
    expect(properties?.pots).toEqual({ type: 'string', contentMediaType: 'application/json', contentSchema });
  });

  it('lets each item of a list have a shape of its own', async () => {
    const { properties } = await bodyOf([
      'info {data-indent=1} | object[] | for `A`',
      'size {data-indent=2} | string',
      separator,
      'info {data-indent=1} | object[] | for `B`',
      'lid {data-indent=2} | string',
    ]);
    expect(properties?.info).toMatchObject({
      type: 'array',
      items: { anyOf: [{ properties: { size: { type: 'string' } } }, { properties: { lid: { type: 'string' } } }] },
    });
  });

  it('has one schema for each shape of a field', async () => {
    const { properties } = await bodyOf([
      'scene {data-indent=1} | string {data-encoded=by-json_encode}',
      separator,
      'info {data-indent=2} | object | for `A`',
      'size {data-indent=3} | string',
      separator,
      'info {data-indent=2} | object | for `B`',
      'lid {data-indent=3} | string',
    ]);
    expect(properties?.scene?.contentSchema?.properties?.info?.anyOf).toMatchObject([
      { properties: { size: { type: 'string' } } },
      { properties: { lid: { type: 'string' } } },
    ]);
  });
});

describe('a call', () => {
  it('has its parameters, with the values of the sample', async () => {
    const { parameters } = await operationOf('openapi/v3/teas/{tea_id}.md', {
      verb: 'get',
      request: [
        'tea_id | integer',
        'query | object',
        'sorts {data-required data-indent=1} | string[]',
        'cup {data-indent=1} | object',
        'size {data-indent=2} | string',
        'headers | object',
        'Accept-Language {data-indent=1} | string | language',
      ],
      samples: [writeCall('v3/teas/{tea_id}', 'get', "'tea_id' => '7', 'query' => ['sorts' => ['green']]")],
    });
    expect(parameters).toEqual([
      { name: 'tea_id', in: 'path', required: true, schema: { type: 'integer' }, example: 7 },
      { name: 'sorts', in: 'query', required: true, schema: { type: 'array', items: { type: 'string' } }, example: ['green'] },
      {
        name: 'cup',
        in: 'query',
        content: { 'application/json': { schema: { type: 'object', properties: { size: { type: 'string' } } } } },
      },
      { name: 'Accept-Language', in: 'header', description: 'language', schema: { type: 'string' } },
    ]);
  });

  it('has examples in the form that its parameters travel in', async () => {
    const { parameters } = await operationOf('openapi/v3/teas/{tea_id}.md', {
      verb: 'get',
      request: [
        'tea_id | integer',
        'query | object',
        'sorts {data-indent=1} | string[]',
        'note {data-indent=1} | string',
        'form {data-indent=1} | string',
        'cup {data-indent=1} | object',
        'size {data-indent=2} | string',
        'pot {data-indent=1} | object',
        'lid {data-indent=2} | string',
        'tray {data-indent=1} | object',
        'color {data-indent=2} | string',
        'late {data-indent=1} | string',
      ],
      samples: [
        writeCall(
          'v3/teas/{tea_id}',
          'get',
          `'tea_id' => '9007199254740991', 'query' => ['sorts' => 'green', 'note' => \\json_encode(['of' => ['tea', 1, null]]),
          'form' => \\urlencode(Query::queryStringLike(['a' => '1'])),
          'cup' => \\json_encode(['size' => 'S']), 'pot' => ['lid' => 'L'], 'tray' => 'text', 'late' => \\json_encode(['at' => time()])]`,
        ),
      ],
    });
    const examples = parameters?.map(({ name, example, content }) => [name, example ?? content?.['application/json']?.example]);
    expect(examples).toEqual([
      ['tea_id', 9007199254740991],
      ['sorts', ['green']],
      ['note', '{"of":["tea",1,null]}'],
      ['form', 'a=1'],
      ['cup', { size: 'S' }],
      ['pot', { lid: 'L' }],
      ['tray', undefined],
      ['late', undefined],
    ]);
  });

  it('gives no number for digits that no number can hold', async () => {
    const [id] =
      (
        await operationOf('openapi/v3/teas/{tea_id}.md', {
          verb: 'get',
          request: ['tea_id | integer'],
          samples: [writeCall('v3/teas/{tea_id}', 'get', "'tea_id' => '9007199254740993'")],
        })
      ).parameters ?? [];
    expect(id?.example).toBe('9007199254740993');
  });

  it('of v2 has its path on the wire and XML bodies', async () => {
    const document = await exportOf(
      writePage('openapi/v2/pay/tea.md', {
        request: [
          'xml {data-required} | object',
          'sort {data-indent=1} | string',
          'security {data-required} | `true`',
          'nonceless | `true`',
        ],
      }),
    );
    expect(document.paths).toMatchObject({
      '/pay/tea': {
        post: {
          operationId: 'postV2PayTea',
          'x-protocol': 'v2',
          'x-client-certificate': true,
          'x-nonceless': true,
          requestBody: { required: true, content: { 'text/xml': { schema: { type: 'object', xml: { name: 'xml' } } } } },
          responses: { 200: { content: { 'text/xml': { schema: { properties: { state: { type: 'string' } } } } } } },
        },
      },
    });
  });

  it('uploads files as parts', async () => {
    const { requestBody } = await operationOf('openapi/v3/teas.md', {
      request: [
        'body {data-required} | object',
        'file {data-required data-indent=1} | object | the picture',
        'meta {data-required data-indent=1} | string {data-encoded=by-json_encode}',
        separator,
        'sha256 {data-indent=2} | string',
      ],
    });
    expect(requestBody?.content).toMatchObject({
      'multipart/form-data': {
        schema: {
          required: ['file', 'meta'],
          properties: {
            file: { type: 'string', format: 'binary', description: 'the picture' },
            meta: { contentMediaType: 'application/json' },
          },
        },
        encoding: { meta: { contentType: 'application/json' } },
      },
    });
  });

  it.each<[parts: PageParts, responses: object]>([
    [{ answer: ['空字符串(无返回内容) {align=center colspan=3}'] }, { 204: { description: 'No content' } }],
    [
      { answer: ['文件流(保存后按本地PDF文件查看) {align=center colspan=3}'] },
      { 200: { description: 'A file', content: { 'application/pdf': { schema: { type: 'string', format: 'binary' } } } } },
    ],
    [
      { answer: ['`30x`跳转(无实际返回信息) {align=center colspan=3}'] },
      { 302: { description: 'A redirect', headers: { Location: { required: true, schema: { type: 'string' } } } } },
    ],
  ])('answers %j', async (parts, responses) => {
    expect((await operationOf('openapi/v3/teas.md', parts)).responses).toEqual(responses);
  });

  it.each([
    ['base_uri | string | `https://hk.example.com/`(香港接入)', ['https://api.mch.weixin.qq.com', 'https://hk.example.com']],
    ['base_uri {data-required} | string | 固定值`https://app.example.com/shop/`', ['https://app.example.com/shop']],
  ])('with %s has its own servers', async (row, urls) => {
    expect((await operationOf('openapi/v3/teas.md', { request: [row] })).servers?.map(({ url }) => url)).toEqual(urls);
  });

  it('keeps rows that are no group where they can be seen', async () => {
    const operation = await operationOf('openapi/v3/teas.md', { request: ['json | object', 'sort {data-required} | string'] });
    expect(operation['x-stray']).toEqual({ type: 'object', properties: { sort: { type: 'string' } }, required: ['sort'] });
  });

  it('is deprecated by a notice of its end of life', async () => {
    const notice = '::: danger :no_entry_sign: {.im-deprecated}\n\n本接口服务已于 `2022.09.08` (北京时间) 下线。\n\n:::';
    expect((await operationOf('openapi/v3/teas.md', { notice })).deprecated).toBe(true);
  });
});

describe('a notification', () => {
  it('is a webhook that is replied to', async () => {
    const { webhooks } = await exportOf(
      writePage('webhook/v3/TEA.READY.md', {
        request: [
          'headers {data-required} | object',
          'Wechatpay-Serial {data-required data-indent=1} | string',
          'body {data-required} | object',
          'ciphertext {data-required data-indent=1} | string {data-encrypted=by-aes-gcm}',
          separator,
          'tea_id {data-required data-indent=2} | string',
        ],
        answerKeyword: '应答规范',
        answer: [
          'status | number | `20X` `4XX` `500` 枚举值之一',
          'headers | object',
          'Authorization {data-required data-indent=1} | string',
          'body | object',
          'code {data-indent=1} | string',
        ],
      }),
    );
    expect(Object.keys(webhooks)).toEqual(['v3/TEA.READY']);
    const { post } = webhooks['v3/TEA.READY'] ?? {};
    expect(post?.parameters).toMatchObject([{ name: 'Wechatpay-Serial', in: 'header', required: true }]);
    expect(post?.requestBody?.content['application/json']?.schema.properties?.ciphertext).toEqual({
      type: 'string',
      contentMediaType: 'application/json',
      contentSchema: { type: 'object', properties: { tea_id: { type: 'string' } }, required: ['tea_id'] },
      'x-encrypted': 'by-aes-gcm',
      'x-encrypted-key': 'apiv3',
    });
    expect(Object.keys(post?.responses ?? {})).toEqual(['500', '2XX', '4XX']);
    expect(post?.responses['2XX']).toMatchObject({
      headers: { Authorization: { required: true } },
      content: { 'application/json': { schema: { properties: { code: { type: 'string' } } } } },
    });
  });
});

describe('paths', () => {
  it('that are the same on the wire stand apart', async () => {
    const { paths } = await exportOf(`${writePage('openapi/v2/v3/teas.md')}\n${writePage('openapi/v3/teas.md')}`);
    expect(Object.keys(paths)).toEqual(['/v3/teas', '/v3/teas#v3']);
  });

  it('that differ only in a name stay two', async () => {
    const page = (name: string): string => writePage(`openapi/v3/teas/{${name}}.md`, { request: [`${name} {data-required} | string`] });
    const { paths } = await exportOf(`${page('tea_id')}\n${page('name')}`);
    expect(Object.keys(paths)).toEqual(['/v3/teas/{name}', '/v3/teas/{tea_id}']);
  });
});

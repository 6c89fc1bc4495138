import { describe, expect, it } from 'vitest';
import { respond, type Platform } from '../../generator/mock/respond.js';
import type { Operation } from '../../generator/model/api.js';
import { parseJson, type JsonObject } from '../../templates/testing/json.js';
import { makeKeys } from '../../templates/testing/keys.js';
import { openLayers } from '../../templates/testing/open-layers.js';
import type { OperationCase } from '../../templates/testing/operation-case.js';
import { isSignatureOf } from '../../templates/testing/rsa.js';
import { signParameters } from '../../templates/testing/sign-parameters.js';
import { parseXml } from '../../templates/testing/xml.js';
import { operationCase } from '../support/operation-case.js';
import { compile } from '../support/tester.js';
import { wireRequest, type Deviation } from '../support/wire-request.js';

const api = compile(`<!-- openapi/v3/teas/{tea_id}/cups.md -->
---
title: 泡茶
description: 泡一杯茶
---

# {{ $frontmatter.title }} {#post}

{{ $frontmatter.description }}

| 请求参数 | 类型 {.type} | 描述 {.desc}
| --- | --- | ---
| tea_id {data-required} | string | 茶的编号
| query {data-required} | object | 声明请求的查询参数
| limit {data-required data-indent=1} | integer | 上限
| json {data-required} | object | 声明请求的JSON数据结构
| size {data-required data-indent=1} | string | 杯子<br/>\`SMALL\` \\| \`LARGE\` 枚举值之一
| guest {data-required data-indent=1} | string {data-tooltip=微信支付公钥/平台证书加密后的BASE64字符串 data-encrypted=by-rsa-pubkey} | 客人
| sugars {data-indent=1} | object[] | 糖
| kind {data-required data-indent=2} | string | 种类
| cubes {data-required data-indent=2} | integer | 块数
| headers {data-required} | object | 声明请求的头参数
| Wechatpay-Serial {data-required data-indent=1} | string | 微信支付公钥ID/平台证书序列号

{.im-table #request}

| 返回字典 | 类型 {.type} | 描述 {.desc}
| --- | --- | ---
| tea_id {data-required} | string | 茶的编号
| guest {data-required} | string {data-tooltip=商户API证书对应的公钥加密后的BASE64字符串 data-encrypted=by-rsa-pubkey} | 客人
| state {data-required} | string | 状态<br/>\`BREWING\` \\| \`DONE\` 枚举值之一

{.im-table #response}

参阅 [官方文档](https://example.com/)
<!-- openapi/v2/tea/order.md -->
---
title: 订茶
description: 订一壶茶
---

# {{ $frontmatter.title }} {#post}

{{ $frontmatter.description }}

| 请求参数 | 类型 {.type} | 描述 {.desc}
| --- | --- | ---
| xml {data-required} | object | 声明请求的XML数据结构
| mch_id {data-required data-indent=1} | string | 商户号
| pots {data-required data-indent=1} | integer | 壶数
| coupon_$n {data-required data-indent=1} | string | 第n张券
| tray {data-required data-indent=1} | object | 托盘
| color {data-required data-indent=2} | string | 颜色
| pages {data-required data-indent=1} | integer[] | 页码
| state {data-required data-indent=1} | number | 状态码 \`20X\` \`4XX\` 枚举值之一

{.im-table #request}

| 返回字典 | 类型 {.type} | 描述 {.desc}
| --- | --- | ---
| return_code {data-required} | string | 返回状态码
| mch_id {data-required} | string | 商户号
| sign {data-required} | string | 签名

{.im-table #response}

参阅 [官方文档](https://example.com/)
<!-- openapi/v2/tea/token.md -->
---
title: 换凭证
description: 换取凭证
---

# {{ $frontmatter.title }} {#get}

{{ $frontmatter.description }}

| 请求参数 | 类型 {.type} | 描述 {.desc}
| --- | --- | ---
| query {data-required} | object | 查询参数
| code {data-required data-indent=1} | string | 代码

{.im-table #request}

::: code-group

\`\`\`php [同步声明式]
$response = $instance->chain('v2/tea/token')->get(['query' => ['code' => 'A']]);
print_r(json_decode((string) $response->getBody(), true));
\`\`\`

:::

| 返回字典 | 类型 {.type} | 描述 {.desc}
| --- | --- | ---
| token {data-required} | string | 凭证

{.im-table #response}

参阅 [官方文档](https://example.com/)
`);

const platform: Platform = { api, keys: makeKeys(), fixtures: new Map(), now: Date.now };
const { keys } = platform;
const v3 = caseOf('POST /v3/teas/{tea_id}/cups');
const v2 = caseOf('POST /v2/tea/order');

function caseOf(id: string): OperationCase {
  const operation = api.pages.flatMap(({ operations }) => operations).find((candidate: Operation) => candidate.id === id);
  if (operation === undefined) throw new Error(`There is no ${id}.`);
  return operationCase(operation);
}

/** The status and body of an answer. */
async function ask(
  operation: OperationCase,
  json: JsonObject = {},
  deviation: Deviation = {},
): Promise<{ status: number; body: unknown; headers: Readonly<Record<string, string>> }> {
  const group = operation.protocol === 'v3' ? 'json' : 'xml';
  const input = { ...operation.input, [group]: { ...(operation.input[group] as JsonObject), ...json } };
  const { status, body, headers } = await respond(wireRequest({ ...operation, input }, keys, deviation), platform);
  return { status, body: operation.protocol === 'v3' ? parseJson(String(body)) : { ...parseXml(String(body)) }, headers };
}

describe('the mock platform', () => {
  it('answers with values of the request where it has the same field, and with stable ones elsewhere', async () => {
    const { status, body } = await ask(v3, { guest: 'a guest of honour' });
    expect(status).toBe(200);
    expect(openLayers(body as JsonObject, [{ at: 'guest', by: 'by-rsa-pubkey', key: 'merchant' }], keys)).toEqual({
      value: { tea_id: 'some-tea-id', guest: 'a guest of honour', state: 'BREWING' },
      faults: [],
    });
  });

  it('signs what it answers', async () => {
    const { body, headers } = await ask(v3);
    const message = `${headers['Wechatpay-Timestamp']}\n${headers['Wechatpay-Nonce']}\n${JSON.stringify(body)}\n`;
    expect(isSignatureOf(headers['Wechatpay-Signature'] ?? '', message, keys.platform.publicKey)).toBe(true);
  });

  it.each<[string, JsonObject, string, string, number]>([
    ['a missing field', { size: null }, '/size', 'is required', 16],
    ['a value that is not listed', { size: 'HUGE' }, '/size', 'must be one of SMALL, LARGE', 16],
    ['another type', { sugars: [{ kind: 'candy', cubes: 'two' }] }, '/sugars/0/cubes', 'must be an integer', 20],
    ['an object for a list', { sugars: {} }, '/sugars', 'must be a list', 18],
  ])('refuses %s and names the row of the page', async (_what, json, field, issue, line) => {
    expect(await ask(v3, json)).toMatchObject({
      status: 400,
      body: {
        code: 'PARAM_ERROR',
        message: `${field} ${issue}`,
        detail: { field, issue, location: 'body', page: 'openapi/v3/teas/{tea_id}/cups.md', line },
      },
    });
  });

  it.each<[string, Deviation, string]>([
    ['a body that was not signed', { body: '{}' }, 'the signature does not match what was sent'],
    ['a clock that is 301 s slow', { clock: -301 }, 'more than 300 s off'],
    ['a clock that is 301 s fast', { clock: 302 }, 'more than 300 s off'],
    ['no signature', { headers: { authorization: '' } }, 'Authorization header'],
    ['a platform key that it does not have', { headers: { 'wechatpay-serial': 'X' } }, 'Wechatpay-Serial is not'],
  ])('refuses %s with 401', async (_what, deviation, message) => {
    expect(await ask(v3, {}, deviation)).toMatchObject({
      status: 401,
      body: { code: 'SIGN_ERROR', message: expect.stringContaining(message) },
    });
  });

  it('refuses plain text where cipher text belongs', async () => {
    const plain = { ...v3, layers: [] };
    expect(await ask(plain)).toMatchObject({
      status: 400,
      body: {
        code: 'PARAM_ERROR',
        message: '/guest is not by-rsa-pubkey for the platform key',
        detail: {
          field: '/guest',
          issue: 'is not by-rsa-pubkey for the platform key',
          location: 'body',
          page: 'openapi/v3/teas/{tea_id}/cups.md',
          line: 17,
        },
      },
    });
  });

  it('reads numbers in a query from their text', async () => {
    const wrong = { ...v3, input: { ...v3.input, query: { limit: 'many' } } };
    expect(await ask(wrong)).toMatchObject({ status: 400, body: { detail: { field: '/limit', location: 'query' } } });
  });

  it('says which address no page describes', async () => {
    expect(await ask({ ...v3, path: '/v3/coffees' })).toMatchObject({
      status: 404,
      body: { code: 'RESOURCE_NOT_EXISTS', message: 'No page describes POST /v3/coffees.' },
    });
  });

  it('answers 404 also where no segment tells the protocol', async () => {
    const { status, body } = await respond({ method: 'GET', target: '/coffees', headers: {}, body: Buffer.alloc(0) }, platform);
    expect([status, { ...parseXml(String(body)) }]).toEqual([
      404,
      { return_code: 'FAIL', return_msg: 'RESOURCE_NOT_EXISTS: No page describes GET /coffees.' },
    ]);
  });

  it('fails when a header asks for it', async () => {
    expect(await ask(v3, {}, { headers: { 'mock-error': '403-NOT_ENOUGH' } })).toMatchObject({ status: 403, body: { code: 'NOT_ENOUGH' } });
    expect(await ask(v2, {}, { headers: { 'mock-error': '500-SYSTEM_ERROR' } })).toMatchObject({ body: { return_code: 'FAIL' } });
  });

  it('answers late when a header asks for it', async () => {
    const answers: string[] = [];
    const late = ask(v3, {}, { headers: { 'mock-delay': '50' } }).then(() => answers.push('late'));
    await ask(v3).then(() => answers.push('at once'));
    await late;
    expect(answers).toEqual(['at once', 'late']);
  });

  it('answers what a fixture says', async () => {
    const fixtures = new Map([['v3/teas/{tea_id}/cups.post.json', { tea_id: 'T1', guest: 'of the fixture', state: 'DONE' }]]);
    const { body } = await respond(wireRequest(v3, keys), { ...platform, fixtures });
    const opened = openLayers(parseJson(String(body)) as JsonObject, [{ at: 'guest', by: 'by-rsa-pubkey', key: 'merchant' }], keys);
    expect(opened).toEqual({ value: { tea_id: 'T1', guest: 'of the fixture', state: 'DONE' }, faults: [] });
  });

  it('speaks XML in v2, signed in its sign element', async () => {
    const { body } = await ask(v2, { mch_id: '123' });
    const parameters = { return_code: 'SUCCESS', mch_id: '123' };
    expect(body).toEqual({ ...parameters, sign: signParameters(parameters, keys.apiKey, 'MD5') });
  });

  it('refuses in JSON where a page of v2 answers JSON', async () => {
    const request = { method: 'GET', target: '/tea/token', headers: { 'mock-error': '403-NO_AUTH' }, body: Buffer.alloc(0) };
    const { status, body } = await respond(request, platform);
    expect({ status, body: parseJson(String(body)) }).toMatchObject({ status: 403, body: { code: 'NO_AUTH' } });
  });

  it('takes numbered names of v2 for their row, and reads objects from their JSON', async () => {
    const given = caseOf('POST /v2/tea/order').input['xml'];
    expect(given).toMatchObject({ coupon_$n: [expect.any(String)], tray: { color: expect.any(String) } });
    expect(await ask(v2, { pages: [1, 2], state: 204 })).toMatchObject({ body: { return_code: 'SUCCESS' } });
    expect(await ask(v2, { pages: ['x'] })).toMatchObject({
      body: { return_msg: 'PARAM_ERROR: /pages/0 must be an integer (openapi/v2/tea/order.md:18)' },
    });
    expect(await ask(v2, { coupon_$n: ['a', 'b'] })).toMatchObject({ body: { return_code: 'SUCCESS' } });
    expect(await ask(v2, { coupon_$n: [] })).toMatchObject({
      body: { return_msg: 'PARAM_ERROR: /coupon_$n is required (openapi/v2/tea/order.md:15)' },
    });
    expect(await ask(v2, { tray: { color: 1 } })).toMatchObject({
      body: { return_msg: 'PARAM_ERROR: /tray/color must be a string (openapi/v2/tea/order.md:17)' },
    });
  });

  it('refuses v2 requests in the return code, with the row of the page', async () => {
    expect(await ask(v2, { pots: 'many' })).toMatchObject({
      body: { return_code: 'FAIL', return_msg: 'PARAM_ERROR: /pots must be an integer (openapi/v2/tea/order.md:14)' },
    });
    expect(await ask(v2, {}, { body: '<xml><mch_id>1</mch_id></xml>' })).toMatchObject({
      body: { return_msg: expect.stringContaining('SIGN_ERROR: there is no sign') },
    });
  });
});

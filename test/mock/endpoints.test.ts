import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startMock, type Mock } from '../../generator/mock/index.js';
import { call } from '../../templates/runtime/call.js';
import { type BillLink, downloadBill, downloadEncryptedBill, type EncryptedBillLink } from '../../templates/runtime/download-bill.js';
import { downloadCertificates } from '../../templates/runtime/download-certificates.js';
import { encryptField } from '../../templates/runtime/encrypt-field.js';
import { Merchant } from '../../templates/runtime/merchant.js';
import type { Operation } from '../../templates/runtime/operation.js';
import { receiveJson } from '../../templates/runtime/receive-json.js';
import { sendJson } from '../../templates/runtime/send-json.js';
import type { Settings } from '../../templates/runtime/settings.js';
import { testStream } from '../../templates/testing/make-answer.js';
import { compile } from '../support/tester.js';

const api = compile(`<!-- openapi/v3/tea/bill.md -->
---
title: 茶钱
description: 申请账单
---

# {{ $frontmatter.title }} {#get}

{{ $frontmatter.description }}

| 请求参数 | 类型 {.type} | 描述 {.desc}
| --- | --- | ---
| query | object | 声明请求的查询参数
| tar_type {data-indent=1} | string | 压缩类型<br/>\`GZIP\` 枚举值

{.im-table #request}

| 返回字典 | 类型 {.type} | 描述 {.desc}
| --- | --- | ---
| hash_type {data-required} | string | 哈希类型
| hash_value {data-required} | string | 哈希值
| download_url {data-required} | string | 账单下载地址

{.im-table #response}

参阅 [官方文档](https://example.com/)
<!-- openapi/v3/tea/parts.md -->
---
title: 茶钱
description: 申请加密账单
---

# {{ $frontmatter.title }} {#get}

{{ $frontmatter.description }}

| 请求参数 | 类型 {.type} | 描述 {.desc}
| --- | --- | ---
| query | object | 声明请求的查询参数
| tar_type {data-indent=1} | string | 压缩类型<br/>\`GZIP\` 枚举值

{.im-table #request}

| 返回字典 | 类型 {.type} | 描述 {.desc}
| --- | --- | ---
| download_bill_list | object[] | 下载信息明细
| bill_sequence {data-required data-indent=1} | integer | 账单文件序号
| download_url {data-required data-indent=1} | string | 下载地址
| encrypt_key {data-required data-indent=1} | string | 加密密钥
| hash_type {data-required data-indent=1} | string | 哈希类型<br/>\`SHA256\` 枚举值
| hash_value {data-required data-indent=1} | string | 哈希值
| nonce {data-required data-indent=1} | string | 随机字符串

{.im-table #response}

参阅 [官方文档](https://example.com/)
<!-- openapi/v3/tea/guests.md -->
---
title: 请客
description: 请一位客人
---

# {{ $frontmatter.title }} {#post}

{{ $frontmatter.description }}

| 请求参数 | 类型 {.type} | 描述 {.desc}
| --- | --- | ---
| json {data-required} | object | 声明请求的JSON数据结构
| guest {data-required data-indent=1} | string {data-tooltip=微信支付公钥/平台证书加密后的BASE64字符串 data-encrypted=by-rsa-pubkey} | 客人

{.im-table #request}

| 返回字典 | 类型 {.type} | 描述 {.desc}
| --- | --- | ---
| seat {data-required} | integer | 座位

{.im-table #response}

参阅 [官方文档](https://example.com/)
`);

let mock: Mock;

beforeAll(async () => {
  mock = await startMock(api);
});
afterAll(() => mock.close());

/** A client of the mock platform; what is given wins. */
function merchant(given: Partial<Settings> = {}): Merchant {
  return new Merchant({ ...mock.settings, ...given });
}

/** As emitted for the pages above, less the checks. */
function operation(method: Operation['method'], path: string, more: Partial<Operation> = {}): Operation {
  return { id: `${method} ${path}`, method, path, validate: () => undefined, send: sendJson, receive: receiveJson, ...more };
}

describe('the certificates of the mock platform', () => {
  const byCertificate = { platformKeys: undefined, certificates: downloadCertificates };

  it('let a client without public key send encrypted fields and prove answers', async () => {
    const guests = operation('POST', '/v3/tea/guests', { seal: [['json.guest', encryptField]] });
    const { data } = await call(merchant(byCertificate), guests, { json: { guest: 'a guest of honour' } });
    expect(data).toMatchObject({ seat: expect.any(Number) });
  });

  it('are good now and for years', async () => {
    const [certificate] = await downloadCertificates(merchant(byCertificate));
    expect(certificate?.serial).toMatch(/^[0-9A-F]{40}$/);
    expect(certificate?.from).toBeLessThan(Date.now());
    expect(certificate?.to).toBeGreaterThan(Date.now() + 365 * 24 * 60 * 60_000);
  });

  it('are sealed with the APIv3 key', async () => {
    await expect(downloadCertificates(merchant({ ...byCertificate, apiV3Key: 'x'.repeat(32) }))).rejects.toMatchObject({
      name: 'DecryptError',
    });
  });

  it('come signed with the key that the caller names', async () => {
    const { data } = await call(merchant(), operation('GET', '/v3/certificates'), {});
    expect(data).toMatchObject({ data: [{ serial_no: expect.any(String) }] });
  });

  it('are for the merchant only', async () => {
    const { status } = await fetch(`${mock.origin}/v3/certificates`);
    expect(status).toBe(401);
  });
});

describe('a bill that the mock platform announces', () => {
  it.each([undefined, 'GZIP'])('can be downloaded (tar_type %s)', async (tar_type) => {
    const { data } = await call<BillLink>(merchant(), operation('GET', '/v3/tea/bill'), { query: { tar_type } });
    expect(data.hash_type).toBe('SHA1');
    expect(await new Response(await downloadBill(merchant(), data)).text()).toBe(testStream);
  });

  it.each([undefined, 'GZIP'])('can be downloaded in encrypted parts (tar_type %s)', async (tar_type) => {
    const { data } = await call<{ download_bill_list: EncryptedBillLink[] }>(merchant(), operation('GET', '/v3/tea/parts'), {
      query: { tar_type },
    });
    const links = data.download_bill_list;
    expect(links.map(({ hash_type }) => hash_type)).toContain('SHA256');
    expect(await new Response(await downloadEncryptedBill(merchant(), links)).text()).toBe(testStream.repeat(links.length));
  });

  it('is packed where the call says so', async () => {
    const { data } = await call<BillLink>(merchant(), operation('GET', '/v3/tea/bill'), { query: { tar_type: 'GZIP' } });
    const page = new URL(data.download_url);
    const file = operation('GET', page.pathname, {
      receive: async (_merchant, _operation, response) => new Uint8Array(await response.arrayBuffer()),
    });
    const { data: bytes } = await call<Uint8Array>(merchant(), file, { query: Object.fromEntries(page.searchParams) });
    expect([...bytes.subarray(0, 2)]).toEqual([0x1f, 0x8b]);
  });

  it('is what a fixture says where there is one', async () => {
    const link = { hash_type: 'SHA1', hash_value: 'ab', download_url: 'https://example.com/bill' };
    const own = await startMock(api, { keys: mock.keys, fixtures: new Map([['v3/tea/bill.get.json', link]]) });
    const { data } = await call(merchant({ baseUrl: own.origin }), operation('GET', '/v3/tea/bill'), {});
    await own.close();
    expect(data).toEqual(link);
  });
});

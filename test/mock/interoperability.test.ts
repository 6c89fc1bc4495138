import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Multipart, Rsa, Wechatpay } from 'wechatpay-axios-plugin';
import { startMock, type Mock } from '../../generator/mock/index.js';
import { assembleApi } from '../../generator/model/assemble-api.js';
import { privatePem, publicPem } from '../../templates/testing/keys.js';
import { listPages, readTreePage } from '../support/page-tree.js';

let mock: Mock;

beforeAll(async () => {
  const { api } = assembleApi(listPages('specs').flatMap((file) => readTreePage('specs', file).model ?? []));
  mock = await startMock(api);
});
afterAll(() => mock.close());

/** The community's own client, told no more than the mock server prints. */
function client(): Wechatpay {
  const { keys, origin } = mock;
  return new Wechatpay({
    mchid: keys.mchid,
    serial: keys.merchantSerial,
    privateKey: privatePem(keys.merchant.privateKey),
    certs: { [keys.platformSerial]: publicPem(keys.platform.publicKey) },
    secret: keys.apiKey,
    baseURL: `${origin}/`,
  });
}

describe('wechatpay-axios-plugin as client of the mock platform', () => {
  it('queries an order (v3)', async () => {
    const options = { params: { mchid: mock.keys.mchid }, transaction_id: '4200000001' } as object;
    const { status, data } = await client().chain('v3/pay/transactions/id/{transaction_id}').get(options);
    expect([status, data]).toMatchObject([200, { transaction_id: '4200000001' }]);
  });

  it('sends and gets encrypted fields (v3)', async () => {
    const { keys } = mock;
    const order = { mchid: keys.mchid, out_request_no: 'R1', reduction_type: 'JUDICIAL_DEDUCTION', amount: 1 };
    const json = { ...order, bal_account_no: Rsa.encrypt('ledger 4711', publicPem(keys.platform.publicKey)) };
    const { data } = await client()
      .chain('v3/aggracct-bc/wb-channel/special-reduction')
      .post(json as object, { headers: { 'Wechatpay-Serial': keys.platformSerial } });
    expect(data).toMatchObject({ out_request_no: 'R1' });
    // Their types say nothing of answers.
    const { bal_account_no: cipher } = data as { readonly bal_account_no: string };
    expect(Rsa.decrypt(cipher, privatePem(keys.merchant.privateKey))).toBe('ledger 4711');
  });

  it('is told where the page says otherwise (v3)', async () => {
    const call = client()
      .chain('v3/pay/transactions/jsapi')
      .post({ appid: 'wx1' } as object);
    await expect(call).rejects.toMatchObject({
      response: {
        status: 400,
        data: { code: 'PARAM_ERROR', detail: { page: 'openapi/v3/pay/transactions/jsapi.md', line: expect.any(Number) } },
      },
    });
  });

  it('uploads an image (v3)', async () => {
    const file = Buffer.from('bytes');
    const meta = { filename: 'a.png', sha256: createHash('sha256').update(file).digest('hex') };
    const form = new Multipart();
    form.append('meta', JSON.stringify(meta), undefined as never);
    form.append('file', file, 'a.png');
    const { data } = await client()
      .chain('v3/merchant/media/upload')
      .post(form.getBuffer() as object, { meta, headers: form.getHeaders() } as object);
    expect(data).toEqual({ media_id: 'some-media-id' });
  });

  it.each(['MD5', 'HMAC-SHA256'])('queries an order with the sign type %s (v2)', async (sign_type) => {
    const xml = { appid: 'wx1', mch_id: mock.keys.mchid, transaction_id: '1', out_trade_no: '2', sign_type };
    const { data } = await client()
      .chain('v2/pay/orderquery')
      .post(xml as object);
    expect(data).toMatchObject({ return_code: 'SUCCESS', result_code: 'SUCCESS', out_trade_no: '2' });
  });
});

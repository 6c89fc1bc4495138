import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { keepKeys, readFixtures, startMock } from '../../generator/mock/index.js';
import { assembleApi } from '../../generator/model/assemble-api.js';
import { Merchant } from '../../templates/runtime/merchant.js';
import { openNotice } from '../../templates/runtime/open-notice.js';
import { publicPem } from '../../templates/testing/keys.js';
import { startServer } from '../../templates/testing/server.js';
import type { ArrivedRequest } from '../../templates/testing/arrived-request.js';
import { readTreePage } from '../support/page-tree.js';
import { webhook } from '../templates/exemplar/webhook.js';

const { api } = assembleApi(
  ['webhook/v3/REFUND.SUCCESS.md', 'webhook/v2/refund-processed.md'].flatMap((file) => readTreePage('specs', file).model ?? []),
);
// Making RSA keys takes its time on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'docwright-mock-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('startMock', () => {
  it('tells the settings that a client takes', async () => {
    const mock = await startMock(api);
    await mock.close();
    expect(mock.settings.baseUrl).toBe(`${mock.origin}/`);
    expect(new Merchant(mock.settings).mchid).toBe(mock.keys.mchid);
  });

  it('posts notifications that the merchant can open', async () => {
    let arrived: ArrivedRequest | undefined;
    const receiver = await startServer((request) => {
      arrived = request;
      return { status: 200, headers: {}, body: 'read' };
    });
    const mock = await startMock(api);
    const delivery = await mock.sendWebhook('REFUND.SUCCESS', receiver.origin);
    await Promise.all([mock.close(), receiver.close()]);
    expect(delivery).toEqual({ id: 'WEBHOOK v3/REFUND.SUCCESS', status: 200, reply: 'read' });
    expect(await openNotice(new Merchant(mock.settings), webhook, arrived?.body ?? '', arrived?.headers ?? {})).toMatchObject({
      event_type: 'REFUND.SUCCESS',
      resource: { ciphertext: { refund_status: 'SUCCESS' } },
    });
  });

  it('puts values of a fixture into a notification, and leaves the others', async () => {
    let arrived: ArrivedRequest | undefined;
    const receiver = await startServer((request) => {
      arrived = request;
      return { status: 204, headers: {}, body: '' };
    });
    const values = { summary: 'of the fixture', resource: { ciphertext: { out_refund_no: 'R1' } } };
    const mock = await startMock(api, { fixtures: new Map([['webhook/v3/REFUND.SUCCESS.json', values]]) });
    await mock.sendWebhook('REFUND.SUCCESS', receiver.origin);
    await Promise.all([mock.close(), receiver.close()]);
    expect(await openNotice(new Merchant(mock.settings), webhook, arrived?.body ?? '', arrived?.headers ?? {})).toMatchObject({
      summary: 'of the fixture',
      resource: { ciphertext: { out_refund_no: 'R1', refund_status: 'SUCCESS' } },
    });
  });

  it('knows only the notifications of the pages', async () => {
    const mock = await startMock(api);
    expect(await mock.sendWebhook('COFFEE.READY', mock.origin)).toBeUndefined();
    expect(await mock.sendWebhook('v2/refund-processed', mock.origin)).toMatchObject({
      reply: expect.stringContaining('No page describes POST /.'),
    });
    await mock.close();
  });
});

describe('keepKeys', () => {
  it('makes keys once and finds them again', () => {
    const file = join(folder, 'keys.json');
    const made = keepKeys(file);
    const found = keepKeys(file);
    expect(publicPem(found.platform.publicKey)).toBe(publicPem(made.platform.publicKey));
    expect(found).toMatchObject({ mchid: made.mchid, merchantSerial: made.merchantSerial, apiV3Key: made.apiV3Key, apiKey: made.apiKey });
    expect(readFileSync(file, 'utf8')).toContain(made.platformSerial);
  });

  it('says what to do about a file that holds something else', () => {
    const file = join(folder, 'keys.json');
    writeFileSync(file, '{}');
    expect(() => keepKeys(file)).toThrow('remove it to have new ones made');
  });
});

describe('readFixtures', () => {
  it('names them by their path', () => {
    writeFileSync(join(folder, 'a.get.json'), '{"b":1}');
    expect([...readFixtures(folder)]).toEqual([['a.get.json', { b: 1 }]]);
  });

  it('refuses what is no object', () => {
    writeFileSync(join(folder, 'a.get.json'), '[]');
    expect(() => readFixtures(folder)).toThrow('is not a JSON object');
  });
});

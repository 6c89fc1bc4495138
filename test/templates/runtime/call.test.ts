import { describe, expect, it } from 'vitest';
import { call } from '../../../templates/runtime/call.js';
import { ApiError } from '../../../templates/runtime/errors.js';
import { explainRefusal } from '../../../templates/runtime/explain-refusal.js';
import { fetchWithBody } from '../../../templates/runtime/fetch-over-node.js';
import { fetchWithCertificate } from '../../../templates/runtime/fetch-with-certificate.js';
import type { LogEntry } from '../../../templates/runtime/log-entry.js';
import type { CallOptions, Operation } from '../../../templates/runtime/operation.js';
import type { Settings } from '../../../templates/runtime/settings.js';
import { readRequest, type ArrivedRequest } from '../../../templates/testing/arrived-request.js';
import { makeRsaPair, publicPem } from '../../../templates/testing/keys.js';
import { decryptRsa } from '../../../templates/testing/rsa.js';
import { signAnswer } from '../../../templates/testing/sign-answer.js';
import { verifyRequest } from '../../../templates/testing/verify-request.js';
import { fakeMerchant, keys, patientClock, settings } from '../../support/fake-merchant.js';
import { withRawServer } from '../../support/raw-server.js';
import { post, postOperation, type PostInput } from '../exemplar/special-reduction.js';

const input: PostInput = {
  json: { mchid: keys.mchid, bal_account_no: 'text', out_request_no: 'R1', reduction_type: 'JUDICIAL_DEDUCTION', amount: 1 },
};

interface Sent {
  readonly url: string;
  readonly headers: Record<string, string>;
  readonly body: string;
}

type Step =
  { readonly status: number; readonly body?: string; readonly headers?: Record<string, string> } | { readonly throws: string | Error };

/** Plays the network: one step per attempt. */
function network(...steps: readonly Step[]) {
  const sent: Sent[] = [];
  const play: typeof fetch = async (url, init) => {
    const step = steps[sent.length] ?? { status: 500 };
    const headers = Object.fromEntries(new Headers(init?.headers));
    sent.push({ url: String(url), headers, body: Buffer.from((init?.body ?? '') as Uint8Array).toString() });
    if ('throws' in step) {
      const cause = typeof step.throws === 'string' ? Object.assign(new Error('socket'), { code: step.throws }) : step.throws;
      throw new TypeError('fetch failed', { cause });
    }
    const { headers: signed, body } = signAnswer(step.body ?? '{}', { keys, now: Math.floor(Date.now() / 1000) });
    return new Response(body, { status: step.status, headers: { ...signed, ...step.headers } });
  };
  return { sent, fetch: play };
}

function unsafe(): Operation {
  const { idempotentBy: _, ...operation } = postOperation;
  return operation;
}

async function outcomeOf(
  operation: Operation,
  steps: readonly Step[],
  { settings = {}, options = {} }: { settings?: Partial<Settings>; options?: CallOptions } = {},
) {
  const { sent, fetch } = network(...steps);
  const clock = patientClock();
  const result = await call(fakeMerchant({ fetch, clock, ...settings }), operation, input, options).then(
    () => 'done',
    (error: { name: string; outcome: string }) => `${error.name} ${error.outcome}`,
  );
  return { result, sent, waits: clock.waits };
}

const good: Step = { status: 200 };
const refused: Step = { throws: 'ECONNREFUSED' };
const reset: Step = { throws: 'ECONNRESET' };

/** As Node throws it for a host with several addresses. */
const noAddress = Object.assign(new AggregateError([]), { code: 'ETIMEDOUT' });

describe('repeating a write', () => {
  it.each<[string, Operation, readonly Step[], string, number]>([
    ['nothing was sent', unsafe(), [refused, { throws: 'ENOTFOUND' }, good], 'done', 3],
    ['no address of the host answered', unsafe(), [{ throws: noAddress }, good], 'done', 2],
    ['there was no handshake', unsafe(), [{ throws: 'ERR_SSL_SSLV3_ALERT_HANDSHAKE_FAILURE' }, good], 'done', 2],
    ['the certificate of the server is wrong', unsafe(), [{ throws: 'CERT_HAS_EXPIRED' }, good], 'done', 2],
    ['the platform wants it slower', unsafe(), [{ status: 429 }, good], 'done', 2],
    ['the merchant number makes it safe', postOperation, [reset, { status: 502 }, good], 'done', 3],
  ])('happens when %s', async (_, operation, steps, want, attempts) => {
    const { result, sent } = await outcomeOf(operation, steps);
    expect(result).toBe(want);
    expect(sent).toHaveLength(attempts);
  });

  it.each<[string, Operation, readonly Step[], string]>([
    ['it may have been carried out', unsafe(), [reset, good], 'ConnectionError unknown'],
    ['the encryption broke', unsafe(), [{ throws: 'ERR_SSL_BAD_RECORD_MAC' }, good], 'ConnectionError unknown'],
    ['the platform failed', unsafe(), [{ status: 500 }, good], 'ApiError unknown'],
    ['it was refused', postOperation, [{ status: 400 }, good], 'ApiError refused'],
    [
      'the answer proves nothing',
      postOperation,
      [{ status: 200, headers: { 'Wechatpay-Serial': 'other' } }, good],
      'SignatureError unknown',
    ],
  ])('does not happen when %s', async (_, operation, steps, want) => {
    const { result, sent } = await outcomeOf(operation, steps);
    expect(result).toBe(want);
    expect(sent).toHaveLength(1);
  });

  it('happens with an Idempotency-Key', async () => {
    const { result } = await outcomeOf(unsafe(), [reset, good], { options: { headers: { 'Idempotency-Key': 'k1' } } });
    expect(result).toBe('done');
  });

  it('sends the same bytes with a signature of its own', async () => {
    const { sent } = await outcomeOf(postOperation, [reset, good]);
    const [first, second] = sent;
    expect(second?.body).toBe(first?.body);
    expect(second?.headers['authorization']).not.toBe(first?.headers['authorization']);
  });

  it('leaves the call in doubt once one attempt was in doubt', async () => {
    expect((await outcomeOf(postOperation, [reset, refused, refused])).result).toBe('ConnectionError unknown');
    expect((await outcomeOf(postOperation, [reset, { status: 400 }])).result).toBe('ApiError unknown');
    expect((await outcomeOf(postOperation, [refused, refused, refused])).result).toBe('ConnectionError not-sent');
  });

  it('ends after the number of retries asked for', async () => {
    expect((await outcomeOf(postOperation, [reset, reset, reset, good])).sent).toHaveLength(3);
    expect((await outcomeOf(postOperation, [reset, good], { options: { retries: 0 } })).sent).toHaveLength(1);
    expect((await outcomeOf(postOperation, [reset, good], { settings: { retries: 0 } })).sent).toHaveLength(1);
  });

  it('waits longer each time, and as long as the platform asks', async () => {
    const { waits } = await outcomeOf(postOperation, [reset, reset, good]);
    expect(waits[0]).toBeGreaterThan(374);
    expect(waits[0]).toBeLessThanOrEqual(500);
    expect(waits[1]).toBeGreaterThan(749);
    expect(waits[1]).toBeLessThanOrEqual(1000);
    expect((await outcomeOf(postOperation, [{ status: 429, headers: { 'Retry-After': '3' } }, good])).waits).toEqual([3000]);
  });

  it('does not wait beyond the time of the call', async () => {
    const { result, waits } = await outcomeOf(postOperation, [{ status: 429, headers: { 'Retry-After': '31' } }, good]);
    expect(result).toBe('ApiError refused');
    expect(waits).toEqual([]);
  });
});

describe('a signal that has ended before the call', () => {
  // A send that waits for nothing is the harder case.
  const send: Operation['send'] = async () => ({ url: new URL('https://example.com/'), headers: {}, signedBody: '' });

  it.each([postOperation, { ...postOperation, send }])('keeps it from being sent, case %#', async (operation) => {
    const { result, sent } = await outcomeOf(operation, [good], { options: { signal: AbortSignal.abort('enough') } });
    expect(result).toBe('AbortError not-sent');
    expect(sent).toEqual([]);
  });
});

describe('the stand-by host', () => {
  const hosts = (sent: readonly Sent[]) => sent.map(({ url }) => new URL(url).host);

  it('takes over on a connection error, and gives back after some minutes', async () => {
    const { sent, fetch } = network(refused, good, good, good);
    let now = Date.now();
    const merchant = fakeMerchant({ fetch, clock: patientClock(() => now) });
    await post(merchant, input);
    await post(merchant, input);
    now += 299_000;
    expect(hosts(sent)).toEqual(['api.mch.weixin.qq.com', 'api2.mch.weixin.qq.com', 'api2.mch.weixin.qq.com']);
    now += 2_000;
    await post(merchant, input).catch(() => undefined);
    expect(hosts(sent).at(-1)).toBe('api.mch.weixin.qq.com');
  });

  it('does not take over on a status', async () => {
    expect(hosts((await outcomeOf(postOperation, [{ status: 503 }, good])).sent)).toEqual([
      'api.mch.weixin.qq.com',
      'api.mch.weixin.qq.com',
    ]);
  });

  it("does not take over from an address of one's own", async () => {
    const { sent } = await outcomeOf(postOperation, [refused, good], { settings: { baseUrl: 'https://proxy.example.com' } });
    expect(hosts(sent)).toEqual(['proxy.example.com', 'proxy.example.com']);
  });
});

describe('headers', () => {
  it('are supplied, overridden and added, but never the Authorization', async () => {
    const { sent, fetch } = network(good);
    const headers = { authorization: 'mine', 'X-Trace': 't1' };
    await post(fakeMerchant({ fetch }), { ...input, headers: { 'Wechatpay-Serial': keys.platformSerial } }, { headers });
    expect(sent[0]?.headers).toMatchObject({
      accept: 'application/json',
      'content-type': 'application/json',
      'wechatpay-serial': keys.platformSerial,
      'x-trace': 't1',
      authorization: expect.stringMatching(/^WECHATPAY2-SHA256-RSA2048 mchid="/),
    });
  });

  it('that cannot be sent are refused before sending, without being quoted', async () => {
    const error: unknown = await post(fakeMerchant(), input, { headers: { 'X-Name': '名 secret' } }).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ name: 'ValidationError', message: expect.not.stringContaining('secret') });
  });

  it('name a key that must be there for encrypted fields', async () => {
    await expect(post(fakeMerchant(), { ...input, headers: { 'Wechatpay-Serial': 'PUB_KEY_ID_9' } })).rejects.toMatchObject({
      name: 'ConfigError',
    });
  });

  it('name the key that encrypts, however they are written', async () => {
    const other = makeRsaPair();
    const platformKeys = { ...settings.platformKeys, PUB_KEY_ID_9: publicPem(other.publicKey) };
    const { sent, fetch } = network(good);
    const twice = { ...input, headers: { 'Wechatpay-Serial': keys.platformSerial } };
    await post(fakeMerchant({ fetch, platformKeys }), twice, { headers: { 'wechatpay-serial': 'PUB_KEY_ID_9' } });
    const { bal_account_no: cipher } = JSON.parse(sent[0]?.body ?? '') as { bal_account_no: string };
    expect(sent[0]?.headers['wechatpay-serial']).toBe('PUB_KEY_ID_9');
    expect(decryptRsa(cipher, other.privateKey)).toBe(input.json.bal_account_no);
  });
});

describe('a value outside of a closed list', () => {
  // The compiler refuses it; programs without types do not.
  const odd = { json: { ...input.json, reduction_type: 'NEW_TYPE' as 'JUDICIAL_DEDUCTION' } };

  it('is refused', async () => {
    const wrong = post(fakeMerchant(), odd);
    await expect(wrong).rejects.toMatchObject({ name: 'ValidationError', issues: [{ pointer: '/json/reduction_type', kind: 'enum' }] });
    await expect(wrong).rejects.not.toThrow('NEW_TYPE');
  });

  it('is sent and reported where the merchant says so', async () => {
    const { sent, fetch } = network(good);
    const unknown: object[] = [];
    await post(fakeMerchant({ fetch, unknownRequestEnum: 'report', onUnknown: (found) => unknown.push(found) }), odd);
    expect(sent[0]?.body).toContain('NEW_TYPE');
    expect(unknown).toEqual([{ operation: postOperation.id, side: 'request', kind: 'value', pointer: '/json/reduction_type' }]);
  });

  it('does not excuse other issues', async () => {
    const wrong = { json: { ...odd.json, amount: 1.5 } };
    await expect(post(fakeMerchant({ unknownRequestEnum: 'report' }), wrong)).rejects.toMatchObject({
      name: 'ValidationError',
      issues: { length: 2 },
    });
  });
});

describe('explainRefusal', () => {
  it('shows the message that was signed, its line ends, and the clocks', async () => {
    const now = Date.now();
    const { fetch } = network({ status: 401, headers: { Date: new Date(now - 90_000).toUTCString() } });
    const error: unknown = await post(fakeMerchant({ fetch, clock: patientClock(() => now), nonce: () => 'N'.repeat(32) }), input).catch(
      (thrown: unknown) => thrown,
    );
    if (!(error instanceof ApiError)) throw new Error('an ApiError was expected');
    const text = explainRefusal(error);
    expect(text).toContain('  POST⏎\n  /v3/aggracct-bc/wb-channel/special-reduction⏎\n');
    expect(text).toContain(`  ${Math.floor(now / 1000)}⏎\n  ${'N'.repeat(32)}⏎\n  {"mchid":"${keys.mchid}"`);
    expect(text).toContain(`merchant ${keys.mchid}, certificate ${keys.merchantSerial}`);
    expect(text).toMatch(/(90|91) s ahead/);
    expect(text).not.toContain('signature=');
  });

  it('has nothing to say of other errors', async () => {
    const { fetch } = network({ status: 400 });
    const error: unknown = await post(fakeMerchant({ fetch }), input).catch((thrown: unknown) => thrown);
    expect(error instanceof ApiError && explainRefusal(error)).toBeUndefined();
  });
});

describe('the logger', () => {
  it('hears of attempts, answers, failures and retries', async () => {
    const log: LogEntry[] = [];
    const { fetch } = network(reset, { status: 200, headers: { 'Request-ID': 'R-1' } });
    await post(fakeMerchant({ fetch, logger: (entry) => log.push(entry) }), input);
    const common = { operation: postOperation.id };
    expect(log).toEqual([
      { ...common, event: 'attempt', host: 'api.mch.weixin.qq.com', attempt: 1 },
      { ...common, event: 'failure', host: 'api.mch.weixin.qq.com', attempt: 1, reason: 'ConnectionError unknown' },
      { ...common, event: 'retry', host: 'api.mch.weixin.qq.com', attempt: 1, delay: expect.any(Number) },
      { ...common, event: 'attempt', host: 'api2.mch.weixin.qq.com', attempt: 2 },
      { ...common, event: 'answer', host: 'api2.mch.weixin.qq.com', attempt: 2, status: 200, requestId: 'R-1' },
    ]);
  });
});

describe('a GET with a body', () => {
  const page = { ...postOperation, id: 'GET /v3/teas', method: 'GET', path: '/v3/teas' } as const;

  it.each([
    ['as its page says', fetchWithBody],
    ['also to a mock that is not asked for a certificate', fetchWithCertificate],
  ])('is sent %s, and what is sent is signed', async (_, transport) => {
    const arrived: ArrivedRequest[] = [];
    const { data } = await withRawServer(
      async (message, response) => {
        arrived.push(await readRequest(message));
        const { headers, body } = signAnswer('{"state":"SUCCESS"}', { keys, now: Math.floor(Date.now() / 1000) });
        response.writeHead(200, headers).end(body);
      },
      (baseUrl) => call(fakeMerchant({ baseUrl }), { ...page, transport }, input),
    );
    expect(data).toEqual({ state: 'SUCCESS' });
    const [request] = arrived;
    expect(request?.method).toBe('GET');
    expect(JSON.parse(String(request?.body))).toMatchObject({ out_request_no: 'R1' });
    expect(request && verifyRequest(request, { signedBody: request.body, keys, now: Math.floor(Date.now() / 1000) })).toEqual([]);
  });

  it('without one goes through the merchant', async () => {
    const { sent, fetch } = network(good);
    await call(fakeMerchant({ fetch }), { ...page, transport: fetchWithBody, validate: () => undefined }, {});
    expect(sent).toHaveLength(1);
  });
});

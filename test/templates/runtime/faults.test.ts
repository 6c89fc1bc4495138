import type { IncomingMessage, ServerResponse } from 'node:http';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import type { LogEntry } from '../../../templates/runtime/log-entry.js';
import type { Settings } from '../../../templates/runtime/settings.js';
import { privatePem } from '../../../templates/testing/keys.js';
import { signAnswer, type Tampering } from '../../../templates/testing/sign-answer.js';
import { fakeMerchant, keys, patientClock } from '../../support/fake-merchant.js';
import { withRawServer } from '../../support/raw-server.js';
import { saidBy } from '../../support/said.js';
import { post, type PostInput } from '../exemplar/special-reduction.js';

const plainText = '6222021234567890123';
const answerText = 'a plain text that the answer holds';

const input: PostInput = {
  json: { mchid: keys.mchid, bal_account_no: plainText, out_request_no: 'R1', reduction_type: 'JUDICIAL_DEDUCTION', amount: 1 },
};

const secrets = [
  plainText,
  answerText,
  keys.apiV3Key,
  keys.apiKey,
  ...privatePem(keys.merchant.privateKey).split('\n').slice(1, -2),
  'WECHATPAY2-SHA256-RSA2048',
];

type Listen = (request: IncomingMessage, response: ServerResponse, count: number) => void;

/** Calls a server that misbehaves; gives what was thrown, and looks for secrets in everything that was said. */
async function failure(listen: Listen, settings: Partial<Settings> = {}, signal?: AbortSignal) {
  const log: LogEntry[] = [];
  let count = 0;
  const error: unknown = await withRawServer(
    (request, response, number) => {
      count = number;
      listen(request, response, number);
    },
    (baseUrl) =>
      post(fakeMerchant({ baseUrl, retries: 0, logger: (entry) => log.push(entry), ...settings }), input, { signal }).then(
        () => undefined,
        (thrown: unknown) => thrown,
      ),
  );
  const said = saidBy(error, log);
  expect(secrets.filter((secret) => said.includes(secret))).toEqual([]);
  return { error, count };
}

/** When all answers are signed. */
const instant = Date.now();

function answering(body: string, tampering?: Tampering, headers: Record<string, string> = {}): Listen {
  return (request, response) => {
    request.resume();
    const signed = signAnswer(body, { keys, now: Math.floor(instant / 1000), tampering });
    response.writeHead(200, { ...signed.headers, 'Request-ID': 'R-1', ...headers }).end(signed.body);
  };
}

const status =
  (code: number, body: string, headers: Record<string, string> = {}): Listen =>
  (request, response) => {
    request.resume();
    response.writeHead(code, { 'Request-ID': 'R-1', ...headers }).end(body);
  };

const goodBody = JSON.stringify({ mchid: keys.mchid, reason: answerText });

describe('an answer that proves nothing', () => {
  it.each<[string, Tampering, string]>([
    ['was changed', 'body', 'does not match'],
    ['has the signature of another text', 'signature', 'does not match'],
    ['is signed wrongly on purpose', 'signtest', 'on purpose'],
    ['names a key that nobody knows', 'serial', 'unknown or no longer valid'],
    ['is 301 s old', 'old', '301 s ago'],
    ['is 301 s ahead', 'early', '-301 s ago'],
    ['carries no signature', 'unsigned', 'lacks'],
  ])('because it %s is a SignatureError of unknown outcome', async (_, tampering, message) => {
    const { error, count } = await failure(answering(goodBody, tampering), { retries: 2, clock: patientClock(() => instant) });
    expect(error).toMatchObject({
      name: 'SignatureError',
      outcome: 'unknown',
      requestId: 'R-1',
      message: expect.stringContaining(message),
    });
    expect(count).toBe(1);
  });
});

describe('an answer that is not all there', () => {
  it.each<[string, Listen]>([
    [
      'is cut off',
      (request, response) => {
        request.resume();
        response.writeHead(200, { 'Content-Length': '1000' });
        response.write(goodBody, () => response.destroy());
      },
    ],
    [
      'never came, the connection was reset',
      (request, response) => {
        request.on('end', () => response.destroy()).resume();
      },
    ],
    [
      'never came, the connection was reset before the body was read',
      (request) => {
        request.destroy();
      },
    ],
    [
      'is no HTTP',
      (request, response) => {
        request.resume();
        response.socket?.end('nonsense\r\n\r\n');
      },
    ],
  ])('because it %s is a ConnectionError of unknown outcome', async (_, listen) => {
    expect((await failure(listen)).error).toMatchObject({ name: 'ConnectionError', outcome: 'unknown' });
  });

  it('because nobody listens is a ConnectionError that sent nothing', async () => {
    const origin = await withRawServer(
      () => undefined,
      async (address) => address,
    );
    await expect(post(fakeMerchant({ baseUrl: origin, retries: 0 }), input)).rejects.toMatchObject({
      name: 'ConnectionError',
      outcome: 'not-sent',
    });
  });

  it.each([{ Expect: '100-continue' }, { 'Transfer-Encoding': 'chunked' }])(
    'is not reached with %o, which `fetch` refuses',
    async (headers) => {
      let count = 0;
      await withRawServer(
        () => void count++,
        (baseUrl) =>
          expect(post(fakeMerchant({ baseUrl, retries: 0 }), input, { headers })).rejects.toMatchObject({
            name: 'ConnectionError',
            outcome: 'not-sent',
          }),
      );
      expect(count).toBe(0);
    },
  );

  it('because it is slow is a TimeoutError of unknown outcome', async () => {
    const slow: Listen = (request, response) => {
      request.resume();
      response.writeHead(200);
      response.write('{');
    };
    expect((await failure(slow, { timeout: 60 })).error).toMatchObject({ name: 'TimeoutError', outcome: 'unknown' });
  });

  it('because the caller gave up is an AbortError with the reason of the caller', async () => {
    const controller = new AbortController();
    const { error } = await failure((request) => void request.resume().on('end', () => controller.abort('enough')), {}, controller.signal);
    expect(error).toMatchObject({ name: 'AbortError', outcome: 'unknown', cause: 'enough' });
  });

  it('is never asked for when the caller gave up before', async () => {
    const { error, count } = await failure(answering('{}'), {}, AbortSignal.abort());
    expect(error).toMatchObject({ name: 'AbortError', outcome: 'not-sent' });
    expect(count).toBe(0);
  });

  it('because it unpacks to more than memory should hold is a ConnectionError', async () => {
    const bomb = gzipSync(Buffer.alloc(64 * 1024 * 1024));
    const listen: Listen = (request, response) => {
      request.resume();
      response.writeHead(200, { 'Content-Encoding': 'gzip' }).end(bomb);
    };
    expect((await failure(listen)).error).toMatchObject({
      name: 'ConnectionError',
      outcome: 'unknown',
      message: expect.stringContaining('longer than'),
    });
  });
});

describe('a failure that was answered', () => {
  const detail = { field: '/json/amount', value: plainText, issue: 'too small', location: 'body' };

  it.each<[string, Listen, object]>([
    [
      'an error of the platform',
      status(400, JSON.stringify({ code: 'PARAM_ERROR', message: 'wrong', detail })),
      { status: 400, code: 'PARAM_ERROR', outcome: 'refused', message: expect.stringContaining('(/json/amount)') },
    ],
    [
      'a conflict',
      status(403, JSON.stringify({ code: 'NOT_ENOUGH', message: 'no money' })),
      { status: 403, code: 'NOT_ENOUGH', outcome: 'refused' },
    ],
    ['the page of a gateway', status(502, `<html><body>${plainText}</body></html>`), { status: 502, code: '', outcome: 'unknown' }],
    ['nothing', status(503, ''), { status: 503, code: '', outcome: 'unknown' }],
    ['a body of another shape', status(500, '["x"]'), { status: 500, code: '', outcome: 'unknown' }],
    ['a redirect, which is not followed', status(302, '', { Location: 'https://example.com/' }), { status: 302, outcome: 'unknown' }],
    [
      'too many requests',
      status(429, JSON.stringify({ code: 'FREQUENCY_LIMITED', message: 'slower' }), { 'Retry-After': '7' }),
      { status: 429, outcome: 'refused', retryAfter: 7000 },
    ],
  ])('with %s is an ApiError', async (_, listen, want) => {
    const { error } = await failure(listen);
    expect(error).toMatchObject({
      name: 'ApiError',
      requestId: 'R-1',
      operation: 'POST /v3/aggracct-bc/wb-channel/special-reduction',
      ...want,
    });
  });

  it('keeps the detail for who asks for it', async () => {
    const { error } = await failure(status(400, JSON.stringify({ code: 'PARAM_ERROR', message: 'wrong', detail })));
    expect(error).toHaveProperty('detail', detail);
  });
});

describe('a genuine answer', () => {
  it('whose field is encrypted for somebody else is a DecryptError', async () => {
    const body = JSON.stringify({ bal_account_no: Buffer.alloc(256, 7).toString('base64') });
    expect((await failure(answering(body))).error).toMatchObject({
      name: 'DecryptError',
      outcome: 'done',
      message: expect.stringContaining('/bal_account_no'),
    });
  });

  it('that is no JSON is a DecryptError', async () => {
    expect((await failure(answering(answerText))).error).toMatchObject({ name: 'DecryptError', outcome: 'done' });
  });

  it('with unknown fields and values is reported, not refused', async () => {
    const unknown: object[] = [];
    const body = JSON.stringify({ mchid: '1', state: 'BRAND_NEW', amount: '1', extra: { a: 1 } });
    const { data } = await withRawServer(answering(body), (baseUrl) =>
      post(fakeMerchant({ baseUrl, onUnknown: (found) => unknown.push(found) }), input),
    );
    expect(data).toEqual({ mchid: '1', state: 'BRAND_NEW', amount: '1', extra: { a: 1 } });
    const operation = 'POST /v3/aggracct-bc/wb-channel/special-reduction';
    expect(unknown).toEqual([
      { operation, side: 'response', kind: 'value', pointer: '/state' },
      { operation, side: 'response', kind: 'value', pointer: '/amount' },
      { operation, side: 'response', kind: 'field', pointer: '/extra' },
    ]);
  });

  it('is not lost to a logger that throws', async () => {
    const logger = () => {
      throw new Error('logger');
    };
    const { data } = await withRawServer(answering('{"mchid":"1"}'), (baseUrl) => post(fakeMerchant({ baseUrl, logger }), input));
    expect(data).toEqual({ mchid: '1' });
  });

  it('is waited for as long as a timer can, where more time is given', async () => {
    const { data } = await withRawServer(answering('{"mchid":"1"}'), (baseUrl) => post(fakeMerchant({ baseUrl, timeout: 1e12 }), input));
    expect(data).toEqual({ mchid: '1' });
  });

  it('is not lost to a hook that throws', async () => {
    const onUnknown = () => {
      throw new Error('hook');
    };
    const { data } = await withRawServer(answering('{"extra":1}'), (baseUrl) => post(fakeMerchant({ baseUrl, onUnknown }), input));
    expect(data).toEqual({ extra: 1 });
  });
});

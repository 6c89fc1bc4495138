import { describe, expect, it } from 'vitest';
import type { Operation } from '../../../templates/runtime/operation.js';
import { receiveJson, receiveUnsignedJson } from '../../../templates/runtime/receive-json.js';
import { sendJson } from '../../../templates/runtime/send-json.js';
import { signAnswer } from '../../../templates/testing/sign-answer.js';
import { fakeMerchant, keys } from '../../support/fake-merchant.js';

const operation: Operation = {
  id: 'GET /v3/teas',
  method: 'GET',
  path: '/v3/teas',
  validate: () => undefined,
  send: sendJson,
  receive: receiveJson,
};

describe.each([
  // What is signed was carried out; what is not may come from anybody.
  ['signed', receiveJson, { name: 'DecryptError', outcome: 'done' }],
  ['unsigned', receiveUnsignedJson, { name: 'SignatureError', outcome: 'unknown' }],
] as const)('an answer that is %s', (kind, receive, want) => {
  const receiveText = (text: string): Promise<unknown> => {
    const { headers } = signAnswer(text, { keys, now: Math.floor(Date.now() / 1000) });
    return receive(fakeMerchant(), operation, new Response(text, { headers: kind === 'signed' ? headers : {} }));
  };

  it('is read as JSON', async () => {
    expect(await receiveText('{"a":1}')).toEqual({ a: 1 });
  });

  it('and no JSON is refused', async () => {
    await expect(receiveText('nonsense')).rejects.toMatchObject({
      ...want,
      message: 'GET /v3/teas answered something that is not JSON',
    });
  });
});

it('an empty answer is nothing, if it is signed', async () => {
  const { headers } = signAnswer('', { keys, now: Math.floor(Date.now() / 1000) });
  expect(await receiveJson(fakeMerchant(), operation, new Response('', { headers }))).toBeUndefined();
  await expect(receiveJson(fakeMerchant(), operation, new Response(''))).rejects.toMatchObject({ name: 'SignatureError' });
});

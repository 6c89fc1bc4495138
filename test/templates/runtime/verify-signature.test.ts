import { describe, expect, it } from 'vitest';
import { verifySignature } from '../../../templates/runtime/verify-signature.js';
import { signText } from '../../../templates/testing/rsa.js';
import { signAnswer } from '../../../templates/testing/sign-answer.js';
import { fakeMerchant, keys, patientClock } from '../../support/fake-merchant.js';

const now = 1_700_000_000;
const merchant = fakeMerchant({ clock: patientClock(() => now * 1000) });
const body = Buffer.from('{"a":1}');

/** A message whose signature fits its other headers, whatever these are. */
function headersOf({ timestamp = String(now), nonce = 'n1', serial = keys.platformSerial } = {}): Record<string, string> {
  return {
    'Wechatpay-Timestamp': timestamp,
    'Wechatpay-Nonce': nonce,
    'Wechatpay-Serial': serial,
    'Wechatpay-Signature': signText(`${timestamp}\n${nonce}\n${body.toString()}\n`, keys.platform.privateKey),
    'Request-ID': 'R1',
  };
}

const verify = (headers: Record<string, string>, ...find: [] | [() => Promise<undefined>]) =>
  verifySignature(merchant, new Headers(headers), body, ...find);

it('takes what the platform signed', async () => {
  await expect(verify(headersOf())).resolves.toBeUndefined();
});

describe('refuses a message', () => {
  const fromUnknown = (serial: string) => `The platform key ${serial} is unknown or no longer valid; add it to \`platformKeys\``;
  const offBy = (difference: string) => `The message was signed ${difference} s ago by the clock of this machine, more than 300 s off`;

  it.each(['Timestamp', 'Nonce', 'Serial', 'Signature'])('without Wechatpay-%s, and with an empty one', async (name) => {
    const empty = { ...headersOf(name === 'Nonce' ? { nonce: '' } : {}), [`Wechatpay-${name}`]: '' };
    const { [`Wechatpay-${name}`]: _, ...without } = empty;
    for (const headers of [empty, without])
      await expect(verify(headers)).rejects.toMatchObject({ name: 'SignatureError', message: 'The message lacks a Wechatpay- header' });
  });

  it.each([
    ['in hexadecimal', `0x${now.toString(16)}`, offBy('0')],
    ['with an exponent', '1.7e9', offBy('0')],
    ['with words behind it', `${String(now)} s`, offBy('NaN')],
    ['of the last hour', String(now - 3600), offBy('3600')],
    ['that is to come', String(now + 3600), offBy('-3600')],
  ])('with a time %s, even if it is signed', async (_, timestamp, message) => {
    await expect(verify(headersOf({ timestamp }))).rejects.toMatchObject({ name: 'SignatureError', message });
  });

  it('signed by a key that is not known, and says which message it was', async () => {
    await expect(verify(headersOf({ serial: 'PUB_KEY_ID_9' }))).rejects.toMatchObject({
      name: 'SignatureError',
      message: fromUnknown('PUB_KEY_ID_9'),
      serial: 'PUB_KEY_ID_9',
      requestId: 'R1',
    });
  });

  it('whose key cannot be fetched, and says why', async () => {
    const cause = new Error('down');
    await expect(verify(headersOf(), () => Promise.reject(cause))).rejects.toMatchObject({
      name: 'SignatureError',
      message: `The platform key ${keys.platformSerial} cannot be fetched`,
      cause,
    });
  });

  it.each([
    ['signature', `The signature does not match the platform key ${keys.platformSerial}`],
    ['signtest', 'The signature is wrong on purpose, as a test of this machine'],
  ] as const)('with a wrong signature (%s)', async (tampering, message) => {
    const { headers } = signAnswer(body.toString(), { keys, now, tampering });
    await expect(verify(headers)).rejects.toMatchObject({ name: 'SignatureError', message });
  });
});

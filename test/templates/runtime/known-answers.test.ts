import { createSecretKey } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { openGcm } from '../../../templates/runtime/decrypt-gcm.js';
import { decryptEcb, ecbKey } from '../../../templates/runtime/decrypt-ecb.js';
import { encryptField } from '../../../templates/runtime/encrypt-field.js';
import { ValidationError } from '../../../templates/runtime/errors.js';
import { signParameters } from '../../../templates/runtime/sign-parameters.js';
import { verifySignature } from '../../../templates/runtime/verify-signature.js';
import { signAnswer } from '../../../templates/testing/sign-answer.js';
import { fakeMerchant, keys, patientClock } from '../../support/fake-merchant.js';

describe('v2 signs', () => {
  const parameters = {
    appid: 'wxd930ea5d5a258f4f',
    body: 'test',
    device_info: '1000',
    mch_id: '10000100',
    nonce_str: 'ibuaiVcKdpRxkhJA',
  };
  const key = createSecretKey(Buffer.from('192006250b4c09247ec02edce69f6a2d'));

  it.each([
    ['MD5', '9A0A8659F005D6984697E2CA0A9CF3B7'],
    ['HMAC-SHA256', '6A9AE1657590FD6257D693A078E1C3E4BB6BA4DC30B23E0EE2496E54170DACD6'],
  ] as const)('are the known ones with %s', (type, want) => {
    expect(signParameters(parameters, key, type)).toBe(want);
    expect(signParameters({ ...parameters, attach: '', sign: 'old' }, key, type)).toBe(want);
  });
});

describe('AES-256-GCM', () => {
  const key = createSecretKey(Buffer.from('0123456789abcdef0123456789abcdef'));
  const nonce = '0123456789ab';

  it.each([
    ['certificate', '4ouGGHn75Q2lqdFaelFzvBw7YyPYAQ0='],
    ['', '4ouGGHn75Vog6TDE8DBqgDMKPVYG4q0='],
    [undefined, '4ouGGHn75Vog6TDE8DBqgDMKPVYG4q0='],
  ])('opens the known box with associated data %j', (associatedData, ciphertext) => {
    expect(openGcm(key, { ciphertext, nonce, associatedData }).toString()).toBe('{"a":1}');
  });

  it('refuses every flipped bit', () => {
    const good = Buffer.from('4ouGGHn75Q2lqdFaelFzvBw7YyPYAQ0=', 'base64');
    for (let bit = 0; bit < good.length * 8; bit++) {
      const bad = Buffer.from(good);
      bad[bit >> 3] = (bad[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      expect(() => openGcm(key, { ciphertext: bad.toString('base64'), nonce, associatedData: 'certificate' })).toThrow();
    }
  });

  it('refuses a box that is shorter than a tag', () => {
    expect(() => openGcm(key, { ciphertext: 'AAAA', nonce, associatedData: '' })).toThrow();
  });
});

describe('the secret part of refund notices', () => {
  it('opens with the digest of the v2 API key', () => {
    const apiV2Key = 'exposed_your_key_here_have_risks';
    const ciphertext = 'nmd/lR0SpfZygMxtTm06aQNp7Px001O/bjVJt0/GAEAhjXdUWTRh+WqTeIBobdYSpA3xpJ/151qo3Dp9r58UJA==';
    const context = { merchant: fakeMerchant({ apiV2Key }), serial: undefined, pointer: '/req_info', parent: {}, shape: undefined };
    expect(ecbKey(createSecretKey(Buffer.from(apiV2Key)))).toBe('4ad14ac334ab13540eb6c5479512a8e8');
    expect(decryptEcb(ciphertext, context)).toBe('<root><refund_status>SUCCESS</refund_status></root>');
  });
});

describe('RSA-OAEP', () => {
  const context = { merchant: fakeMerchant(), serial: keys.platformSerial, pointer: '/json/name', parent: {}, shape: undefined };

  it('takes 214 bytes with a key of 2048 bits', () => {
    expect(Buffer.from(String(encryptField('x'.repeat(214), context)), 'base64')).toHaveLength(256);
  });

  it.each([
    ['215 letters', 'x'.repeat(215)],
    ['72 Chinese characters', '名'.repeat(72)],
  ])('refuses %s, and names the field', (_, text) => {
    expect(() => encryptField(text, context)).toThrow(
      new ValidationError([{ pointer: '/json/name', kind: 'length', expected: 'at most 214 bytes of UTF-8' }]),
    );
  });
});

describe('the clock window', () => {
  const signedAt = 1_700_000_000;
  const { headers, body } = signAnswer('{}', { keys, now: signedAt });

  it.each([-300, 0, 300])('takes a difference of %i s', async (difference) => {
    const merchant = fakeMerchant({ clock: patientClock(() => (signedAt + difference) * 1000) });
    await expect(verifySignature(merchant, new Headers(headers), Buffer.from(body))).resolves.toBeUndefined();
  });

  it.each([-301, 301])('refuses a difference of %i s', async (difference) => {
    const merchant = fakeMerchant({ clock: patientClock(() => (signedAt + difference) * 1000) });
    await expect(verifySignature(merchant, new Headers(headers), Buffer.from(body))).rejects.toMatchObject({
      name: 'SignatureError',
      outcome: 'unknown',
    });
  });
});

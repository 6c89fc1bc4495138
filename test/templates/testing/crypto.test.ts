import { describe, expect, it } from 'vitest';
import { openEcb, sealEcb } from '../../../templates/testing/aes-ecb.js';
import { openGcm, sealGcm } from '../../../templates/testing/aes-gcm.js';
import { makeRsaPair } from '../../../templates/testing/keys.js';
import { decryptRsa, encryptRsa, isSignatureOf, signText } from '../../../templates/testing/rsa.js';
import { signParameters, signTypeOf } from '../../../templates/testing/sign-parameters.js';

const pair = makeRsaPair();
const stranger = makeRsaPair();

describe('signParameters', () => {
  const parameters = { nonce_str: 'ibuaiVcKdpRxkhJA', mch_id: '10000100', body: 'test', appid: 'wxd930ea5d5a258f4f', device_info: '1000' };
  const key = '192006250b4c09247ec02edce69f6a2d';

  it.each([
    ['MD5', '9A0A8659F005D6984697E2CA0A9CF3B7'],
    ['HMAC-SHA256', '6A9AE1657590FD6257D693A078E1C3E4BB6BA4DC30B23E0EE2496E54170DACD6'],
  ] as const)('gives the known answer of %s', (type, sign) => {
    expect(signParameters(parameters, key, type)).toBe(sign);
  });

  it('leaves out empty parameters and the sign itself', () => {
    expect(signParameters({ ...parameters, attach: '', sign: 'X' }, key, 'MD5')).toBe('9A0A8659F005D6984697E2CA0A9CF3B7');
  });

  it.each([
    [{}, 'MD5'],
    [{ sign_type: 'MD5' }, 'MD5'],
    [{ sign_type: 'HMAC-SHA256' }, 'HMAC-SHA256'],
    [{ algorithm: 'HMAC-SHA256' }, 'HMAC-SHA256'],
  ])('reads from %o that the algorithm is %s', (named, type) => {
    expect(signTypeOf(named)).toBe(type);
  });
});

describe('AES-GCM', () => {
  const parameters = { key: '0123456789abcdef0123456789abcdef', nonce: '0123456789ab' };

  it.each([
    ['certificate', '4ouGGHn75Q2lqdFaelFzvBw7YyPYAQ0='],
    ['', '4ouGGHn75Vog6TDE8DBqgDMKPVYG4q0='],
    [undefined, '4ouGGHn75Vog6TDE8DBqgDMKPVYG4q0='],
  ])('gives the known answer with associated data %j', (associatedData, sealed) => {
    expect(sealGcm('{"a":1}', { ...parameters, associatedData })).toBe(sealed);
    expect(openGcm(sealed, { ...parameters, associatedData })).toBe('{"a":1}');
  });

  it('opens nothing of which one bit was turned', () => {
    const bytes = Buffer.from('4ouGGHn75Vog6TDE8DBqgDMKPVYG4q0=', 'base64');
    const opened = Array.from({ length: bytes.length * 8 }, (_none, bit) => {
      const turned = Buffer.from(bytes);
      turned[bit >> 3] = (turned[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      return openGcm(turned.toString('base64'), parameters);
    });
    expect(opened.filter((text) => text !== undefined)).toEqual([]);
  });

  it('opens nothing that is shorter than a tag', () => {
    expect(openGcm('AAAA', parameters)).toBeUndefined();
  });
});

describe('AES-ECB', () => {
  const apiKey = 'exposed_your_key_here_have_risks';
  const plain = '<root><refund_status>SUCCESS</refund_status></root>';
  const sealed = 'nmd/lR0SpfZygMxtTm06aQNp7Px001O/bjVJt0/GAEAhjXdUWTRh+WqTeIBobdYSpA3xpJ/151qo3Dp9r58UJA==';

  it('gives the known answer both ways', () => {
    expect(sealEcb(plain, apiKey)).toBe(sealed);
    expect(openEcb(sealed, apiKey)).toBe(plain);
  });

  it('opens nothing with another key', () => {
    expect(openEcb(sealed, 'another key')).toBeUndefined();
  });
});

describe('RSA', () => {
  it('takes 214 bytes and no more', () => {
    const longest = 'x'.repeat(214);
    expect(decryptRsa(encryptRsa(longest, pair.publicKey), pair.privateKey)).toBe(longest);
    expect(() => encryptRsa(`${longest}x`, pair.publicKey)).toThrow();
  });

  it('opens nothing that is meant for another key, or no cipher text at all', () => {
    expect(decryptRsa(encryptRsa('text', stranger.publicKey), pair.privateKey)).toBeUndefined();
    expect(decryptRsa('text', pair.privateKey)).toBeUndefined();
  });

  it('knows its own signature from any other', () => {
    const signature = signText('text', pair.privateKey);
    expect(isSignatureOf(signature, 'text', pair.publicKey)).toBe(true);
    expect(isSignatureOf(signature, 'text ', pair.publicKey)).toBe(false);
    expect(isSignatureOf(signature, 'text', stranger.publicKey)).toBe(false);
    expect(isSignatureOf('WECHATPAY/SIGNTEST/xx', 'text', pair.publicKey)).toBe(false);
  });
});

import { describe, expect, it } from 'vitest';
import { signApp, signAppV2, signJsapi, signJsapiV2 } from '../../../templates/runtime/pay-sign.js';
import { isSignatureOf } from '../../../templates/testing/rsa.js';
import { signParameters } from '../../../templates/testing/sign-parameters.js';
import { fakeMerchant, keys, patientClock } from '../../support/fake-merchant.js';

const nonce = 'N'.repeat(32);
const merchant = fakeMerchant({ clock: patientClock(() => 1_700_000_000_123), nonce: () => nonce });
const prepayment = { appid: 'wx1', prepayId: 'wx201' };

describe('pay signs', () => {
  it('for JSAPI and mini programs cover app, time, nonce and package', () => {
    const { paySign, ...fields } = signJsapi(merchant, prepayment);
    expect(fields).toEqual({ appId: 'wx1', timeStamp: '1700000000', nonceStr: nonce, package: 'prepay_id=wx201', signType: 'RSA' });
    expect(isSignatureOf(paySign, `wx1\n1700000000\n${nonce}\nprepay_id=wx201\n`, keys.merchant.publicKey)).toBe(true);
  });

  it('for apps cover app, time, nonce and prepayment', () => {
    const { sign, ...fields } = signApp(merchant, prepayment);
    expect(fields).toEqual({
      appid: 'wx1',
      partnerid: keys.mchid,
      prepayid: 'wx201',
      package: 'Sign=WXPay',
      noncestr: nonce,
      timestamp: '1700000000',
    });
    expect(isSignatureOf(sign, `wx1\n1700000000\n${nonce}\nwx201\n`, keys.merchant.publicKey)).toBe(true);
    expect(signApp(merchant, prepayment, '1900000099').partnerid).toBe('1900000099');
  });

  it.each(['MD5', 'HMAC-SHA256'] as const)('of v2 are %s over the same parameters', (signType) => {
    const { paySign, ...jsapi } = signJsapiV2(merchant, prepayment, signType);
    expect(jsapi.signType).toBe(signType);
    expect(paySign).toBe(signParameters({ ...jsapi }, keys.apiKey, signType));
    const { sign, ...app } = signAppV2(merchant, prepayment, signType);
    expect(sign).toBe(signParameters({ ...app }, keys.apiKey, signType));
  });

  it('of v2 are MD5 where nothing else is asked for', () => {
    const { paySign, ...jsapi } = signJsapiV2(merchant, prepayment);
    expect(jsapi.signType).toBe('MD5');
    expect(paySign).toBe(signParameters({ ...jsapi }, keys.apiKey, 'MD5'));
    const { sign, ...app } = signAppV2(merchant, prepayment);
    expect(sign).toBe(signParameters({ ...app }, keys.apiKey, 'MD5'));
  });

  it('are not made of a prepayment that is missing', () => {
    expect(() => signJsapi(merchant, { appid: 'wx1', prepayId: '' })).toThrow('`prepayId`');
  });
});

import { describe, expect, it } from 'vitest';
import type { KeyOwner, Protocol } from '../../generator/model/api.js';
import { keyOwner, type Side } from '../../generator/model/key-owner.js';

describe('keyOwner', () => {
  it.each<[tooltip: string | undefined, side: Side, protocol: Protocol, owner: KeyOwner]>([
    ['微信支付公钥/平台证书加密后的BASE64字符串', 'request', 'v3', 'platform'],
    ['商户API证书对应的公钥加密后的BASE64字符串', 'answer', 'v3', 'merchant'],
    ['付款到银行卡用的RSA加密公钥加密后的BASE64字符串', 'request', 'v2', 'bank'],
    ['同付款到银行卡用的RSA加密公钥加密后的BASE64字符串', 'request', 'v2', 'bank'],
    ['商户API证书对应的公钥加密后的BASE64字符串', 'request', 'v3', 'merchant'],
    [undefined, 'request', 'v3', 'platform'],
    [undefined, 'reply', 'v3', 'platform'],
    [undefined, 'answer', 'v3', 'merchant'],
    [undefined, 'notification', 'v3', 'merchant'],
    [undefined, 'request', 'v2', 'bank'],
    ['an unknown key', 'answer', 'v2', 'merchant'],
  ])('of RSA with the tooltip %s in a %s of %s is %s', (tooltip, side, protocol, owner) => {
    expect(keyOwner('by-rsa-pubkey', { tooltip, side, protocol })).toBe(owner);
  });

  it('of AES does not depend on the direction', () => {
    expect(keyOwner('by-aes-gcm', { tooltip: undefined, side: 'request', protocol: 'v3' })).toBe('apiv3');
    expect(keyOwner('by-aes-ecb', { tooltip: undefined, side: 'notification', protocol: 'v2' })).toBe('apikey-digest');
  });
});

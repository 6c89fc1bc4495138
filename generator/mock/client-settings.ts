import { privatePem, publicPem, publicPkcs1Pem, type Keys } from '../../templates/testing/keys.js';

/** The settings of a client that talks to the mock server, as source text that can be pasted. */
export function clientSettings(keys: Keys, origin: string): string {
  const settings = {
    mchid: keys.mchid,
    serial: keys.merchantSerial,
    privateKey: privatePem(keys.merchant.privateKey),
    platformKeys: { [keys.platformSerial]: publicPem(keys.platform.publicKey) },
    apiV3Key: keys.apiV3Key,
    apiV2Key: keys.apiKey,
    bankPublicKey: publicPkcs1Pem(keys.bank.publicKey),
    baseUrl: `${origin}/`,
  };
  return `new WechatPay(${JSON.stringify(settings, null, 2)})`;
}

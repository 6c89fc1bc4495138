import { createPublicKey } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { WechatPay } from '@docwright/wechatpay';

/** What `docwright mock --keys FILE` writes. */
interface Keys {
  readonly mchid: string;
  readonly merchantSerial: string;
  readonly merchant: string;
  readonly platformSerial: string;
  readonly platform: string;
  readonly apiV3Key: string;
}

/**
 * A client with the merchant keys of a mock server. In production the keys come from the merchant platform, the platform's public key
 * comes as a file, and there is no `baseUrl`.
 */
export function openMerchant(keysFile: string, baseUrl: string): { readonly pay: WechatPay; readonly mchid: string } {
  const keys = JSON.parse(readFileSync(keysFile, 'utf8')) as Keys;
  const pay = new WechatPay({
    mchid: keys.mchid,
    serial: keys.merchantSerial,
    privateKey: keys.merchant,
    platformKeys: { [keys.platformSerial]: createPublicKey(keys.platform).export({ type: 'spki', format: 'pem' }) },
    apiV3Key: keys.apiV3Key,
    baseUrl,
  });
  return { pay, mchid: keys.mchid };
}

import { Merchant } from '../runtime/merchant.js';
import { privatePem, publicPem, publicPkcs1Pem } from '../testing/keys.js';
import { keys } from './keys.js';

/**
 * The merchant of {@link keys}. Nothing is tried twice, so that tests wait for nothing.
 *
 * @param baseUrl where calls go; notifications need none
 */
export function testMerchant(baseUrl?: string): Merchant {
  return new Merchant({
    mchid: keys.mchid,
    serial: keys.merchantSerial,
    privateKey: privatePem(keys.merchant.privateKey),
    platformKeys: { [keys.platformSerial]: publicPem(keys.platform.publicKey) },
    apiV3Key: keys.apiV3Key,
    apiV2Key: keys.apiKey,
    bankPublicKey: publicPkcs1Pem(keys.bank.publicKey),
    baseUrl,
    retries: 0,
  });
}

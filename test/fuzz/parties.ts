import { generateKeyPairSync } from 'node:crypto';
import { Merchant } from '../../templates/runtime/merchant.js';
import { makeKeys, privatePem, publicPem, type RsaPair } from '../../templates/testing/keys.js';

/** Too short for anything but tests: signing takes an eighth of the time that it takes with 2048 bits, in the same code. */
function shortPair(): RsaPair {
  return generateKeyPairSync('rsa', { modulusLength: 512 });
}

/** Of the merchant and the platform. */
export const keys = { ...makeKeys(), merchant: shortPair(), platform: shortPair(), bank: shortPair() };

/** Unix seconds at which all inputs arrive. */
export const now = 1_700_000_000;

/** What the merchant heard of fields and values that its pages do not list. */
export const unknown: string[] = [];

export const merchant = new Merchant({
  mchid: keys.mchid,
  serial: keys.merchantSerial,
  privateKey: privatePem(keys.merchant.privateKey),
  platformKeys: { [keys.platformSerial]: publicPem(keys.platform.publicKey) },
  apiV3Key: keys.apiV3Key,
  apiV2Key: keys.apiKey,
  clock: { now: () => now * 1000, sleep: async () => undefined },
  onUnknown: ({ pointer }) => void unknown.push(pointer),
});

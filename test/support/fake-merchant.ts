import type { Clock } from '../../templates/runtime/clock.js';
import { Merchant } from '../../templates/runtime/merchant.js';
import type { Settings } from '../../templates/runtime/settings.js';
import { makeKeys, privatePem, publicPem, publicPkcs1Pem } from '../../templates/testing/keys.js';

/** Throw-away keys of this test file. */
export const keys = makeKeys();

/** Complete settings that fit {@link keys}. */
export const settings: Settings = {
  mchid: keys.mchid,
  serial: keys.merchantSerial,
  privateKey: privatePem(keys.merchant.privateKey),
  platformKeys: { [keys.platformSerial]: publicPem(keys.platform.publicKey) },
  apiV3Key: keys.apiV3Key,
  apiV2Key: keys.apiKey,
  bankPublicKey: publicPkcs1Pem(keys.bank.publicKey),
};

/** A merchant with {@link settings}; what is given wins. Retries wait for nothing. */
export function fakeMerchant(given: Partial<Settings> = {}): Merchant {
  return new Merchant({ ...settings, clock: patientClock(), ...given });
}

/** The time as it is, for which waiting takes none. Notes how long the waits would have been. */
export function patientClock(now: () => number = Date.now): Clock & { readonly waits: number[] } {
  const waits: number[] = [];
  return { now, waits, sleep: async (milliseconds) => void waits.push(milliseconds) };
}

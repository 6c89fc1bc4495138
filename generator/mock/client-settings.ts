import { privatePem, publicPem, publicPkcs1Pem, type Keys } from '../../templates/testing/keys.js';

/** The settings of a client that talks to the mock server: what the constructor of an SDK takes. Keys are PEM. */
export interface ClientSettings {
  readonly mchid: string;
  readonly serial: string;
  readonly privateKey: string;
  readonly platformKeys: Readonly<Record<string, string>>;
  readonly apiV3Key: string;
  readonly apiV2Key: string;
  readonly bankPublicKey: string;
  readonly baseUrl: string;
}

/** @param origin of the server, without a slash at the end */
export function clientSettings(keys: Keys, origin: string): ClientSettings {
  return {
    mchid: keys.mchid,
    serial: keys.merchantSerial,
    privateKey: privatePem(keys.merchant.privateKey),
    platformKeys: { [keys.platformSerial]: publicPem(keys.platform.publicKey) },
    apiV3Key: keys.apiV3Key,
    apiV2Key: keys.apiKey,
    bankPublicKey: publicPkcs1Pem(keys.bank.publicKey),
    baseUrl: `${origin}/`,
  };
}

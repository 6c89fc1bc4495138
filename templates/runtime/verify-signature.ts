import { type KeyObject, verify } from 'node:crypto';
import { SignatureError } from './errors.js';
import type { Merchant } from './merchant.js';

const WINDOW = 300;

/** Headers of an answer or a notification. */
export interface SignedHeaders {
  get(name: string): string | null;
}

/**
 * Makes sure that bytes come from the platform, and come now (runtime-requirements.md §2).
 *
 * @param body As received, never decoded and encoded again.
 * @param find Looks up the platform key of a serial (default: among the merchant's, with a download on an unknown serial).
 * @throws {SignatureError} In all other cases.
 */
export async function verifySignature(
  merchant: Merchant,
  headers: SignedHeaders,
  body: Uint8Array,
  find: (serial: string) => Promise<KeyObject | undefined> = (serial) => merchant.platformKeys.find(serial),
): Promise<void> {
  const [timestamp, nonce, signature, serial] = ['Timestamp', 'Nonce', 'Signature', 'Serial'].map(
    (name) => headers.get(`Wechatpay-${name}`) ?? undefined,
  );
  const requestId = headers.get('Request-ID') ?? undefined;
  const refuse = (reason: string, cause?: unknown) => new SignatureError(reason, { serial, requestId, cause });

  if (!timestamp || !nonce || !signature || !serial) throw refuse('The message lacks a Wechatpay- header');
  const difference = Math.floor(merchant.clock.now() / 1000) - Number(timestamp);
  if (!/^\d+$/.test(timestamp) || Math.abs(difference) > WINDOW)
    throw refuse(`The message was signed ${difference} s ago by the clock of this machine, more than ${WINDOW} s off`);
  const key = await find(serial).catch((cause: unknown) => {
    throw refuse(`The platform key ${serial} cannot be fetched`, cause);
  });
  if (!key) throw refuse(`The platform key ${serial} is unknown or no longer valid; add it to \`platformKeys\``);
  const message = Buffer.concat([Buffer.from(`${timestamp}\n${nonce}\n`), body, Buffer.from('\n')]);
  if (!verify('sha256', message, key, Buffer.from(signature, 'base64')))
    throw refuse(
      signature.startsWith('WECHATPAY/SIGNTEST/')
        ? 'The signature is wrong on purpose, as a test of this machine'
        : `The signature does not match the platform key ${serial}`,
    );
}

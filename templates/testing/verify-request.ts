import type { ArrivedRequest } from './arrived-request.js';
import type { Keys } from './keys.js';
import { isSignatureOf } from './rsa.js';

/** How far the clocks of two sides may be apart, in seconds (runtime-requirements.md §2). */
export const clockTolerance = 300;

export interface VerifyOptions {
  /** The bytes under the signature: the body, or the `meta` text of an upload (runtime-requirements.md §9). */
  readonly signedBody: string | Uint8Array;
  readonly keys: Keys;
  /** Unix seconds. */
  readonly now: number;
}

/**
 * What is wrong with the `Authorization` header of a v3 request (runtime-requirements.md §1).
 *
 * @returns a sentence per fault; none for a good signature
 */
export function verifyRequest(request: ArrivedRequest, options: VerifyOptions): string[] {
  return verifyAuthorization(request.headers['authorization'], [request.method, request.target], options);
}

/** The same for the reply to a notification, which is signed over timestamp, nonce and body only (dialect.md §6, `im-special`). */
export function verifyReply(authorization: string | undefined, options: VerifyOptions): string[] {
  return verifyAuthorization(authorization, [], options);
}

function verifyAuthorization(header: string | undefined, lines: readonly string[], { signedBody, keys, now }: VerifyOptions): string[] {
  if (header === undefined) return ['there is no Authorization header'];
  const values = readAuthorization(header);
  if (values === undefined) return ['the Authorization header is not of the form WECHATPAY2-SHA256-RSA2048 name="value",…'];
  const { mchid = '', nonce_str: nonce = '', signature = '', timestamp = '', serial_no: serial = '' } = values;
  const faults: string[] = [];
  if (mchid !== keys.mchid) faults.push(`mchid is ${mchid} instead of ${keys.mchid}`);
  if (serial !== keys.merchantSerial) faults.push('serial_no is not the serial of the merchant certificate');
  if (!/^[A-Za-z0-9]{16,32}$/.test(nonce)) faults.push('nonce_str is not made of letters and digits');
  if (!/^\d+$/.test(timestamp)) faults.push('the timestamp is not a decimal number of seconds');
  else if (Math.abs(now - Number(timestamp)) > clockTolerance)
    faults.push(`the timestamp ${timestamp} is more than ${clockTolerance} s off`);
  const head = [...lines, timestamp, nonce, ''].join('\n');
  const message = Buffer.concat([Buffer.from(head), Buffer.from(signedBody), Buffer.from('\n')]);
  if (!isSignatureOf(signature, message, keys.merchant.publicKey)) faults.push('the signature does not match what was sent');
  return faults;
}

function readAuthorization(header: string): Record<string, string> | undefined {
  const list = /^WECHATPAY2-SHA256-RSA2048 ((?:[a-z_]+="[^"]*",)*[a-z_]+="[^"]*")$/.exec(header)?.[1];
  if (list === undefined) return undefined;
  return Object.fromEntries(Array.from(list.matchAll(/([a-z_]+)="([^"]*)"/g), ([, name, value]) => [name, value]));
}

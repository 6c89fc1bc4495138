import { type KeyObject, sign } from 'node:crypto';
import type { Merchant } from './merchant.js';

/** What a request signature covers (runtime-requirements.md §1): five lines, each ended by a line feed. */
export function requestMessage(method: string, target: string, timestamp: string, nonce: string, body: string): string {
  return `${method}\n${target}\n${timestamp}\n${nonce}\n${body}\n`;
}

/** RSASSA-PKCS1-v1_5 with SHA-256, in Base64. */
export function signText(text: string, privateKey: KeyObject): string {
  return sign('sha256', Buffer.from(text), privateKey).toString('base64');
}

/**
 * Makes the `Authorization` header of one attempt, with a timestamp and nonce of its own.
 *
 * @param target Path and query exactly as sent.
 * @param body The bytes sent, as text; empty without a body.
 */
export function signRequest(merchant: Merchant, method: string, target: string, body: string): string {
  const timestamp = String(Math.floor(merchant.clock.now() / 1000));
  const nonce = merchant.nonce();
  const signature = signText(requestMessage(method, target, timestamp, nonce, body), merchant.privateKey);
  const { mchid, serial } = merchant;
  return `WECHATPAY2-SHA256-RSA2048 mchid="${mchid}",nonce_str="${nonce}",signature="${signature}",timestamp="${timestamp}",serial_no="${serial}"`;
}

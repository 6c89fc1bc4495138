import { randomBytes } from 'node:crypto';
import type { Keys } from './keys.js';
import { signText } from './rsa.js';

/** A way to send something that the receiver must refuse. */
export type Tampering =
  /** One blank more than was signed. */
  | 'body'
  /** The signature of another text. */
  | 'signature'
  /** What the platform sends to test merchants (runtime-requirements.md §2). */
  | 'signtest'
  /** A serial that nobody knows. */
  | 'serial'
  /** Signed 301 seconds ago. */
  | 'old'
  /** Signed 301 seconds ahead. */
  | 'early'
  /** No signature headers at all. */
  | 'unsigned';

export interface SignOptions {
  readonly keys: Keys;
  /** Unix seconds. */
  readonly now: number;
  readonly tampering?: Tampering | undefined;
}

export interface SignedMessage {
  /** `Wechatpay-*`. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** Signs what the platform sends, answers and notifications alike (runtime-requirements.md §2). */
export function signAnswer(body: string, { keys, now, tampering }: SignOptions): SignedMessage {
  if (tampering === 'unsigned') return { headers: {}, body };
  const timestamp = String(now + (tampering === 'old' ? -301 : tampering === 'early' ? 301 : 0));
  const nonce = randomBytes(16).toString('hex');
  const signed = tampering === 'signature' ? `${body} ` : body;
  const signature = signText(`${timestamp}\n${nonce}\n${signed}\n`, keys.platform.privateKey);
  return {
    headers: {
      'Wechatpay-Timestamp': timestamp,
      'Wechatpay-Nonce': nonce,
      'Wechatpay-Signature': tampering === 'signtest' ? `WECHATPAY/SIGNTEST/${signature}` : signature,
      'Wechatpay-Signature-Type': 'WECHATPAY2-SHA256-RSA2048',
      'Wechatpay-Serial': tampering === 'serial' ? 'PUB_KEY_ID_0000000000000000000000000000' : keys.platformSerial,
    },
    body: tampering === 'body' ? `${body} ` : body,
  };
}

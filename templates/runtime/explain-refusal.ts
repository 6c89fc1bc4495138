import type { ApiError } from './errors.js';
import { requestMessage } from './sign-request.js';

interface Attempt {
  readonly method: string;
  readonly target: string;
  /** The `Authorization` header. */
  readonly authorization: string;
  readonly body: string;
  /** The clock of the platform, from the answer's `Date`. */
  readonly date: string | null;
  /** The clock of this machine. */
  readonly now: number;
}

const attempts = new WeakMap<ApiError, Attempt>();

/** Keeps what was signed beside the error, where printing the error does not show it. */
export function rememberAttempt(error: ApiError, attempt: Attempt): void {
  attempts.set(error, attempt);
}

/**
 * Explains a 401: the message that was signed, with its line ends made visible, and how far the clocks are apart. The text holds
 * the body of the request; do not log it where others read.
 *
 * @returns `undefined` for an error that is no refused signature.
 */
export function explainRefusal(error: ApiError): string | undefined {
  const attempt = attempts.get(error);
  if (!attempt) return undefined;
  const { method, target, authorization, body, date, now } = attempt;
  const fact = (name: string) => new RegExp(`${name}="([^"]*)"`).exec(authorization)?.[1] ?? '';
  const message = requestMessage(method, target, fact('timestamp'), fact('nonce_str'), body);
  const difference = date === null ? undefined : Math.round((now - Date.parse(date)) / 1000);
  return [
    'This message was signed; each line ends with one line feed:',
    ...message
      .split('\n')
      .slice(0, -1)
      .map((line) => `  ${line.replaceAll('\r', '␍')}⏎`),
    `with the private key of merchant ${fact('mchid')}, certificate ${fact('serial_no')}.`,
    difference === undefined
      ? 'The answer does not tell the time.'
      : `The clock of this machine is ${difference} s ahead of the platform's.`,
  ].join('\n');
}

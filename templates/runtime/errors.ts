import type { Issue } from './validation.js';

/**
 * What is known of the fate of a request: nothing left this machine, the platform refused it, it was carried out, or nobody can
 * tell. After `unknown`, query with the merchant's own number before trying again.
 */
export type Outcome = 'not-sent' | 'refused' | 'done' | 'unknown';

/** What all errors of the SDK have in common. None holds a key, a plain text, or an `Authorization` header. */
export abstract class WechatPayError extends Error {
  abstract readonly outcome: Outcome;
}

/** A setting is missing or wrong; the message names it. */
export class ConfigError extends WechatPayError {
  override readonly name = 'ConfigError';
  readonly outcome = 'not-sent';
}

/** The input is wrong; nothing was sent. */
export class ValidationError extends WechatPayError {
  override readonly name = 'ValidationError';
  readonly outcome = 'not-sent';
  readonly issues: readonly Issue[];

  constructor(issues: readonly Issue[]) {
    super(issues.map(({ pointer, expected }) => `${pointer || 'the input'} must be ${expected}`).join('; '));
    this.issues = issues;
  }
}

/** @throws {ValidationError} Where there are issues. */
export function throwIssues(issues: readonly Issue[] | undefined): void {
  if (issues !== undefined) throw new ValidationError(issues);
}

/** The platform, or something before it, answered with another status than 2xx, or with a v2 failure code. Not verified. */
export class ApiError extends WechatPayError {
  override readonly name = 'ApiError';
  /** `refused` for 4xx and for v2 failure codes, unless an attempt before may have been carried out. */
  declare outcome: 'refused' | 'unknown';
  declare readonly status: number;
  /** As answered, such as `PARAM_ERROR`; `''` where the answer has none. */
  declare readonly code: string;
  declare readonly requestId: string | undefined;
  /** `POST /v3/refunds`. */
  declare readonly operation: string;
  /** Milliseconds until the platform wants to be asked again, if it says so. */
  declare readonly retryAfter: number | undefined;
  readonly #detail: unknown;

  constructor({ message, detail, ...facts }: ApiFailure) {
    super(`${facts.operation} answered ${[facts.status, facts.code, message].filter(Boolean).join(' ')}`);
    // The members declared above; written so, a bundle holds their names once.
    Object.assign(this, facts);
    this.#detail = detail;
  }

  /** As answered, of any shape. It may quote the request, so it is not printed with the error. */
  get detail(): unknown {
    return this.#detail;
  }
}

export interface ApiFailure {
  readonly outcome: 'refused' | 'unknown';
  readonly status: number;
  readonly code: string;
  readonly message: string;
  readonly detail?: unknown;
  readonly requestId: string | undefined;
  readonly operation: string;
  readonly retryAfter?: number | undefined;
}

/** An answer or a notification is not proven to come from the platform. The request may have been carried out all the same. */
export class SignatureError extends WechatPayError {
  override readonly name = 'SignatureError';
  readonly outcome = 'unknown';
  /** Of the key that was said to have signed. */
  readonly serial: string | undefined;
  readonly requestId: string | undefined;

  constructor(
    message: string,
    { serial, requestId, cause }: { serial: string | undefined; requestId: string | undefined; cause?: unknown },
  ) {
    super(message, { cause });
    this.serial = serial;
    this.requestId = requestId;
  }
}

/** No answer arrived, or not all of it. */
export class ConnectionError extends WechatPayError {
  override readonly name: string = 'ConnectionError';
  /** `not-sent` only if no attempt can have reached the platform. */
  outcome: 'not-sent' | 'unknown';

  constructor(message: string, { outcome, cause }: { outcome: 'not-sent' | 'unknown'; cause?: unknown }) {
    super(message, { cause });
    this.outcome = outcome;
  }
}

/** The time for the call ran out. */
export class TimeoutError extends ConnectionError {
  override readonly name = 'TimeoutError';
}

/** The caller's `AbortSignal` ended the call; `cause` is its reason. */
export class AbortError extends ConnectionError {
  override readonly name = 'AbortError';
}

/** An answer or a notification is genuine, but a part of it cannot be decrypted or read. */
export class DecryptError extends WechatPayError {
  override readonly name = 'DecryptError';
  readonly outcome = 'done';
}

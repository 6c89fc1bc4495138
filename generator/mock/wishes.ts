import type { Refusal } from './refusal.js';

/** What the caller wants to see happen, said in headers of the request. */
export interface Wishes {
  readonly refusal?: Refusal;
  /** Milliseconds before the answer. */
  readonly delay: number;
}

/** In milliseconds: longer than any client waits. */
const longestDelay = 120_000;

/**
 * Reads the headers `Mock-Error: 403-NOT_ENOUGH` (status and code, as pages write them) and `Mock-Delay: 1500` (milliseconds).
 *
 * @param headers names in lower case; a value of another form is no wish
 */
export function readWishes(headers: Readonly<Record<string, string>>): Wishes {
  const error = /^([45]\d\d)-(\w+)$/.exec(headers['mock-error'] ?? '');
  const delay = Number(headers['mock-delay'] ?? 0);
  return {
    delay: delay > 0 ? Math.min(delay, longestDelay) : 0,
    ...(error !== null && { refusal: { status: Number(error[1]), code: error[2] ?? '', message: 'The header Mock-Error asks for it.' } }),
  };
}

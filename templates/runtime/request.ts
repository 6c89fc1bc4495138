import { apiErrorFrom } from './api-error.js';
import { connectionErrorFrom } from './connection-error.js';
import type { Deadline } from './deadline.js';
import { ApiError, ConnectionError, WechatPayError } from './errors.js';
import { rememberAttempt } from './explain-refusal.js';
import type { LogEntry } from './log-entry.js';
import type { Merchant } from './merchant.js';
import type { Operation, Outgoing } from './operation.js';
import { tell } from './tell.js';

export interface Answered {
  readonly response: Response;
  /** What the operation's `receive` made of it. */
  readonly received: unknown;
}

/**
 * Sends a request until it is answered, with a new signature each time. A write is repeated only if the platform cannot have
 * carried it out, or would recognise it (design.md §4).
 */
export async function request(
  merchant: Merchant,
  operation: Operation,
  outgoing: Outgoing,
  { deadline, retries }: { deadline: Deadline; retries: number },
): Promise<Answered> {
  const repeatable = operation.method === 'GET' || operation.idempotentBy !== undefined || 'idempotency-key' in outgoing.headers;
  let doubtful = false;
  for (let attempt = 1; ; attempt++) {
    const url = merchant.hosts.choose(outgoing.url, merchant.clock.now());
    const log = (entry: Omit<LogEntry, 'operation' | 'host' | 'attempt'>) =>
      tell(merchant.logger, { operation: operation.id, host: url.host, attempt, ...entry });
    try {
      log({ event: 'attempt' });
      const answered = await deadline.race(sendOnce(merchant, operation, outgoing, url, deadline.signal), 'unknown');
      const { status, headers } = answered.response;
      log({ event: 'answer', status, requestId: headers.get('Request-ID') ?? undefined });
      return answered;
    } catch (error) {
      if (!(error instanceof ConnectionError || error instanceof ApiError)) throw error;
      // One attempt in doubt leaves the call in doubt, whatever becomes of the later ones.
      doubtful ||= error.outcome === 'unknown';
      if (doubtful) error.outcome = 'unknown';
      log({ event: 'failure', reason: reasonOf(error) });
      if (deadline.signal.aborted) throw error;
      if (error instanceof ConnectionError) merchant.hosts.avoid(url, merchant.clock.now());
      const delay = delayBefore(attempt, error);
      if (attempt > retries || !mayRepeat(error, repeatable) || delay >= deadline.remaining) throw error;
      log({ event: 'retry', delay });
      await deadline.race(merchant.clock.sleep(delay, deadline.signal), doubtful ? 'unknown' : 'not-sent');
    }
  }
}

async function sendOnce(merchant: Merchant, operation: Operation, outgoing: Outgoing, url: URL, signal: AbortSignal): Promise<Answered> {
  const { method } = operation;
  const { body, signedBody, authorize } = outgoing;
  const target = url.pathname + url.search;
  const authorization = authorize?.(merchant, method, target, signedBody);
  const headers = { ...outgoing.headers, ...(authorization && { Authorization: authorization }) };
  const init: RequestInit = { method, headers, redirect: 'manual', signal, ...(body && { body }) };
  const sent = operation.transport ? operation.transport(merchant, url, init) : merchant.fetch(url, init);
  const response = await sent.catch((cause: unknown) => {
    throw cause instanceof WechatPayError ? cause : connectionErrorFrom(cause);
  });
  if (response.ok) return { response, received: await operation.receive(merchant, operation, response) };
  const now = merchant.clock.now();
  const error = await apiErrorFrom(operation.id, response, now);
  if (response.status === 401 && authorization)
    rememberAttempt(error, { method, target, authorization, body: signedBody, date: response.headers.get('Date'), now });
  throw error;
}

function mayRepeat(error: ConnectionError | ApiError, repeatable: boolean): boolean {
  if (error instanceof ApiError) return error.status === 429 || (repeatable && [500, 502, 503, 504].includes(error.status));
  return repeatable || error.outcome === 'not-sent';
}

/** What the platform asks for, else half a second, doubled each time up to 8 s, less a random part of up to a quarter. */
function delayBefore(attempt: number, error: ConnectionError | ApiError): number {
  const asked = error instanceof ApiError ? error.retryAfter : undefined;
  return asked ?? Math.min(500 * 2 ** (attempt - 1), 8000) * (1 - Math.random() / 4);
}

function reasonOf(error: ConnectionError | ApiError): string {
  return error instanceof ApiError ? [error.status, error.code].filter(Boolean).join(' ') : `${error.name} ${error.outcome}`;
}

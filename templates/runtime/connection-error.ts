import { ConnectionError } from './errors.js';

/**
 * Codes of what happens before the request is sent: no address, no connection, no handshake, a header that `fetch` refuses. What
 * breaks an encrypted connection later says nothing of what had arrived by then.
 */
const EARLY =
  /^(ENOTFOUND|EAI_AGAIN|ECONNREFUSED|EHOSTUNREACH|ENETUNREACH|UND_ERR_(CONN|INV|NOT)|ERR_TLS|CERT_|UNABLE_TO_|DEPTH_ZERO|SELF_SIGNED|HOSTNAME_MISMATCH|ERR_SSL\w*_(HANDSHAKE|PROTOCOL))/;

/**
 * Names what broke.
 *
 * @param outcome What is known of the request (default: nothing was sent as long as there was no connection).
 */
export function connectionErrorFrom(cause: unknown, outcome = outcomeOf(cause)): ConnectionError {
  const { code } = socketErrorOf(cause);
  const what = outcome === 'not-sent' ? 'The platform cannot be reached' : 'The connection broke before the whole answer was here';
  return new ConnectionError(code ? `${what} (${code})` : what, { outcome, cause });
}

function outcomeOf(cause: unknown): 'not-sent' | 'unknown' {
  const error = socketErrorOf(cause);
  const { code, syscall, message } = error;
  // An aggregate holds one error for each address that was tried.
  const isEarly =
    EARLY.test(String(code)) || syscall === 'connect' || message.includes('before secure TLS') || error instanceof AggregateError;
  return isEarly ? 'not-sent' : 'unknown';
}

/** `fetch` wraps the error of the socket in a `TypeError`. */
function socketErrorOf(error: unknown): Error & { readonly code?: unknown; readonly syscall?: unknown } {
  for (let current = error, depth = 0; current instanceof Error && depth < 4; current = current.cause, depth++)
    if ('code' in current) return current;
  return new Error();
}

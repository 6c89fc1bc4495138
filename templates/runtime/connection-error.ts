import { ConnectionError } from './errors.js';

const TLS = /^(ERR_TLS|ERR_SSL|CERT_|UNABLE_TO_|DEPTH_ZERO|SELF_SIGNED|EPROTO$|HOSTNAME_MISMATCH)/;
const CONNECT = new Set(['ENOTFOUND', 'EAI_AGAIN', 'ECONNREFUSED', 'EHOSTUNREACH', 'ENETUNREACH', 'UND_ERR_CONNECT_TIMEOUT']);

/**
 * Names what broke.
 *
 * @param outcome What is known of the request (default: nothing was sent as long as there was no connection).
 */
export function connectionErrorFrom(cause: unknown, outcome = outcomeOf(cause)): ConnectionError {
  const code = find(cause, 'code');
  const what = outcome === 'not-sent' ? 'The platform cannot be reached' : 'The connection broke before the whole answer was here';
  return new ConnectionError(code ? `${what} (${code})` : what, { outcome, cause });
}

function outcomeOf(cause: unknown): 'not-sent' | 'unknown' {
  const code = find(cause, 'code');
  return CONNECT.has(code) || TLS.test(code) || find(cause, 'syscall') === 'connect' ? 'not-sent' : 'unknown';
}

/** `fetch` wraps the error of the socket in a `TypeError`. */
function find(error: unknown, name: 'code' | 'syscall'): string {
  for (let current = error, depth = 0; current instanceof Error && depth < 4; current = current.cause, depth++) {
    const value: unknown = Reflect.get(current, name);
    if (typeof value === 'string') return value;
  }
  return '';
}

import { ConnectionError } from './errors.js';

const TLS = /^(ERR_TLS|ERR_SSL|CERT_|UNABLE_TO_|DEPTH_ZERO|SELF_SIGNED|EPROTO$|HOSTNAME_MISMATCH)/;
const CONNECT = new Set(['ENOTFOUND', 'EAI_AGAIN', 'ECONNREFUSED', 'EHOSTUNREACH', 'ENETUNREACH', 'UND_ERR_CONNECT_TIMEOUT']);

/** Tells from what `fetch` threw whether anything can have been sent: not before there is a connection. */
export function connectionErrorFrom(cause: unknown): ConnectionError {
  const code = codeOf(cause);
  const outcome = CONNECT.has(code) || TLS.test(code) || syscallOf(cause) === 'connect' ? 'not-sent' : 'unknown';
  const what = outcome === 'not-sent' ? 'The platform cannot be reached' : 'The connection broke before the whole answer was here';
  return new ConnectionError(code ? `${what} (${code})` : what, { outcome, cause });
}

function codeOf(error: unknown): string {
  return find(error, 'code') ?? '';
}

function syscallOf(error: unknown): string | undefined {
  return find(error, 'syscall');
}

/** `fetch` wraps the error of the socket in a `TypeError`. */
function find(error: unknown, name: 'code' | 'syscall'): string | undefined {
  for (let current = error, depth = 0; current instanceof Error && depth < 4; current = current.cause, depth++) {
    const value: unknown = Reflect.get(current, name);
    if (typeof value === 'string') return value;
  }
  return undefined;
}

import { SignatureError } from './errors.js';

/** The error for an answer that carries no signature of its own: who answered is not known, nor what became of the call. */
export function unproven(message: string, { headers }: Response): SignatureError {
  return new SignatureError(message, { serial: undefined, requestId: headers.get('Request-ID') ?? undefined });
}

import { randomBytes } from 'node:crypto';
import { spreadLists } from './flat-lists.js';
import type { JsonObject } from './json.js';
import type { Keys } from './keys.js';
import type { Layer } from './layer.js';
import type { AnswerCase } from './operation-case.js';
import { sealLayers } from './seal-layers.js';
import type { WireAnswer } from './server.js';
import { signAnswer, type Tampering } from './sign-answer.js';
import { signedTexts, signParameters, signTypeOf } from './sign-parameters.js';
import { buildXml } from './xml.js';

export interface AnswerOptions {
  readonly keys: Keys;
  /** Unix seconds. */
  readonly now: number;
  readonly tampering?: Tampering | undefined;
}

/** What streams of tests carry. */
export const testStream = 'bytes of a file, as they come';

/** The wire form of a good answer: sealed, serialised, signed. */
export function makeAnswer(answer: AnswerCase, protocol: 'v2' | 'v3', options: AnswerOptions): WireAnswer {
  switch (answer.kind) {
    case 'json': {
      const body = JSON.stringify(sealLayers(answer.body, answer.layers ?? [], options.keys));
      return signed({ status: 200, contentType: 'application/json; charset=utf-8', body, unsigned: protocol === 'v2' }, options);
    }
    case 'xml':
      return { status: 200, headers: { 'Content-Type': 'text/xml' }, body: xmlAnswer(answer, options) };
    case 'empty':
      return signed({ status: answer.status, body: '', unsigned: answer.unsigned === true }, options);
    case 'stream':
      return { status: 200, headers: { 'Content-Type': answer.contentType, 'Request-ID': requestId() }, body: testStream };
    case 'redirect':
      return { status: 302, headers: { Location: 'https://example.com/' }, body: '' };
  }
}

/** The error body of the v3 platform (runtime-requirements.md §7). */
export function makeError(
  status: number,
  error: { readonly code: string; readonly message: string; readonly detail?: JsonObject },
): WireAnswer {
  return { status, headers: { 'Content-Type': 'application/json; charset=utf-8', 'Request-ID': requestId() }, body: JSON.stringify(error) };
}

function signed(
  { status, contentType, body, unsigned }: { status: number; contentType?: string; body: string; unsigned: boolean },
  { keys, now, tampering }: AnswerOptions,
): WireAnswer {
  const message = signAnswer(body, { keys, now, tampering: unsigned ? 'unsigned' : tampering });
  return {
    status,
    headers: { 'Request-ID': requestId(), ...(contentType !== undefined && { 'Content-Type': contentType }), ...message.headers },
    body: message.body,
  };
}

/** Signed in its `sign` element; a tampered one has one element more than was signed. */
function xmlAnswer(
  answer: { readonly body: JsonObject; readonly layers?: readonly Layer[]; readonly unsigned?: true },
  options: AnswerOptions,
): string {
  const sealed = sealLayers(answer.body, answer.layers ?? [], options.keys);
  const values = spreadLists(sealed);
  const parameters = signedTexts(values);
  const sign = answer.unsigned ? {} : { sign: signParameters(parameters, options.keys.apiKey, signTypeOf(parameters)) };
  return buildXml({ ...values, ...sign, ...(options.tampering !== undefined && { tampered: '1' }) });
}

function requestId(): string {
  return randomBytes(16).toString('hex').toUpperCase();
}

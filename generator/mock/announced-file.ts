import { createHash, randomBytes } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { sealGcm } from '../../templates/testing/aes-gcm.js';
import { queryOf, type ArrivedRequest } from '../../templates/testing/arrived-request.js';
import { isJsonList, isJsonObject, type Json, type JsonObject } from '../../templates/testing/json.js';
import type { Keys } from '../../templates/testing/keys.js';
import { testStream } from '../../templates/testing/make-answer.js';
import { encryptRsa } from '../../templates/testing/rsa.js';
import type { WireAnswer } from '../../templates/testing/server.js';

/** Where the file is that answers announce in their `download_url`. */
export const filePath = '/docwright-mock/file';

const digests = ['SHA1', 'SHA256', 'SM3'] as const;
const fileKey = randomBytes(16).toString('hex');
const fileNonce = '0123456789ab';

/**
 * Makes an answer announce a file that exists (runtime-requirements.md §9): wherever it has a `download_url`, that leads to this
 * server, and `hash_type`, `hash_value`, `encrypt_key` and `nonce` beside it are those of the file.
 *
 * @param call the request that is answered
 */
export function announceFile(answer: JsonObject, call: ArrivedRequest, keys: Keys): JsonObject {
  const inside = (value: Json): Json => {
    if (isJsonList(value)) return value.map(inside);
    return isJsonObject(value) ? announceFile(value, call, keys) : value;
  };
  const members = Object.fromEntries(Object.entries(answer).map(([name, value]) => [name, inside(value)]));
  return typeof answer['download_url'] === 'string' ? { ...members, ...announcement(answer, call, keys) } : members;
}

function announcement(beside: JsonObject, call: ArrivedRequest, keys: Keys): JsonObject {
  const wrapping = [
    ...(queryOf(call).get('tar_type') === 'GZIP' ? ['packed'] : []),
    // Only who holds the merchant key reads a file whose key is handed out.
    ...('encrypt_key' in beside ? ['sealed'] : []),
  ];
  const algorithm = digests.find((digest) => digest === beside['hash_type']) ?? 'SHA1';
  const facts: JsonObject = {
    download_url: `http://${call.headers['host'] ?? ''}${filePath}?wrapping=${wrapping.join('-')}`,
    hash_type: algorithm,
    hash_value: createHash(algorithm).update(testStream).digest('hex'),
    encrypt_key: encryptRsa(fileKey, keys.merchant.publicKey),
    nonce: fileNonce,
  };
  return Object.fromEntries(Object.entries(facts).filter(([name]) => name in beside));
}

/** The file of an address that {@link announceFile} gave out: packed, then sealed, and unsigned as all files are. */
export function sendFile(request: ArrivedRequest): WireAnswer {
  const wrapping = queryOf(request).get('wrapping') ?? '';
  const packed = wrapping.includes('packed') ? gzipSync(testStream) : Buffer.from(testStream);
  const body = wrapping.includes('sealed') ? Buffer.from(sealGcm(packed, { key: fileKey, nonce: fileNonce }), 'base64') : packed;
  return { status: 200, headers: { 'Content-Type': 'text/plain' }, body };
}

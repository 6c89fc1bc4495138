import { call } from './call.js';
import { openGcm } from './decrypt-gcm.js';
import { ApiError, ConfigError, DecryptError } from './errors.js';
import type { Merchant } from './merchant.js';
import type { Operation, Receive, Send } from './operation.js';
import { parseJson } from './parse-json.js';
import { type PlatformKey, readPlatformKey } from './platform-keys.js';
import { readBody } from './read-body.js';
import { requestHeaders } from './request-headers.js';
import { signRequest } from './sign-request.js';
import { targetUrl } from './target-url.js';
import { isObject } from './validation.js';
import { verifySignature } from './verify-signature.js';

/** Sent without `Wechatpay-Serial`: there may be no key yet. */
const sendUnsealed: Send = async (merchant, operation, input) => ({
  url: targetUrl(merchant, operation, input),
  headers: requestHeaders(input, {}),
  signedBody: '',
  authorize: signRequest,
});

/** Decrypts first, as the tag proves the origin; then verifies the answer with the certificates just received. */
const receiveCertificates: Receive = async (merchant, operation, response) => {
  const body = await readBody(response);
  const keys = certificatesIn(merchant, parseJson(body), operation.id);
  await verifySignature(merchant, response.headers, body, async (serial) => keys.find((key) => key.serial === serial)?.key);
  return keys;
};

const certificates: Operation = {
  id: 'GET /v3/certificates',
  method: 'GET',
  path: '/v3/certificates',
  validate: () => undefined,
  send: sendUnsealed,
  receive: receiveCertificates,
};

/**
 * Downloads the platform certificates (runtime-requirements.md §3).
 *
 * @throws {ConfigError} When the merchant has none, because it is one of those with a platform public key.
 */
export async function fetchCertificates(merchant: Merchant): Promise<readonly PlatformKey[]> {
  try {
    return (await call<PlatformKey[]>(merchant, certificates, {})).data;
  } catch (cause) {
    if (cause instanceof ApiError && (cause.status === 404 || cause.status === 403))
      throw new ConfigError(
        'Set `platformKeys` to the platform public key under its PUB_KEY_ID_…: this merchant has no platform certificates',
        { cause },
      );
    throw cause;
  }
}

function certificatesIn(merchant: Merchant, answer: unknown, operation: string): PlatformKey[] {
  const list = isObject(answer) && Array.isArray(answer['data']) ? answer['data'] : [];
  return list.map((item: unknown) => {
    const box = isObject(item) ? item['encrypt_certificate'] : undefined;
    if (!isObject(item) || !isObject(box) || box['algorithm'] !== 'AEAD_AES_256_GCM')
      throw new DecryptError(`${operation} answered no certificate that can be read`);
    const opened = {
      ciphertext: String(box['ciphertext']),
      nonce: String(box['nonce']),
      associatedData: String(box['associated_data'] ?? ''),
    };
    return readPlatformKey(String(item['serial_no']), decrypted(merchant, opened, operation));
  });
}

function decrypted(merchant: Merchant, box: Parameters<typeof openGcm>[1], operation: string): Buffer {
  try {
    return openGcm(merchant.need('apiV3Key'), box);
  } catch (cause) {
    throw new DecryptError(`${operation} answered a certificate that is not encrypted with \`apiV3Key\``, { cause });
  }
}

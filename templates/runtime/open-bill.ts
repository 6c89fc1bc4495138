import { constants, createSecretKey, getHashes, privateDecrypt } from 'node:crypto';
import { call } from './call.js';
import type { BillLink, DownloadOptions, EncryptedBillLink } from './download-bill.js';
import { ConfigError, DecryptError } from './errors.js';
import { safeUrl } from './hosts.js';
import type { Merchant } from './merchant.js';
import type { CallOptions, Operation } from './operation.js';
import { receiveStream } from './receive-stream.js';
import { requestHeaders } from './request-headers.js';
import { signRequest } from './sign-request.js';
import { arriving, checkDigest, decryptStream, unpackStream } from './unpack-stream.js';

const LIMIT = 4 * 1024 ** 3;

/** See `downloadBill`. */
export async function openBill(merchant: Merchant, link: BillLink, options: DownloadOptions = {}): Promise<ReadableStream<Uint8Array>> {
  const { signal, stop } = stoppable(options);
  return streamOf(unpack(await fetchFile(merchant, link, { ...options, signal }), link, options), stop);
}

/** See `downloadEncryptedBill`. */
export async function openEncryptedBill(
  merchant: Merchant,
  links: readonly EncryptedBillLink[],
  options: DownloadOptions = {},
): Promise<ReadableStream<Uint8Array>> {
  const ordered = [...links].sort((a, b) => a.bill_sequence - b.bill_sequence);
  const keys = ordered.map((link) => openKey(merchant, link));
  const { signal, stop } = stoppable(options);
  const files = await Promise.all(ordered.map((link) => fetchFile(merchant, link, { ...options, signal }))).catch((error: unknown) => {
    stop();
    throw error;
  });
  return streamOf(join(), stop);

  async function* join(): AsyncGenerator<Uint8Array> {
    for (const [index, link] of ordered.entries()) {
      const [key, file] = [keys[index], files[index]];
      if (key && file) yield* unpack(decryptStream(file, key, link.nonce), link, options);
    }
  }
}

/** Ends the downloads of a bill with the caller's signal, or by itself. */
function stoppable({ signal }: CallOptions): { readonly signal: AbortSignal; readonly stop: () => void } {
  const controller = new AbortController();
  return { signal: signal ? AbortSignal.any([signal, controller.signal]) : controller.signal, stop: () => controller.abort() };
}

/**
 * Hands on what is generated. A reader that gives up, or a part that is wrong, stops the downloads at once: a generator that waits
 * for the next bytes could not.
 */
function streamOf(chunks: AsyncGenerator<Uint8Array>, stop: () => void): ReadableStream<Uint8Array> {
  return new ReadableStream<Uint8Array>(
    {
      pull: async (controller) => {
        try {
          const { done, value } = await chunks.next();
          if (done) controller.close();
          else controller.enqueue(value);
        } catch (error) {
          stop();
          throw error;
        }
      },
      cancel: stop,
    },
    { highWaterMark: 0 },
  );
}

function unpack(file: AsyncIterable<Uint8Array>, { hash_type, hash_value }: BillLink, { limit = LIMIT }: DownloadOptions) {
  return checkDigest(unpackStream(file, limit), hash_type, hash_value);
}

/** The link is called exactly as given. */
async function fetchFile(
  merchant: Merchant,
  { download_url, hash_type }: BillLink,
  options: CallOptions,
): Promise<AsyncIterable<Uint8Array>> {
  const url = safeUrl(download_url);
  if (!getHashes().includes(hash_type.toLowerCase())) throw new ConfigError(`Node.js knows no digest ${hash_type} to check the file with`);
  if (!url) throw new ConfigError('Give a `download_url` that begins with https:');
  const download: Operation = {
    id: `GET ${url.pathname}`,
    method: 'GET',
    path: url.pathname,
    validate: () => undefined,
    send: async (_merchant, _operation, input) => ({ url, headers: requestHeaders(input, {}), signedBody: '', authorize: signRequest }),
    receive: receiveStream,
  };
  return arriving((await call<ReadableStream<Uint8Array>>(merchant, download, {}, options)).data);
}

function openKey({ privateKey }: Merchant, { encrypt_key, bill_sequence }: EncryptedBillLink) {
  try {
    const key = { key: privateKey, padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash: 'sha1' };
    return createSecretKey(privateDecrypt(key, Buffer.from(encrypt_key, 'base64')));
  } catch (cause) {
    throw new DecryptError(`The key of part ${bill_sequence} is not encrypted for \`privateKey\``, { cause });
  }
}

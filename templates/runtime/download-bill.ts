import { constants, createSecretKey, privateDecrypt } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { call } from './call.js';
import { ConfigError, DecryptError } from './errors.js';
import { safeUrl } from './hosts.js';
import type { Merchant } from './merchant.js';
import type { CallOptions, Operation } from './operation.js';
import { receiveStream } from './receive-stream.js';
import { requestHeaders } from './request-headers.js';
import { signRequest } from './sign-request.js';
import { arriving, checkDigest, decryptStream, unpackStream } from './unpack-stream.js';

/** Where a bill is, as the bill calls answer it. The link expires within minutes. */
export interface BillLink {
  readonly download_url: string;
  /** `SHA1` as a rule. */
  readonly hash_type: string;
  /** Of the unpacked file, in hex. */
  readonly hash_value: string;
}

/** One part of an encrypted bill. */
export interface EncryptedBillLink extends BillLink {
  readonly bill_sequence: number;
  readonly encrypt_key: string;
  readonly nonce: string;
}

export interface DownloadOptions extends CallOptions {
  /** Bytes that a file may have after unpacking (default: 4 GiB). */
  readonly limit?: number | undefined;
}

const LIMIT = 4 * 1024 ** 3;

/**
 * Downloads a bill, unpacks it if it is packed, and checks its digest. The stream fails at its end when the file is not the one
 * announced, so keep nothing of it before (`saveStream` does this).
 *
 * @throws {ApiError} When the link has expired.
 */
export async function downloadBill(merchant: Merchant, link: BillLink, options: DownloadOptions = {}): Promise<ReadableStream<Uint8Array>> {
  return ReadableStream.from(unpack(await fetchFile(merchant, link, options), link, options));
}

/**
 * Downloads all parts of an encrypted bill at once, as their links expire together, and joins them in order: decrypted, unpacked,
 * each digest checked. Fails like {@link downloadBill}.
 *
 * @throws {DecryptError} When a key is not encrypted for the merchant.
 */
export async function downloadEncryptedBill(
  merchant: Merchant,
  links: readonly EncryptedBillLink[],
  options: DownloadOptions = {},
): Promise<ReadableStream<Uint8Array>> {
  const ordered = [...links].sort((a, b) => a.bill_sequence - b.bill_sequence);
  const keys = ordered.map((link) => openKey(merchant, link));
  const files = await Promise.all(ordered.map((link) => fetchFile(merchant, link, options)));
  return ReadableStream.from(join());

  async function* join(): AsyncGenerator<Uint8Array> {
    for (const [index, link] of ordered.entries()) {
      const [key, file] = [keys[index], files[index]];
      if (key && file) yield* unpack(decryptStream(file, key, link.nonce), link, options);
    }
  }
}

/** Writes a stream to a file, which appears under its name only when the stream has ended well. */
export async function saveStream(stream: ReadableStream<Uint8Array>, path: string): Promise<void> {
  const part = `${path}.part`;
  try {
    await pipeline(stream, createWriteStream(part));
    await rename(part, path);
  } catch (error) {
    await rm(part, { force: true });
    throw error;
  }
}

function unpack(file: AsyncIterable<Uint8Array>, { hash_type, hash_value }: BillLink, { limit = LIMIT }: DownloadOptions) {
  return checkDigest(unpackStream(file, limit), hash_type, hash_value);
}

/** The link is called exactly as given. */
async function fetchFile(merchant: Merchant, { download_url }: BillLink, options: CallOptions): Promise<AsyncIterable<Uint8Array>> {
  const url = safeUrl(download_url);
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

import type { Merchant } from './merchant.js';
import type { CallOptions } from './operation.js';

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

/**
 * Downloads a bill, unpacks it if it is packed, and checks its digest. The stream fails at its end when the file is not the one
 * announced, so keep nothing of it before (`saveStream` does this).
 * What does it is loaded with the first bill.
 *
 * @throws {ApiError} When the link has expired.
 */
export async function downloadBill(merchant: Merchant, link: BillLink, options?: DownloadOptions): Promise<ReadableStream<Uint8Array>> {
  const { openBill } = await import('./open-bill.js');
  return openBill(merchant, link, options);
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
  options?: DownloadOptions,
): Promise<ReadableStream<Uint8Array>> {
  const { openEncryptedBill } = await import('./open-bill.js');
  return openEncryptedBill(merchant, links, options);
}

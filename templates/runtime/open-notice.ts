import type { Merchant } from './merchant.js';
import type { NoticeHeaders, Webhook } from './operation.js';

/**
 * Verifies, decrypts and decodes one notification whose page is known. What does it is loaded with the first one.
 *
 * @typeParam Body The emitted type.
 * @param rawBody The bytes as they arrived; a body that a framework parsed and wrote again does not verify.
 * @throws {SignatureError} When the message is not proven to come from the platform.
 * @throws {DecryptError} When it is genuine, but cannot be read.
 */
export async function openNotice<Body>(
  merchant: Merchant,
  webhook: Webhook,
  rawBody: Uint8Array | string,
  headers: NoticeHeaders,
): Promise<Body> {
  const { proveNotice } = await import('./prove-notice.js');
  // Notifications are read loosely: the page says what they hold, and what differs was reported.
  return (await proveNotice(merchant, webhook, rawBody, headers)) as Body;
}

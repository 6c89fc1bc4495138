import { applyLayers } from './apply-layers.js';
import type { Merchant } from './merchant.js';
import type { NoticeHeaders, Webhook } from './operation.js';
import { reportUnknown } from './report-unknown.js';

/**
 * Verifies, decrypts and decodes one notification whose page is known.
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
  const bytes = typeof rawBody === 'string' ? new TextEncoder().encode(rawBody) : rawBody;
  const message = await webhook.read(merchant, webhook, bytes, headersFrom(headers));
  const body = applyLayers(message, webhook.open ?? [], { merchant, shape: webhook.shape });
  reportUnknown(merchant, `WEBHOOK ${webhook.id}`, body, webhook.shape);
  // Notifications are read loosely: the page says what they hold, and what differs was reported.
  return body as Body;
}

/** Of `node:http` and Express as well as of `fetch`. */
export function headersFrom(headers: NoticeHeaders): Headers {
  if (headers instanceof Headers) return headers;
  return new Headers(Object.entries(headers).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]])));
}

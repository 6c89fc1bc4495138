import { applyLayers } from './apply-layers.js';
import type { Merchant } from './merchant.js';
import type { NoticeHeaders, Webhook } from './operation.js';
import { reportUnknown } from './report-unknown.js';

/** See `openNotice`. */
export async function proveNotice(
  merchant: Merchant,
  webhook: Webhook,
  rawBody: Uint8Array | string,
  headers: NoticeHeaders,
): Promise<unknown> {
  const bytes = typeof rawBody === 'string' ? new TextEncoder().encode(rawBody) : rawBody;
  const message = await webhook.read(merchant, webhook, bytes, headersFrom(headers));
  const body = applyLayers(message, webhook.open ?? [], { merchant, shape: webhook.shape });
  reportUnknown(merchant, `WEBHOOK ${webhook.id}`, body, webhook.shape);
  return body;
}

/** Of `node:http` and Express as well as of `fetch`. Those that nobody asks for may be of any form, as `:path` of HTTP/2 is. */
function headersFrom(headers: NoticeHeaders): Headers {
  if (headers instanceof Headers) return headers;
  const found = new Headers();
  for (const [name, value] of Object.entries(headers)) {
    if (value === undefined || !/^(wechatpay-|request-id$)/i.test(name)) continue;
    try {
      found.append(name, String(value));
    } catch {
      // What cannot be a header did not come over the wire: it counts as absent.
    }
  }
  return found;
}

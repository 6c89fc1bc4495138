import { applyLayers } from './apply-layers.js';
import { encryptField } from './encrypt-field.js';
import type { Merchant } from './merchant.js';
import type { Layer, Reply, Webhook } from './operation.js';
import { isObject } from './validation.js';

/**
 * Prepares a reply of which fields are encoded or encrypted. The serial of the key travels with it, as with a request.
 *
 * @param seal Paths begin inside the body.
 */
export async function sealReply(
  merchant: Merchant,
  webhook: Webhook,
  seal: readonly Layer[],
): Promise<(body?: Readonly<Record<string, unknown>>) => Reply> {
  const serial = seal.some(([, codec]) => codec === encryptField) ? await merchant.platformKeys.current() : undefined;
  return (body) => {
    const sealed = applyLayers(body, seal, { merchant, serial });
    const reply = webhook.reply(merchant, isObject(sealed) ? sealed : undefined);
    return serial === undefined ? reply : { ...reply, headers: { ...reply.headers, 'Wechatpay-Serial': serial } };
  };
}

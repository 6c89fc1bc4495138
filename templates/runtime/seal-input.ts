import { applyLayers } from './apply-layers.js';
import type { Merchant } from './merchant.js';
import type { Input, Operation } from './operation.js';
import { requestHeaders } from './request-headers.js';

/**
 * Encodes and encrypts the fields of a v3 input.
 *
 * @returns The sealed input, and the serial of the key that encrypted, for `Wechatpay-Serial`: the caller's if the input has one.
 */
export async function sealInput(merchant: Merchant, operation: Operation, input: Input): Promise<{ input: Input; serial: string }> {
  // Of the headers as they will be sent: the last one counts, however it is written.
  const serial = requestHeaders(input, {})['wechatpay-serial'] ?? (await merchant.platformKeys.current());
  // Layers change fields inside of the groups; the input stays an object.
  return { input: applyLayers(input, operation.seal ?? [], { merchant, serial }) as Input, serial };
}

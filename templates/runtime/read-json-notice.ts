import { DecryptError } from './errors.js';
import type { ReadNotice } from './operation.js';
import { parseJson } from './parse-json.js';
import { isObject } from './validation.js';
import { verifySignature } from './verify-signature.js';

/** Verifies the raw body of a v3 notification, then parses it. */
export const readJsonNotice: ReadNotice = async (merchant, webhook, body, headers) => {
  await verifySignature(merchant, headers, body);
  const message = parseJson(body);
  if (!isObject(message)) throw new DecryptError(`${webhook.id} is no JSON object`);
  return message;
};

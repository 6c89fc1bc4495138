import { DecryptError } from './errors.js';
import type { Receive } from './operation.js';
import { parseJson } from './parse-json.js';
import { readBody } from './read-body.js';
import { verifySignature } from './verify-signature.js';

/** Reads a signed JSON answer. */
export const receiveJson: Receive = async (merchant, operation, response) => {
  const body = await readBody(response);
  await verifySignature(merchant, response.headers, body);
  if (body.length === 0) return undefined;
  return parseJson(body) ?? fail(operation.id);
};

/** Reads a JSON answer that carries no signature, as its page says. */
export const receiveUnsignedJson: Receive = async (_, operation, response) => parseJson(await readBody(response)) ?? fail(operation.id);

function fail(operation: string): never {
  throw new DecryptError(`${operation} answered something that is not JSON`);
}

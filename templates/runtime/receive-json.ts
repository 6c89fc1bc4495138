import { DecryptError } from './errors.js';
import type { Receive } from './operation.js';
import { parseJson } from './parse-json.js';
import { readBody } from './read-body.js';
import { unproven } from './unproven.js';
import { verifySignature } from './verify-signature.js';

/** Reads a signed JSON answer. */
export const receiveJson: Receive = async (merchant, operation, response) => {
  const body = await readBody(response);
  await verifySignature(merchant, response.headers, body);
  if (body.length === 0) return undefined;
  const answer = parseJson(body);
  if (answer !== undefined && answer !== null) return answer;
  throw new DecryptError(`${operation.id} answered something that is not JSON`);
};

/** Reads a JSON answer that carries no signature, as its page says. */
export const receiveUnsignedJson: Receive = async (_, operation, response) => {
  const answer = parseJson(await readBody(response));
  if (answer !== undefined && answer !== null) return answer;
  throw unproven(`${operation.id} answered something that is not JSON`, response);
};

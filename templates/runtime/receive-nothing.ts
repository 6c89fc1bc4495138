import type { Receive } from './operation.js';
import { readBody } from './read-body.js';
import { verifySignature } from './verify-signature.js';

/** Verifies an answer that has no fields. */
export const receiveNothing: Receive = async (merchant, _, response) =>
  verifySignature(merchant, response.headers, await readBody(response));

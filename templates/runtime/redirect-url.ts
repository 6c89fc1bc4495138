import { ValidationError } from './errors.js';
import type { Merchant } from './merchant.js';
import type { Input, Operation } from './operation.js';
import { noncedFields, sealV2, signedFields } from './send-xml.js';
import { sendSignedQuery } from './send-query.js';
import { targetUrl } from './target-url.js';

const NOT_IN_ADDRESS = /^(json|xml|body|headers)\./;

/**
 * Builds the address that the user's browser is sent to. Nothing is called.
 *
 * @throws {ValidationError} When the input is wrong.
 */
export function redirectUrl(merchant: Merchant, operation: Operation, given: object): URL {
  const issues = operation.validate(given);
  if (issues) throw new ValidationError(issues);
  // The validator vouches for an object of groups.
  const seal = operation.seal?.filter(([path]) => !NOT_IN_ADDRESS.test(path)) ?? [];
  const input = sealV2(merchant, { ...operation, seal }, given as Input);
  const query = noncedFields(merchant, operation, input, 'query');
  const url = targetUrl(merchant, operation, input, operation.send === sendSignedQuery ? signedFields(merchant, operation, query) : query);
  if (typeof input['fragment'] === 'string') url.hash = input['fragment'];
  return url;
}

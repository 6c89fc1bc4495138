import type { Send } from './operation.js';
import { requestHeaders } from './request-headers.js';
import { noncedFields, sealV2, signedFields } from './send-xml.js';
import { targetUrl } from './target-url.js';

/** Builds a v2 request without body or sign. */
export const sendQuery: Send = async (merchant, operation, given) => {
  const input = sealV2(merchant, operation, given);
  const query = noncedFields(merchant, operation, input, 'query');
  return { url: targetUrl(merchant, operation, input, query), headers: requestHeaders(input, {}), signedBody: '' };
};

/** Builds a v2 request whose query carries the sign. */
export const sendSignedQuery: Send = async (merchant, operation, given) => {
  const input = sealV2(merchant, operation, given);
  const query = signedFields(merchant, operation, noncedFields(merchant, operation, input, 'query'));
  return { url: targetUrl(merchant, operation, input, query), headers: requestHeaders(input, {}), signedBody: '' };
};

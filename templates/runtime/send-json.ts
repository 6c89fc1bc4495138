import { sealInput } from './seal-input.js';
import { requestHeaders } from './request-headers.js';
import { signRequest } from './sign-request.js';
import type { Send } from './operation.js';
import { targetUrl } from './target-url.js';

/** Builds a v3 request: path, query, and a JSON body if the input has `json`. */
export const sendJson: Send = async (merchant, operation, given) => {
  const { input, serial } = await sealInput(merchant, operation, given);
  const json = input['json'];
  const signedBody = json === undefined ? '' : JSON.stringify(json);
  return {
    url: targetUrl(merchant, operation, input),
    headers: requestHeaders(input, {
      ...(signedBody && { 'Content-Type': 'application/json' }),
      'Wechatpay-Serial': serial,
    }),
    ...(signedBody && { body: Buffer.from(signedBody) }),
    signedBody,
    authorize: signRequest,
  };
};

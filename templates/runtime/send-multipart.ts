import { buildMultipart } from './build-multipart.js';
import type { Send } from './operation.js';
import { requestHeaders } from './request-headers.js';
import { sealInput } from './seal-input.js';
import { signRequest } from './sign-request.js';
import { targetUrl } from './target-url.js';
import { isObject } from './validation.js';

/** Builds a v3 upload. The signature covers the text of `meta`, byte for byte as in its part. */
export const sendMultipart: Send = async (merchant, operation, given) => {
  const { input, serial } = await sealInput(merchant, operation, given);
  const parts = isObject(input['body']) ? input['body'] : {};
  const { meta } = parts;
  const signedBody = typeof meta === 'string' ? meta : JSON.stringify(meta ?? {});
  const { contentType, body } = await buildMultipart({ ...parts, meta: signedBody }, merchant.nonce());
  return {
    url: targetUrl(merchant, operation, input),
    headers: requestHeaders(input, { 'Content-Type': contentType, 'Wechatpay-Serial': serial }),
    body,
    signedBody,
    authorize: signRequest,
  };
};

import { buildMultipart } from './build-multipart.js';
import type { Send } from './operation.js';
import { requestHeaders } from './request-headers.js';
import { noncedFields, sealV2, signedFields } from './send-xml.js';
import { targetUrl } from './target-url.js';
import { isUploadFile } from './upload-file.js';

/** Builds a v2 upload: form fields with their sign, which does not cover the file. */
export const sendForm: Send = async (merchant, operation, given) => {
  const input = sealV2(merchant, operation, given);
  const entries = Object.entries(noncedFields(merchant, operation, input, 'body'));
  const files = Object.fromEntries(entries.filter(([, value]) => isUploadFile(value)));
  const fields = signedFields(merchant, operation, Object.fromEntries(entries.filter(([, value]) => !isUploadFile(value))));
  const { contentType, body } = await buildMultipart({ ...fields, ...files }, merchant.nonce());
  return {
    url: targetUrl(merchant, operation, input),
    headers: requestHeaders(input, { Accept: 'text/xml', 'Content-Type': contentType }),
    body,
    signedBody: '',
  };
};

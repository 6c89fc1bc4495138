import { buildXml } from './build-xml.js';
import type { WriteReply } from './operation.js';
import { signText } from './sign-request.js';

/** v3: no body means "received"; a `code` of `FAIL` asks for another send. */
export const replyJson: WriteReply = (_, body) => {
  if (body === undefined) return { status: 204, headers: {}, body: '' };
  return { status: body['code'] === 'FAIL' ? 500 : 200, headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) };
};

/** v3, where the page lists an `Authorization` header: signed over timestamp, nonce and body, a line each. */
export const replySignedJson: WriteReply = (merchant, given) => {
  const { status, headers, body } = replyJson(merchant, given);
  const timestamp = String(Math.floor(merchant.clock.now() / 1000));
  const nonce = merchant.nonce();
  const signature = signText(`${timestamp}\n${nonce}\n${body}\n`, merchant.privateKey);
  const { mchid, serial } = merchant;
  const authorization = `WECHATPAY2-SHA256-RSA2048 mchid="${mchid}",nonce_str="${nonce}",signature="${signature}",timestamp="${timestamp}",serial_no="${serial}"`;
  return { status, headers: { ...headers, Authorization: authorization }, body };
};

/** v2: always 200, success unless the body says otherwise. */
export const replyXml: WriteReply = (_, body = { return_code: 'SUCCESS', return_msg: 'OK' }) => ({
  status: 200,
  headers: { 'Content-Type': 'text/xml' },
  body: buildXml(body),
});

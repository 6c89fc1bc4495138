import { ConfigError } from './errors.js';
import type { Merchant } from './merchant.js';
import { signParameters, type SignType } from './sign-parameters.js';
import { signText } from './sign-request.js';

/** What `WeixinJSBridge` and `wx.requestPayment` take. */
export interface JsapiPayment {
  readonly appId: string;
  readonly timeStamp: string;
  readonly nonceStr: string;
  readonly package: string;
  readonly signType: 'RSA' | SignType;
  readonly paySign: string;
}

/** What the app SDK takes. */
export interface AppPayment {
  readonly appid: string;
  readonly partnerid: string;
  readonly prepayid: string;
  readonly package: 'Sign=WXPay';
  readonly noncestr: string;
  readonly timestamp: string;
  readonly sign: string;
}

/** Who pays what: the app and the prepayment that an order call answered. */
export interface Prepayment {
  readonly appid: string;
  readonly prepayId: string;
}

/** Signs a v3 prepayment for JSAPI and mini programs (runtime-requirements.md §11). */
export function signJsapi(merchant: Merchant, { appid, prepayId }: Prepayment): JsapiPayment {
  const unsigned = jsapiFields(merchant, appid, prepayId);
  const { appId, timeStamp, nonceStr, package: bundle } = unsigned;
  const paySign = signText(`${appId}\n${timeStamp}\n${nonceStr}\n${bundle}\n`, merchant.privateKey);
  return { ...unsigned, signType: 'RSA', paySign };
}

/**
 * Signs a v3 prepayment for an app.
 *
 * @param partnerid Who gets the money (default: the merchant).
 */
export function signApp(merchant: Merchant, { appid, prepayId }: Prepayment, partnerid = merchant.mchid): AppPayment {
  const unsigned = appFields(merchant, appid, prepayId, partnerid);
  const { timestamp, noncestr, prepayid } = unsigned;
  return { ...unsigned, sign: signText(`${appid}\n${timestamp}\n${noncestr}\n${prepayid}\n`, merchant.privateKey) };
}

/**
 * Signs a v2 prepayment for JSAPI and mini programs.
 *
 * @param signType The one of the order (default: `MD5`).
 */
export function signJsapiV2(merchant: Merchant, { appid, prepayId }: Prepayment, signType: SignType = 'MD5'): JsapiPayment {
  const unsigned = { ...jsapiFields(merchant, appid, prepayId), signType };
  return { ...unsigned, paySign: signParameters(unsigned, merchant.need('apiV2Key'), signType) };
}

/** Signs a v2 prepayment for an app. See {@link signApp}, {@link signJsapiV2}. */
export function signAppV2(
  merchant: Merchant,
  { appid, prepayId }: Prepayment,
  signType: SignType = 'MD5',
  partnerid = merchant.mchid,
): AppPayment {
  const unsigned = appFields(merchant, appid, prepayId, partnerid);
  return { ...unsigned, sign: signParameters(unsigned, merchant.need('apiV2Key'), signType) };
}

function jsapiFields(merchant: Merchant, appId: string, prepayId: string) {
  return { appId, timeStamp: secondsNow(merchant), nonceStr: merchant.nonce(), package: `prepay_id=${present(prepayId)}` };
}

function appFields(merchant: Merchant, appid: string, prepayId: string, partnerid: string) {
  const facts = { appid, partnerid, prepayid: present(prepayId), noncestr: merchant.nonce(), timestamp: secondsNow(merchant) };
  return { ...facts, package: 'Sign=WXPay' as const };
}

/** A sign over `prepay_id=undefined` would be refused on the phone of the user, where nobody can tell why. */
function present(prepayId: string): string {
  if (!prepayId) throw new ConfigError('Give `prepayId`: the prepay_id that the order call answered');
  return prepayId;
}

function secondsNow({ clock }: Merchant): string {
  return String(Math.floor(clock.now() / 1000));
}

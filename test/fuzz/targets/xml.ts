import { WechatPayError } from '../../../templates/runtime/errors.js';
import { gatherLists } from '../../../templates/runtime/flat-lists.js';
import type { Operation } from '../../../templates/runtime/operation.js';
import { parseXml } from '../../../templates/runtime/parse-xml.js';
import { receiveXml } from '../../../templates/runtime/receive-xml.js';
import { sendXml } from '../../../templates/runtime/send-xml.js';
import { isSignedWith } from '../../../templates/runtime/sign-parameters.js';
import { typeTexts } from '../../../templates/runtime/type-texts.js';
import { merchant } from '../parties.js';
import type { Target } from '../target.js';

export const xmlWords = [
  '<',
  '>',
  '</',
  '/>',
  '<![CDATA[',
  ']]>',
  '<!--',
  '-->',
  '<!DOCTYPE a [<!ENTITY b "c">]>',
  '&lt;',
  '&#1114112;',
  '&#99999999999;',
  '&#x110000;',
  '&#xfffffffff;',
  '&b;',
  '<?',
  '?>',
  '<xml>',
  '</xml>',
  '<__proto__>',
  '<constructor>',
  '<a>',
  '</a>',
  ' a="b"',
  'coupon_id_0',
  'coupon_id_99999999999',
  'return_code',
  'result_code',
  'FAIL',
  'err_code',
  '<sign>',
  '</sign>',
  'HMAC-SHA256',
  '\0',
];

const seeds = [
  '<xml><return_code><![CDATA[SUCCESS]]></return_code><total_fee>1</total_fee><coupon_id_0>1</coupon_id_0><sign>ABC</sign></xml>',
  '<?xml version="1.0"?><xml><a>1</a><a>2</a><b><c>&lt;&#20013;&#x4e2d;</c></b></xml>',
  '<xml><a>1</a></xml>',
  '<xml><return_code>FAIL</return_code><return_msg>x</return_msg></xml>',
  '<xml><result_code>FAIL</result_code><err_code>SYSTEMERROR</err_code><err_code_des>x</err_code_des><on>true</on></xml>',
];

const shape = { total_fee: 0, coupon_id_$n: '', coupon_$n_$m: [''], b: { c: '' }, a: 0, on: false };

const operation: Operation = {
  id: 'POST /v2/tea',
  method: 'POST',
  path: '/tea',
  validate: () => undefined,
  send: sendXml,
  receive: receiveXml,
  shape,
};

/** The text of a v2 message, and the values in it. */
export const xml: Target = {
  seeds,
  words: xmlWords,
  run(text) {
    const message = parseXml(text);
    if (message === undefined) return false;
    if (({} as Record<string, unknown>)['a'] !== undefined) throw new Error('a prototype has changed');
    const texts = Object.fromEntries(Object.entries(message).filter((entry): entry is [string, string] => typeof entry[1] === 'string'));
    if (isSignedWith(texts, merchant.need('apiV2Key'))) throw new Error('a sign without the key');
    typeTexts(gatherLists(message, shape), shape);
    return true;
  },
};

/** A v2 answer as it comes over the wire. */
export const answer: Target = {
  seeds,
  words: xmlWords,
  async run(text) {
    try {
      await receiveXml(merchant, operation, new Response(text));
      return true;
    } catch (error) {
      if (error instanceof WechatPayError) return false;
      throw error;
    }
  },
};

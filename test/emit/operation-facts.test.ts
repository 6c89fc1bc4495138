import { describe, expect, it } from 'vitest';
import { emitPage } from '../../generator/emit/index.js';
import { compile } from '../support/tester.js';
import { separator, writePage, type PageParts } from '../support/write-page.js';

/** The emitted facts of a page's operation, by name. */
function facts(file: string, parts: PageParts): ReadonlyMap<string, string> {
  const [page] = compile(writePage(file, parts)).pages;
  const [module] = page ? emitPage(page) : [];
  const text = /^export const \w+(?:Operation|webhook)?: (?:Operation|Webhook) = \{ (.*) \};$/m.exec(module?.text ?? '')?.[1] ?? '';
  return new Map(splitTop(text).map((fact) => [fact.slice(0, fact.indexOf(':')), fact.slice(fact.indexOf(':') + 2)]));
}

/** Splits at the commas outside of brackets. */
function splitTop(text: string): string[] {
  const parts: string[] = [''];
  let depth = 0;
  for (const character of text) {
    if ('[{'.includes(character)) depth += 1;
    if (']}'.includes(character)) depth -= 1;
    if (character === ',' && depth === 0) parts.push('');
    else parts[parts.length - 1] += character;
  }
  return parts.map((part) => part.trim());
}

const platformKey = '{data-tooltip=微信支付公钥/平台证书加密后的BASE64字符串 data-encrypted=by-rsa-pubkey}';
const merchantKey = '{data-tooltip=商户API证书对应的公钥加密后的BASE64字符串 data-encrypted=by-rsa-pubkey}';
const bankKey = '{data-tooltip=付款到银行卡用的RSA加密公钥加密后的BASE64字符串 data-encrypted=by-rsa-pubkey}';
const serial = ['headers {data-required} | object', 'Wechatpay-Serial {data-required data-indent=1} | string'];
const encoded = '{data-encoded=by-json_encode}';

describe('layers', () => {
  it.each<[string, string, PageParts, Readonly<Record<string, string>>]>([
    [
      'make JSON of objects where only text travels',
      'openapi/v3/teas.md',
      {
        verb: 'get',
        request: [
          'query | object',
          'cup {data-indent=1} | object',
          `guest {data-indent=2} | string ${platformKey}`,
          'pots {data-indent=1} | object[]',
          'size {data-indent=2} | string',
        ],
      },
      { seal: "[['query.cup.guest', encryptField], ['query.cup', encodeJson], ['query.pots.*', encodeJson]]" },
    ],
    [
      'are put on each text of a numbered name',
      'openapi/v2/teas.md',
      {
        request: [
          'xml {data-required} | object',
          `cup_$n_$m {data-required data-indent=1} | string ${encoded}`,
          separator,
          `guest {data-required data-indent=2} | string ${bankKey}`,
        ],
      },
      { seal: "[['xml.cup_$n_$m.guest', encryptForBank], ['xml.cup_$n_$m.*.*', encodeJson]]" },
    ],
    [
      'are sealed from the inside out',
      'openapi/v3/teas.md',
      {
        request: [
          'json {data-required} | object',
          `outer {data-indent=1} | string ${encoded}`,
          separator,
          `inner {data-indent=2} | string ${encoded}`,
          separator,
          `secret {data-indent=3} | string ${platformKey}`,
          'plain {data-indent=3} | string',
          ...serial,
        ],
      },
      { seal: "[['json.outer.inner.secret', encryptField], ['json.outer.inner', encodeJson], ['json.outer', encodeJson]]" },
    ],
    [
      'are opened from the outside in',
      'openapi/v3/teas.md',
      {
        answer: [
          `story | string ${encoded}`,
          separator,
          `owner {data-indent=1} | string ${merchantKey}`,
          'page {data-indent=1} | string',
          `cups | object[]`,
          `name {data-indent=1} | string ${merchantKey}`,
        ],
      },
      { open: "[['story', decodeJson], ['story.owner', decryptField], ['cups.name', decryptField]]" },
    ],
    [
      'pass by the label of a list, and reach both readings where nothing tells',
      'openapi/v3/teas.md',
      {
        request: [
          'json {data-required} | object',
          `cups {data-indent=1} | string ${encoded}`,
          separator,
          'cup {data-indent=2} | object[]',
          `name {data-indent=3} | string ${platformKey}`,
          ...serial,
        ],
      },
      { seal: "[['json.cups.cup.name', encryptField], ['json.cups.*.name', encryptField], ['json.cups', encodeJson]]" },
    ],
    [
      'of v2 know the key of the bank',
      'openapi/v2/pay/bank.md',
      { request: ['xml {data-required} | object', `enc_bank_no {data-indent=1} | string ${bankKey}`], answer: ['return_code | string'] },
      { seal: "[['xml.enc_bank_no', encryptForBank]]" },
    ],
    [
      'of notifications begin inside of the body',
      'webhook/v3/TEA.DONE.md',
      {
        answerKeyword: '应答规范',
        request: [
          'body | object',
          'event_type {data-indent=1} | string | `TEA.DONE` 枚举值',
          'resource {data-indent=1} | object',
          'ciphertext {data-indent=2} | string {data-tooltip=APIv3密钥加密后的BASE64字符串 data-encrypted=by-aes-gcm}',
          separator,
          `owner {data-indent=3} | string ${merchantKey}`,
        ],
        answer: ['body | object', 'code {data-indent=1} | string'],
      },
      {
        open: "[['resource.ciphertext', decryptGcm], ['resource.ciphertext', decodeJson], ['resource.ciphertext.owner', decryptField]]",
        reply: 'replyJson',
      },
    ],
  ])('%s', (_, file, parts, expected) => {
    const found = facts(file, parts);
    expect(Object.fromEntries(Object.keys(expected).map((name) => [name, found.get(name)]))).toEqual(expected);
  });
});

describe('the way of an operation', () => {
  const noContent = '空字符串(无返回内容) {align=center colspan=3}';
  const stream = '文件流(需解析为对应数据) {align=center colspan=3}';

  it.each<[string, PageParts, string, string]>([
    ['openapi/v3/teas.md', { request: ['json | object', 'a {data-indent=1} | string'] }, 'sendJson', 'receiveJson'],
    ['openapi/v3/teas.md', { answer: [noContent] }, 'sendJson', 'receiveNothing'],
    [
      'openapi/v2/teas.md',
      { request: ['xml | object', 'a {data-indent=1} | string'], answer: [noContent] },
      'sendXml',
      'receiveXmlOrNothing',
    ],
    ['openapi/v3/teas.md', { verb: 'get', answer: [stream] }, 'sendJson', 'receiveStream'],
    ['openapi/v3/teas.md', { request: ['body | object', 'file {data-indent=1} | object'] }, 'sendMultipart', 'receiveJson'],
    ['openapi/v2/teas.md', { request: ['xml | object', 'a {data-indent=1} | string'], answer: ['a | string'] }, 'sendXml', 'receiveXml'],
    [
      'openapi/v2/teas.md',
      { request: ['body | object', 'file {data-indent=1} | object'], answer: ['a | string'] },
      'sendForm',
      'receiveXml',
    ],
    [
      'openapi/v2/teas.md',
      { verb: 'get', request: ['query | object', 'a {data-indent=1} | string'], answer: ['a | string'] },
      'sendQuery',
      'receiveXml',
    ],
    [
      'openapi/v2/teas.md',
      { verb: 'get', request: ['query | object', 'sign {data-indent=1} | string'], answer: ['a | string'] },
      'sendSignedQuery',
      'receiveXml',
    ],
    [
      'openapi/v2/teas.md',
      { request: ['xml | object', 'a {data-indent=1} | string'], answer: ['a | string'], answerKeyword: '异常字典' },
      'sendXml',
      'receiveXmlOrStream',
    ],
  ])('of %s %j is %s and %s', (file, parts, send, receive) => {
    const found = facts(file, parts);
    expect([found.get('send'), found.get('receive')]).toEqual([send, receive]);
  });
});

describe('the own number of an operation', () => {
  it.each<[string, readonly string[], string | undefined]>([
    ['is a required one', ['out_trade_no {data-required data-indent=1} | string'], "'out_trade_no'"],
    ['is none that may be absent', ['out_trade_no {data-indent=1} | string'], undefined],
    [
      'is the last of several',
      ['out_trade_no {data-required data-indent=1} | string', 'out_refund_no {data-required data-indent=1} | string'],
      "'out_refund_no'",
    ],
    [
      'is no number of a merchant',
      ['sub_mchid {data-required data-indent=1} | string', 'bal_account_no {data-required data-indent=1} | string'],
      undefined,
    ],
    [
      'stands at the top of the body',
      ['order {data-required data-indent=1} | object', 'out_trade_no {data-required data-indent=2} | string'],
      undefined,
    ],
    ['may be that of a request', ['add_request_no {data-required data-indent=1} | string'], "'add_request_no'"],
    ['may be that of a transfer', ['partner_trade_no {data-required data-indent=1} | string'], "'partner_trade_no'"],
    ['may be that of a red packet', ['mch_billno {data-required data-indent=1} | string'], "'mch_billno'"],
  ])('%s', (_, rows, expected) => {
    expect(facts('openapi/v3/teas.md', { request: ['json {data-required} | object', ...rows] }).get('idempotentBy')).toBe(expected);
  });
});

describe('the host', () => {
  const row = (required: string) => `base_uri${required} | string | 声明接入点\`https://api.example.com/hk/\`(香港接入)`;

  it('is the page’s where the page requires it', () => {
    expect(facts('openapi/v3/teas.md', { request: [row(' {data-required}')] }).get('host')).toBe("'https://api.example.com/hk/'");
  });

  it('is the main one where the page only offers another', () => {
    expect(facts('openapi/v3/teas.md', { request: [row('')] }).has('host')).toBe(false);
  });
});

describe('the transport', () => {
  const row = (group: string) => [`${group} {data-required} | object`, 'a {data-required data-indent=1} | string'];

  it.each<[string, string, string, readonly string[], string | undefined]>([
    ['GET has a query', 'get', 'openapi/v3/teas.md', row('query'), undefined],
    ['POST has a body', 'post', 'openapi/v3/teas.md', row('json'), undefined],
    ['GET has a body', 'get', 'openapi/v3/teas.md', row('json'), 'fetchWithBody'],
    ['GET has a body of v2', 'get', 'openapi/v2/teas.md', row('xml'), 'fetchWithBody'],
    [
      'the page wants a certificate',
      'get',
      'openapi/v2/teas.md',
      [...row('xml'), 'security {data-required} | `true`'],
      'fetchWithCertificate',
    ],
  ])('where %s', (_, verb, file, request, transport) => {
    expect(facts(file, { verb, request }).get('transport')).toBe(transport);
  });
});

describe('the nonce', () => {
  const rows = (group: string) => [`${group} {data-required} | object`, 'nonce_str {data-required data-indent=1} | string'];

  it.each([
    ['openapi/v2/teas.md', 'query', 'true'],
    ['openapi/v2/teas.md', 'body', 'true'],
    ['openapi/v2/teas.md', 'xml', undefined],
    ['openapi/v3/teas.md', 'query', undefined],
  ])('of %s is supplied in a %s: %s', (file, group, expected) => {
    expect(facts(file, { verb: 'post', request: rows(group) }).get('nonced')).toBe(expected);
  });

  it.each([
    ['openapi/v2/teas.md', 'query', true],
    ['openapi/v3/teas.md', 'query', false],
    ['openapi/v3/teas.md', 'json', false],
  ])('of %s can be left out of a %s, if it is supplied: %s', (file, group, optional) => {
    const [page] = compile(writePage(file, { verb: 'post', request: rows(group) })).pages;
    const [module] = page ? emitPage(page) : [];
    expect(module?.text.includes('nonce_str?: string | undefined')).toBe(optional);
    expect(module?.text.includes('nonce_str: string')).toBe(!optional);
  });
});

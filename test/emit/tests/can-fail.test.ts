import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { assembleApi } from '../../../generator/model/assemble-api.js';
import { makeTestBench, type TestOutcome } from '../../support/generated-tests.js';
import { readTreePage } from '../../support/page-tree.js';
import { compile } from '../../support/tester.js';
import { separator, writePage } from '../../support/write-page.js';

const pages = [
  'openapi/v3/aggracct-bc/wb-channel/special-reduction.md',
  'openapi/v3/merchant/media/upload.md',
  'openapi/v2/pay/orderquery.md',
  'webhook/v3/REFUND.SUCCESS.md',
  'webhook/v2/transaction-success.md',
];

interface Sabotage {
  readonly what: string;
  /** A file of the SDK, and what is replaced in it. */
  readonly file: string;
  readonly replace: string;
  readonly by: string;
  /** Tests that have to notice, as `subject › title`. */
  readonly noticed: readonly string[];
}

const reduction = 'POST /v3/aggracct-bc/wb-channel/special-reduction';
const sends = 'sends the required fields';
const reads = 'sends all fields and reads the answer';

const sabotages: readonly Sabotage[] = [
  {
    what: 'a request without signature',
    file: 'src/runtime/send-json.ts',
    replace: 'authorize: signRequest,',
    by: '',
    noticed: [`${reduction} › ${sends}`, `${reduction} › ${reads}`],
  },
  {
    what: 'a signature of something else',
    file: 'src/runtime/sign-request.ts',
    replace: '\\n${nonce}\\n${body}\\n`',
    by: '\\n${nonce}\\n\\n`',
    noticed: [`${reduction} › ${sends}`, `POST /v3/merchant/media/upload › ${sends}`],
  },
  {
    what: 'a wrong serial of the merchant',
    file: 'src/runtime/sign-request.ts',
    replace: 'serial_no="${serial}"',
    by: 'serial_no="0${serial}"',
    noticed: [`${reduction} › ${sends}`],
  },
  {
    what: 'a wrong serial of the platform key',
    file: 'src/runtime/send-json.ts',
    replace: "'Wechatpay-Serial': serial",
    by: "'Wechatpay-Serial': `${serial}0`",
    noticed: [`${reduction} › ${sends}`],
  },
  {
    what: 'plain text on the wire',
    file: 'src/runtime/encrypt-field.ts',
    replace: 'return encryptEach(value, key, pointer);\n};',
    by: 'return value;\n};',
    noticed: [`${reduction} › ${sends}`, `${reduction} › never shows the plain text of an encrypted field on the wire`],
  },
  {
    what: 'a skipped decryption',
    file: 'src/runtime/decrypt-field.ts',
    replace: "typeof value !== 'string' || value === ''",
    by: 'value !== undefined',
    noticed: [`${reduction} › ${reads}`],
  },
  {
    what: 'a dropped field',
    file: 'src/runtime/send-json.ts',
    replace: "const json = input['json'];",
    by: "const { amount: _amount, ...json } = (input['json'] ?? {}) as Record<string, unknown>;",
    noticed: [`${reduction} › ${sends}`],
  },
  {
    what: 'an answer that nobody verifies',
    file: 'src/runtime/verify-signature.ts',
    replace: "if (!verify('sha256'",
    by: "if (false && !verify('sha256'",
    noticed: [`${reduction} › refuses a tampered answer`, 'WEBHOOK v3/REFUND.SUCCESS › is refused when somebody changed it'],
  },
  {
    what: 'a v2 sign that nobody verifies',
    file: 'src/runtime/sign-parameters.ts',
    replace: 'return given.length === right.length &&',
    by: 'return given.length < 0 || right.length > 0 ||',
    noticed: [
      'POST /v2/pay/orderquery › refuses a tampered answer',
      'WEBHOOK v2/transaction-success › is refused when somebody changed it',
    ],
  },
  {
    what: 'a wrong v2 sign',
    file: 'src/runtime/sign-parameters.ts',
    replace: ".digest('hex').toUpperCase()",
    by: ".digest('hex')",
    noticed: [`POST /v2/pay/orderquery › ${sends}`],
  },
  {
    what: 'a validator that takes everything',
    file: 'src/v3/aggracct-bc/wb-channel/special-reduction.ts',
    replace: 'return issues;',
    by: 'return issues && undefined;',
    noticed: [`${reduction} › refuses each wrong field`],
  },
];

/** Uploads as no page of `specs/` has them. */
const uploads = writePage('openapi/v3/teas.md', {
  request: [
    'body {data-required} | object',
    'front {data-required data-indent=1} | object',
    'others {data-indent=1} | object[]',
    'meta {data-indent=1} | string {data-encoded=by-json_encode}',
    separator,
    'filename {data-required data-indent=2} | string',
  ],
});
const uploadWithoutMeta = writePage('openapi/v3/cups.md', { request: ['body {data-required} | object', 'file {data-indent=1} | object'] });

/** What is rare on pages, or on none yet, and still clear. */
const rarities = [
  writePage('openapi/v3/certificates.md', {
    answer: [
      'box {data-required} | object',
      'nonce {data-required data-indent=1} | string',
      'associated_data {data-indent=1} | string',
      'ciphertext {data-required data-indent=1} | string {data-encrypted=by-aes-gcm}',
      separator,
      'name {data-required data-indent=2} | string',
      'secret {data-required} | string {data-encrypted=by-aes-gcm}',
      'nonce {data-required} | string',
    ],
  }),
  writePage('openapi/v3/forms.md', {
    request: [
      'json {data-required} | object',
      'form {data-required data-indent=1} | string {data-encoded=by-urlencode}',
      separator,
      'grams {data-required data-indent=2} | integer',
      'proof {data-required data-indent=1} | string {data-signed=by-rsa-privatekey}',
      'raw {data-indent=1} | string {data-encoded=by-json_encode}',
      'hidden {data-indent=1} | string {data-encrypted=by-rsa-pubkey}',
      separator,
      'leaf {data-indent=2} | string',
      'scene {data-indent=1} | string {data-encoded=by-json_encode}',
      separator,
      'shape {data-indent=1} | object | a `ROAD`',
      'lane {data-indent=2} | string',
      separator,
      'shape {data-indent=1} | object | a `PARK`',
      'lot {data-indent=2} | string',
    ],
    answer: ['raw | string {data-encoded=by-json_encode}', 'sealed | string {data-encrypted=by-rsa-pubkey data-encoded=by-urlencode}'],
  }),
  writePage('openapi/v2/hosts.md', {
    request: ['xml {data-required} | object', 'sort {data-indent=1} | string', 'base_uri | string | another address'],
    answer: [
      'return_code {data-required} | string',
      'sign {data-required} | string',
      'box | object',
      'leaf {data-indent=1} | string',
      'cups | object[]',
      'size {data-indent=1} | string',
      'names | string[]',
    ],
  }),
  writePage('openapi/v2/gates.md', {
    verb: 'get',
    request: [
      'query {data-required} | object',
      'scope {data-required data-indent=1} | string {data-encoded=by-json_encode}',
      separator,
      'leaf {data-required data-indent=2} | string',
      'form {data-indent=1} | string {data-encoded=by-urlencode}',
      separator,
      'grams {data-indent=2} | integer',
    ],
    answer: ['`30x`跳转(无实际返回信息) {align=center colspan=3}'],
  }),
  writePage('webhook/v2/sealed.md', {
    request: [
      'body {data-required} | object',
      'req_info {data-required data-indent=1} | string {data-encrypted=by-aes-ecb}',
      separator,
      'box {data-required data-indent=2} | object',
      'leaf {data-required data-indent=3} | string',
      'cup {data-required data-indent=1} | object',
      'size {data-required data-indent=2} | string',
      'sign {data-required data-indent=1} | string',
    ],
    answerKeyword: '应答规范',
    answer: [
      'body {data-required} | object',
      'return_code {data-required data-indent=1} | string',
      'detail {data-indent=1} | string {data-encoded=by-json_encode}',
      separator,
      'leaf {data-indent=2} | string',
    ],
  }),
  writePage('webhook/v3/TEA.READY.md', {
    request: [
      'body {data-required} | object',
      'event_type {data-required data-indent=1} | string | `TEA.READY` 枚举值',
      'resource {data-required data-indent=1} | object',
      'nonce {data-required data-indent=2} | string',
      'ciphertext {data-required data-indent=2} | string {data-encrypted=by-aes-gcm}',
      separator,
      'state {data-required data-indent=3} | string',
    ],
    answerKeyword: '应答规范',
    answer: [
      'body {data-required} | object',
      'code {data-required data-indent=1} | string',
      'guest {data-required data-indent=1} | string {data-encrypted=by-rsa-pubkey}',
      'detail {data-indent=1} | string {data-encoded=by-json_encode}',
      separator,
      'leaf {data-indent=2} | string',
    ],
  }),
].join('\n');

describe('generated tests', () => {
  const bench = makeTestBench();
  let outcomes: readonly TestOutcome[] = [];

  beforeAll(async () => {
    const { api } = assembleApi(pages.flatMap((file) => readTreePage('specs', file).model ?? []));
    bench.add('intact', api);
    bench.add('uploads', compile(`${uploads}\n${uploadWithoutMeta}`));
    bench.add('rarities', compile(rarities));
    sabotages.forEach(({ file, replace, by }, index) => {
      bench.add(`sabotage-${index}`, api, (path, text) => (path === file ? text.replace(replace, by) : text));
    });
    outcomes = await bench.run();
  }, 300_000);
  afterAll(() => bench.dispose(), 60_000);

  const failed = (sdk: string): string[] =>
    outcomes.filter((outcome) => outcome.sdk === sdk && outcome.status === 'failed').map(({ subject, title }) => `${subject} › ${title}`);

  it('pass against the runtime as it is', () => {
    expect(failed('intact')).toEqual([]);
    expect(new Set(outcomes.filter(({ sdk }) => sdk === 'intact').map(({ subject }) => subject)).size).toBe(pages.length);
  });

  it('pass for uploads of several files, and for those without a word about them', () => {
    expect(failed('uploads')).toEqual([]);
    expect(outcomes.filter(({ sdk, title }) => sdk === 'uploads' && title === reads)).toHaveLength(2);
  });

  it('pass for what is rare', () => {
    expect(failed('rarities')).toEqual([]);
    expect(new Set(outcomes.filter(({ sdk }) => sdk === 'rarities').map(({ subject }) => subject)).size).toBe(6);
  });

  it.each(sabotages.map((sabotage, index) => ({ ...sabotage, index })))('notice $what', ({ index, noticed }) => {
    expect(failed(`sabotage-${index}`)).toEqual(expect.arrayContaining([...noticed]));
  });
});

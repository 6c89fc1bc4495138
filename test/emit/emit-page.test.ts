import { format } from 'prettier';
import { describe, expect, it } from 'vitest';
import { emitPage } from '../../generator/emit/index.js';
import { compile } from '../support/tester.js';
import { separator, writePage, type PageParts } from '../support/write-page.js';

/** The emitted module of a page, formatted. */
async function emit(file: string, parts: PageParts): Promise<string> {
  const [page] = compile(writePage(file, parts)).pages;
  const [module] = page ? emitPage(page) : [];
  return format(module?.text ?? '', { parser: 'typescript', singleQuote: true, printWidth: 140 });
}

/** The declarations of the module whose names match. */
async function declarations(names: RegExp, file: string, parts: PageParts): Promise<string> {
  const text = await emit(file, parts);
  return text
    .split(/\n(?=\/\*\*|export |const |function |async )/)
    .filter((part) => names.test(/(?:interface|type|const|function) (\w+)/.exec(part)?.[1] ?? ''))
    .join('\n');
}

describe('a page of one operation', () => {
  it('becomes a module of types, checks, facts and a function', async () => {
    const text = await emit('openapi/v3/teas.md', {
      description: 'Serves one tea. 限频：每个商户号10qps。',
      request: [
        'json {data-required} | object | the body',
        'out_request_no {data-required data-indent=1} | string | the number of the order',
        'owner {data-required data-indent=1} | string {data-tooltip=微信支付公钥/平台证书加密后的BASE64字符串 data-encrypted=by-rsa-pubkey} | who drinks',
        'size {data-indent=1} | string | how much<br/>`S` \\| `L` 枚举值之一',
        'headers {data-required} | object',
        'Wechatpay-Serial {data-required data-indent=1} | string',
      ],
      answer: ['state {data-required} | string | what became of it<br/>`DONE` \\| `COLD` 枚举值之一'],
    });
    expect(text).toMatchInlineSnapshot(`
      "import { call } from '../runtime/call.js';
      import { type Issues, hasMembers, isObject, notListed, notObject, notString, standardSchema, throwIssues } from '../runtime/checks.js';
      import { encryptField } from '../runtime/encrypt-field.js';
      import type { CallOptions, Merchant, Operation, Result, Verb } from '../runtime/operation.js';
      import { receiveJson } from '../runtime/receive-json.js';
      import { sendJson } from '../runtime/send-json.js';

      /** What {@link post} takes. */
      export interface PostInput {
        /** the body */
        json: PostInputJson;
        headers?: PostInputHeaders | undefined;
      }

      export interface PostInputJson {
        /** the number of the order */
        out_request_no: string;
        /**
         * who drinks
         * Plain here, encrypted on the wire.
         */
        owner: string;
        /**
         * how much
         * \`S\` | \`L\` 枚举值之一
         */
        size?: 'S' | 'L' | undefined;
      }

      export interface PostInputHeaders {
        'Wechatpay-Serial'?: string | undefined;
      }

      /** What {@link post} answers. */
      export interface PostOutput {
        /**
         * what became of it
         * \`DONE\` | \`COLD\` 枚举值之一
         */
        state: 'DONE' | 'COLD' | (string & {});
      }

      /** All that keeps a value from being a {@link PostInput}, or \`undefined\`. */
      export function validatePostInput(input: unknown): Issues {
        if (!hasMembers(input)) return notObject(undefined, '', input);
        let issues: Issues;
        const { json, headers } = input;
        if (hasMembers(json)) {
          const { out_request_no, owner, size } = json;
          if (typeof out_request_no !== 'string') issues = notString(issues, '/json/out_request_no', out_request_no);
          if (typeof owner !== 'string') issues = notString(issues, '/json/owner', owner);
          if (size !== undefined && (typeof size !== 'string' || (size !== 'S' && size !== 'L')))
            issues = notListed(issues, '/json/size', size, 'one of S, L');
        } else issues = notObject(issues, '/json', json);
        if (isObject(headers)) {
          const { 'Wechatpay-Serial': wechatpaySerial } = headers;
          if (wechatpaySerial !== undefined && typeof wechatpaySerial !== 'string')
            issues = notString(issues, '/headers/Wechatpay-Serial', wechatpaySerial);
        } else if (headers !== undefined) issues = notObject(issues, '/headers', headers);
        return issues;
      }

      export function isPostInput(input: unknown): input is PostInput {
        return validatePostInput(input) === undefined;
      }

      /** @throws {ValidationError} With all issues. */
      export function assertPostInput(input: unknown): asserts input is PostInput {
        throwIssues(validatePostInput(input));
      }

      export const PostInputSchema = /* @__PURE__ */ standardSchema<PostInput>(validatePostInput);

      /** The facts of {@link post} that the runtime works from. */
      export const postOperation: Operation = {
        id: 'POST /v3/teas',
        method: 'POST',
        path: '/v3/teas',
        validate: validatePostInput,
        send: sendJson,
        receive: receiveJson,
        seal: [['json.owner', encryptField]],
        shape: /* @__PURE__ */ JSON.parse('{"state":["DONE","COLD"]}'),
        idempotentBy: 'out_request_no',
        rateLimits: [{ limit: 10, per: 'second', scope: '每个商户号' }],
      };

      /**
       * Tea
       *
       * Serves one tea. 限频：每个商户号10qps。
       */
      export function post(merchant: Merchant, input: PostInput, options?: CallOptions): Promise<Result<PostOutput>> {
        return call<PostOutput>(merchant, postOperation, input, options);
      }

      /** The node of \`v3/teas\` in the call chain. */
      export interface Verbs {
        /** Tea */
        post: Verb<PostInput, PostOutput>;
      }
      "
    `);
  });

  it('does not promise to encrypt what it has no means to encrypt', async () => {
    const sealed = 'secret {data-indent=1} | string {data-encrypted=by-aes-gcm} | the recipe';
    const request = ['json | object', sealed, separator, 'leaf {data-indent=2} | string'];
    const types = await declarations(/^PostInputJson$/, 'openapi/v3/teas.md', { request });
    expect(types).toContain('secret?: string');
    expect(types).not.toContain('Plain here');
    const answer = [sealed.replace(' {data-indent=1}', ''), separator, 'leaf {data-indent=1} | string'];
    expect(await declarations(/^PostOutput$/, 'openapi/v3/teas.md', { answer })).toContain('Plain here, encrypted on the wire.');
  });

  it('says in types what is a list, a constant, a number in a path, and what stands behind an encoding', async () => {
    const text = await declarations(/^Get(?!InputSchema)/, 'openapi/v3/teas/{id}.md', {
      verb: 'get',
      request: [
        'id {data-required} | integer',
        'query {data-required} | object',
        'version {data-required data-indent=1} | string | `1.0`',
        'fields {data-indent=1} | string[] | `a` \\| `b` 枚举值之一',
      ],
      answer: [
        'leaves {data-required} | object[]',
        'grams {data-indent=1} | number | `1` \\| `2` 枚举值之一',
        'story | string {data-encoded=by-json_encode}',
        separator,
        'chapters {data-indent=1} | object[]',
        'text {data-required data-indent=2} | string',
        'free | object',
        'sure | `true`',
      ],
    });
    expect(text).toMatchInlineSnapshot(`
      "export interface GetInput {
        id: number | string;
        query: GetInputQuery;
      }

      export interface GetInputQuery {
        /** \`1.0\` */
        version: '1.0';
        /** \`a\` | \`b\` 枚举值之一 */
        fields?: readonly ('a' | 'b')[] | undefined;
      }

      export interface GetOutput {
        leaves: GetOutputLeaves[];
        /** Plain here, encoded on the wire. */
        story?: GetOutputStory[] | { chapters?: GetOutputStory[] };
        free?: { readonly [key: string]: unknown };
        sure?: true;
      }

      export interface GetOutputLeaves {
        /** \`1\` | \`2\` 枚举值之一 */
        grams?: 1 | 2 | (number & {});
      }

      export interface GetOutputStory {
        text: string;
      }
      "
    `);
  });
});

describe('the answer', () => {
  it.each([
    ['nothing', '空字符串(无返回内容) {align=center colspan=3}', 'undefined'],
    ['a file', '文件流(需解析为对应数据) {align=center colspan=3}', 'ReadableStream<Uint8Array>'],
    ['another address', '`30x`跳转(无实际返回信息) {align=center colspan=3}', 'URL'],
  ])('may be %s', async (_, row, type) => {
    expect(await declarations(/^GetOutput/, 'openapi/v3/files.md', { verb: 'get', answer: [row] })).toContain(
      `export type GetOutput = ${type};`,
    );
  });
});

describe('v2', () => {
  it('gathers numbered names into lists, takes numbers as text, and supplies what is signed', async () => {
    const text = await declarations(/^Post(?!InputSchema)|^postOperation/, 'openapi/v2/pay/query.md', {
      request: [
        'security {data-required} | `true`',
        'xml {data-required} | object',
        'mch_id {data-required data-indent=1} | string',
        'total_fee {data-required data-indent=1} | integer',
        'sign_type {data-indent=1} | string | `MD5` 枚举值',
        'nonce_str {data-required data-indent=1} | string',
        'sign {data-required data-indent=1} | string',
      ],
      answer: ['fee_$n | integer', 'coupon_$n_$m | string', 'sign {data-required} | string'],
    });
    expect(text).toMatchInlineSnapshot(`
      "export interface PostInput {
        security?: true | undefined;
        xml: PostInputXml;
      }

      export interface PostInputXml {
        mch_id: string;
        total_fee: number | string;
        /** \`MD5\` 枚举值 */
        sign_type?: 'MD5' | undefined;
        nonce_str?: string | undefined;
        sign?: string | undefined;
      }

      export interface PostOutput {
        fee_$n?: number[];
        coupon_$n_$m?: string[][];
        sign: string;
      }

      export const postOperation: Operation = {
        id: 'POST /v2/pay/query',
        method: 'POST',
        path: '/pay/query',
        validate: validatePostInput,
        send: sendXml,
        receive: receiveXml,
        shape: /* @__PURE__ */ JSON.parse('{"fee_$n":0,"coupon_$n_$m":"","sign":""}'),
        transport: fetchWithCertificate,
        signType: 'MD5',
      };
      "
    `);
  });
});

describe('a notification', () => {
  it('becomes types of both tables, checks of the reply, and facts', async () => {
    const text = await declarations(/^Tea(?!.*Schema)|^webhook/, 'webhook/v3/TEA.DONE.md', {
      answerKeyword: '应答规范',
      request: [
        'headers {data-required} | object',
        'Content-Type {data-required data-indent=1} | string | `application/json`',
        'body {data-required} | object',
        'event_type {data-required data-indent=1} | string | `TEA.DONE` 枚举值',
        'resource {data-required data-indent=1} | object',
        'ciphertext {data-required data-indent=2} | string {data-tooltip=APIv3密钥加密后的BASE64字符串 data-encrypted=by-aes-gcm}',
        separator,
        'cup {data-required data-indent=3} | string',
        'nonce {data-required data-indent=2} | string',
      ],
      answer: [
        'status | number | `20X` `4XX` 枚举值之一',
        'body | object',
        'code {data-required data-indent=1} | string | `SUCCESS` \\| `FAIL` 枚举值之一',
      ],
    });
    expect(text).toMatchInlineSnapshot(`
      "export interface TeaDone {
        /** \`TEA.DONE\` 枚举值 */
        event_type: 'TEA.DONE';
        resource: TeaDoneResource;
      }

      export interface TeaDoneResource {
        /** Plain here, encrypted on the wire. */
        ciphertext: TeaDoneResourceCiphertext;
        nonce: string;
      }

      export interface TeaDoneResourceCiphertext {
        cup: string;
      }

      export interface TeaDoneRequest {
        headers: TeaDoneHeaders;
        body: TeaDone;
      }

      export interface TeaDoneHeaders {
        /** \`application/json\` */
        'Content-Type': 'application/json' | (string & {});
      }

      export interface TeaDoneReply {
        /** \`SUCCESS\` | \`FAIL\` 枚举值之一 */
        code: 'SUCCESS' | 'FAIL';
      }

      export interface TeaDoneResponse {
        /** \`20X\` \`4XX\` 枚举值之一 */
        status?: number | undefined;
        body?: TeaDoneReply | undefined;
      }

      export type TeaDoneHandler = (notification: TeaDone) => TeaDoneReply | undefined | Promise<TeaDoneReply | undefined>;

      export const webhook: Webhook = {
        id: 'v3/TEA.DONE',
        eventTypes: ['TEA.DONE'],
        read: readJsonNotice,
        open: [
          ['resource.ciphertext', decryptGcm],
          ['resource.ciphertext', decodeJson],
        ],
        shape: /* @__PURE__ */ JSON.parse('{"event_type":["TEA.DONE"],"resource":{"ciphertext":{"cup":""},"nonce":""}}'),
        reply: replyJson,
      };
      "
    `);
  });
});

describe('pages that make no call', () => {
  it('have no module', () => {
    const pages = compile('<!-- openapi/v3/old.md -->\n---\ntitle: Moved to /openapi/v3/teas\nhead: []\n---\n').pages;
    expect(pages.flatMap(emitPage)).toEqual([]);
  });
});

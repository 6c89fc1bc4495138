import { connect } from 'node:net';
import { respond, type Platform } from '../../../generator/mock/respond.js';
import { startMock, type Mock } from '../../../generator/mock/start-mock.js';
import { assembleApi } from '../../../generator/model/assemble-api.js';
import { readPageText } from '../../../generator/run/read-page-files.js';
import { signRequest } from '../../../templates/runtime/sign-request.js';
import type { ArrivedRequest } from '../../../templates/testing/arrived-request.js';
import { encryptRsa } from '../../../templates/testing/rsa.js';
import { pageText } from '../../support/write-page.js';
import { keys, merchant, now } from '../parties.js';
import type { Target } from '../target.js';
import { headersOf, partsOf } from './notice.js';

const { api } = assembleApi(
  [
    [
      'openapi/v3/teas/{id}.md',
      pageText({
        request: [
          'id {data-required} | string',
          'json | object',
          'size {data-required data-indent=1} | string | `S` \\| `L` 枚举值之一',
          'count {data-indent=1} | integer',
          'list {data-indent=1} | object[]',
          'a {data-indent=2} | string[]',
          'detail {data-indent=1} | string {data-encoded=by-json_encode}',
          '{colspan=3 .im-table-line}',
          'b {data-indent=2} | string',
          'form {data-indent=1} | string {data-encoded=by-urlencode}',
          '{colspan=3 .im-table-line}',
          'c {data-indent=2} | string',
          'secret {data-indent=1} | string {data-tooltip=微信支付公钥/平台证书加密后的BASE64字符串 data-encrypted=by-rsa-pubkey}',
        ],
      }),
    ],
    ['openapi/v3/cups.md', pageText({ verb: 'get', request: ['query | object', 'size {data-indent=1} | number'] })],
    [
      'openapi/v3/media.md',
      pageText({
        request: [
          'body | object',
          'file {data-indent=1} | object',
          'meta {data-indent=1} | string {data-encoded=by-json_encode}',
          '{colspan=3 .im-table-line}',
          'sha256 {data-indent=2} | string',
        ],
      }),
    ],
    [
      'openapi/v2/pay.md',
      pageText({
        request: [
          'xml | object',
          'a {data-required data-indent=1} | string',
          'coupon_$n {data-indent=1} | integer',
          'sign {data-indent=1} | string',
        ],
        answer: ['a | string'],
      }),
    ],
  ].flatMap(([file = '', text = '']) => {
    const { page } = readPageText(file, text);
    return page ?? [];
  }),
);

const platform: Platform = { api, keys, fixtures: new Map(), now: () => now * 1000 };
const secret = encryptRsa('x', keys.platform.publicKey);

const words = [
  ...['POST ', 'GET ', 'PUT ', '/v3/', 'teas', 'cups', 'media', '/pay', '/v3/certificates', '?', '&', '=', '%', '%2F', '%00', '%E4%B8'],
  ...['{', '}', '"', '[', ']', ':', ',', '1e999', 'null', '"size":', '"S"', '"count":', '"list":', '"a":', '"secret":', secret],
  ...['content-type: ', 'application/json', 'multipart/form-data; boundary=x', '--x\r\n', '--x--', '\r\n', '\n\n', '\n', 'filename='],
  ...['wechatpay-serial: ', keys.platformSerial, 'authorization: @', 'authorization: WECHATPAY2-SHA256-RSA2048 ', 'mock-error: 403-A\n'],
  ...['<xml>', '</a>', '<![CDATA[', ']]>', '&#99999999;', '&#xffffffff;', 'coupon_99999', '__proto__', '\0', '..', '//'],
];

/** `METHOD target`, headers, an empty line, a body. The header `authorization: @` is a good one. */
function requestOf(text: string): ArrivedRequest {
  const [head, body] = partsOf(text);
  const [line = '', ...lines] = head.split('\n');
  const [method = '', address = ''] = line.split(' ');
  const target = `/${address.replace(/^\//, '')}`;
  const headers = headersOf(lines.filter((header) => !/^mock-delay:/i.test(header)));
  const signed = headers['authorization'] === '@' ? { authorization: signRequest(merchant, method, target, body) } : {};
  return { method, target, headers: { ...headers, ...signed }, body: Buffer.from(body) };
}

/** The mock server behind its socket. */
export const mock: Target = {
  seeds: [
    `POST /v3/teas/1\ncontent-type: application/json\nauthorization: @\n\n{"size":"S","count":1,"list":[{"a":["x"]}],"detail":"{\\"b\\":\\"x\\"}","form":"c%3Dx"}`,
    `POST /v3/teas/1\ncontent-type: application/json\nauthorization: @\nwechatpay-serial: ${keys.platformSerial}\n\n{"size":"L","secret":"${secret}"}`,
    'GET /v3/cups?size=1\nauthorization: @',
    'GET /v3/certificates\nauthorization: @',
    'POST /v3/media\ncontent-type: multipart/form-data; boundary=x\n\n--x\r\ncontent-disposition: form-data; name="meta"\r\n\r\n{"sha256":"a"}\r\n--x\r\ncontent-disposition: form-data; name="file"; filename="a.png"\r\ncontent-type: image/png\r\n\r\nabc\r\n--x--\r\n',
    'POST /pay\ncontent-type: text/xml\n\n<xml><a>1</a><coupon_0>1</coupon_0><sign>ABC</sign></xml>',
  ],
  words,
  async run(text) {
    const { status, headers, body } = await respond(requestOf(text), platform);
    if (!Number.isInteger(status) || status < 200 || status > 599) throw new Error(`the status ${String(status)}`);
    for (const [name, value] of Object.entries(headers)) new Headers([[name, value]]);
    if (headers['Content-Type']?.startsWith('application/json') && body !== '') JSON.parse(String(body));
    return status < 400;
  },
};

let started: Promise<Mock> | undefined;

/** Sends bytes to the mock server, and closes. */
async function exchange(port: number, bytes: string): Promise<string> {
  const socket = connect(port, '127.0.0.1');
  let said = '';
  socket.on('data', (chunk) => void (said += chunk.toString('latin1')));
  socket.on('error', () => undefined);
  socket.end(bytes);
  await new Promise((resolve) => socket.on('close', resolve));
  return said;
}

/** The mock server over its socket, with whatever bytes. */
export const wire: Target = {
  seeds: [
    'GET /v3/cups?size=1 HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n',
    'POST /pay HTTP/1.1\r\nHost: a\r\nContent-Type: text/xml\r\nContent-Length: 40\r\n\r\n<xml><a>1</a><sign>ABC</sign></xml>      ',
    'POST /v3/teas/1 HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\nContent-Type: application/json\r\n\r\nc\r\n{"size":"S"}\r\n0\r\n\r\n',
  ],
  words: [
    ...words,
    ' HTTP/1.1\r\n',
    ' HTTP/1.0\r\n',
    '\r\n\r\n',
    'Content-Length: 9\r\n',
    'Transfer-Encoding: chunked\r\n',
    'Connection: close\r\n',
    'Expect: 100-continue\r\n',
  ],
  async run(text) {
    const { origin } = await (started ??= startMock(api, { keys, now: () => now * 1000 }));
    const said = await exchange(Number(new URL(origin).port), text.replaceAll(/mock-delay/gi, 'mock-wish'));
    if (said !== '' && !/^HTTP\/1\.1 (?!500)\d\d\d /.test(said)) throw new Error(`it says ${said.slice(0, 200)}`);
    return !said.startsWith('HTTP/1.1 400 Bad Request') && said !== '';
  },
  async stop() {
    await (await started)?.close();
  },
};

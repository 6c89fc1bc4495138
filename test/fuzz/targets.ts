import { createSecretKey } from 'node:crypto';
import ts from 'typescript';
import { createCollector } from '../../generator/diagnostics/collector.js';
import { commentLines, stringLiteral, templateText } from '../../generator/emit/escape.js';
import { emitPage } from '../../generator/emit/index.js';
import { fixPage } from '../../generator/lint/fix-page.js';
import { checkRequest } from '../../generator/mock/check-request.js';
import { findOperation } from '../../generator/mock/route.js';
import { readWishes } from '../../generator/mock/wishes.js';
import type { Api } from '../../generator/model/api.js';
import { assembleApi } from '../../generator/model/assemble-api.js';
import { parseOverlays } from '../../generator/model/parse-overlays.js';
import { wireLayers } from '../../generator/model/wire-layers.js';
import { toOpenApi } from '../../generator/openapi/to-openapi.js';
import { readProgram } from '../../generator/page/php/read-program.js';
import { createReading } from '../../generator/page/reading.js';
import { markdownMessage } from '../../generator/report/escape-markdown.js';
import { escapeXml } from '../../generator/report/escape-xml.js';
import { printable } from '../../generator/report/text/printable.js';
import { readPageText } from '../../generator/run/read-page-files.js';
import { decodeForm } from '../../templates/runtime/decode-form.js';
import { gatherLists } from '../../templates/runtime/flat-lists.js';
import { parseJson } from '../../templates/runtime/parse-json.js';
import { parseXml } from '../../templates/runtime/parse-xml.js';
import { isSignedWith } from '../../templates/runtime/sign-parameters.js';
import { typeTexts } from '../../templates/runtime/type-texts.js';
import type { ArrivedRequest } from '../../templates/testing/arrived-request.js';
import { makeKeys } from '../../templates/testing/keys.js';
import { openLayers } from '../../templates/testing/open-layers.js';
import { readGroups } from '../../templates/testing/read-groups.js';
import { pageText } from '../support/project.js';
import { writeCall } from '../support/write-page.js';

/** A part of docwright or of the SDK that reads what others wrote. */
export interface Target {
  /** Throws if something is wrong. An input that is refused properly is fine. */
  run(text: string): void;
  /** Inputs to begin with. */
  readonly seeds: readonly string[];
  /** What the language of the input is made of. */
  readonly words: readonly string[];
}

const pageWords = [
  '| ',
  '\n| ',
  ' | ',
  '\\|',
  '{data-required}',
  '{data-indent=1}',
  '{data-indent=2}',
  ' {data-required data-indent=3}',
  '{colspan=3 .im-table-line}',
  '{align=center colspan=3}',
  '{.im-table #request}',
  '{.im-table #response}',
  'string',
  'object',
  'object[]',
  'integer',
  '`true`',
  '{data-encoded=by-json_encode}',
  '{data-encrypted=by-rsa-pubkey}',
  '{data-encrypted=by-aes-gcm}',
  '{data-tooltip="',
  '`A` \\| `B` 枚举值之一',
  '枚举值：<br/>`A`：b',
  '固定值`A`',
  '默认值`A`',
  '<br/>',
  '`',
  '\n',
  '\n\n',
  '---\n',
  'title: ',
  '# ',
  '{#post}',
  '{#mix}',
  '## x {#get}\n',
  '::: ',
  ':::\n',
  '::: code-group\n',
  '```php [同步声明式]\n',
  '```\n',
  '> ',
  '> [!IMPORTANT] ',
  '- ',
  '1. ',
  '参阅 [官方文档](',
  '<!-- ',
  '-->',
  '| 请求参数 | 类型 {.type} | 描述 {.desc}\n| --- | --- | ---\n',
  '应答规范',
  '返回字典',
  '异常字典',
  'json',
  'query',
  'headers',
  'body',
  'xml',
  'base_uri',
  'event_type',
  '{{ $frontmatter.title }}',
  '\0',
  '\ufeff',
  '\r\n',
  '\u2028',
  '\u202e',
  '\ud800',
  '__proto__',
  '*/',
  '${',
  "'",
  '*',
  '[a](b)',
  '<a:b>',
  '&amp;',
  '空字符串(无返回内容)',
  '文件流',
  '403-NOT_ENOUGH',
  '100qps',
];

const pages = [
  pageText({
    request: [
      'json {data-required} | object | text',
      'size {data-required data-indent=1} | string | text<br/>`S` \\| `L` 枚举值之一',
      'detail {data-indent=1} | string {data-encoded=by-json_encode}',
      '{colspan=3 .im-table-line}',
      'goods {data-indent=2} | object[]',
      'code {data-indent=3} | string',
    ],
    samples: [writeCall('v3/teas', 'post', `'json' => ['size' => 'S', 'detail' => \\json_encode(['goods' => [['code' => 'x']]])]`)],
  }),
  pageText({
    answerKeyword: '应答规范',
    request: [
      'body | object',
      'event_type {data-indent=1} | string | `TEA` 枚举值',
      'ciphertext {data-indent=1} | string {data-tooltip=APIv3密钥加密后的BASE64字符串 data-encrypted=by-aes-gcm}',
      '{colspan=3 .im-table-line}',
      'cup {data-indent=2} | string',
    ],
    answer: ['body | object', 'code {data-indent=1} | string'],
  }),
  `---\ntitle: Tea\ndescription: Serves tea\n---\n\n${pageText({ description: '{{ $frontmatter.description }}', notice: '::: danger :no_entry_sign: {.im-deprecated}\n\n本接口服务已于 `2022.09.08` (北京时间) 下线\n\n:::' })}\n参阅 [官方文档](https://tea.example/)\n`,
];

const api: Api = assembleApi(
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
).api;

const keys = makeKeys('1900000001');
const apiKey = createSecretKey(Buffer.from(keys.apiKey));

/** `METHOD target`, headers, an empty line, a body. */
function requestOf(text: string): ArrivedRequest {
  const [head = '', ...rest] = text.split('\n\n');
  const [line = '', ...headerLines] = head.split('\n');
  const [method = '', target = ''] = line.split(' ');
  const headers = Object.fromEntries(
    headerLines.map((header) => [(header.split(': ')[0] ?? '').toLowerCase(), header.split(': ')[1] ?? '']),
  );
  return { method, target: `/${target.replace(/^\//, '')}`, headers, body: Buffer.from(rest.join('\n\n')) };
}

/** A token of its own would be a second one. */
function expectOneToken(code: string, value: string): void {
  const scanner = ts.createScanner(ts.ScriptTarget.ES2022, true, ts.LanguageVariant.Standard, code);
  const kind = scanner.scan();
  if (kind !== ts.SyntaxKind.StringLiteral && kind !== ts.SyntaxKind.NoSubstitutionTemplateLiteral) throw new Error(`no literal: ${code}`);
  if (scanner.getTokenValue() !== value) throw new Error(`another text: ${code}`);
  if (scanner.scan() !== ts.SyntaxKind.EndOfFileToken) throw new Error(`a token of its own: ${code}`);
}

export const targets: Readonly<Record<string, Target>> = {
  page: {
    seeds: pages,
    words: pageWords,
    run(text) {
      const { page } = readPageText('openapi/v3/teas.md', text);
      const json = page && JSON.stringify(page);
      if (json !== undefined && JSON.stringify(JSON.parse(json)) !== json) throw new Error('the model is no JSON');
    },
  },
  code: {
    seeds: pages,
    words: pageWords,
    run(text) {
      const { page } = readPageText('openapi/v3/teas.md', text);
      if (page === undefined) return;
      const { api: assembled } = assembleApi([page]);
      for (const { path, text: code } of assembled.pages.flatMap(emitPage)) {
        const file = ts.createSourceFile(path, code, ts.ScriptTarget.ES2022, true) as ts.SourceFile & {
          readonly parseDiagnostics?: readonly unknown[];
        };
        if (file.parseDiagnostics?.length !== 0) throw new Error(`a fault of syntax in ${path}`);
      }
      JSON.stringify(toOpenApi(assembled));
      fixPage(text, 'openapi/v3/teas.md');
    },
  },
  php: {
    seeds: [
      writeCall('v3/teas', 'post', `'json' => ['size' => 'S', 'a' => [1, 2.5, true, null], 'detail' => \\json_encode(['b' => "x"])]`),
      "$params = ['a' => 1];\n$params['sign'] = Hash::sign('MD5', $params, $key);\n$instance->v3->teas->postAsync(['query' => $params])->then(static function($r) { print_r($r); })->wait();",
      "$instance['v3/a/{id}']->get(['id' => '1']); // x\nprint_r($response->getStatusCode() === 204);",
    ],
    words: [
      '$',
      '->',
      '=>',
      '[',
      ']',
      '(',
      ')',
      "'",
      '"',
      ';',
      '\\json_encode(',
      '\\urlencode(',
      'chain(',
      'post',
      'Async',
      '::',
      'new ',
      'static function',
      '<<<A\n',
      '{$',
      '/*',
      '*/',
      '//',
      '#',
      '?>',
      '<?php',
      '1e999',
      '0x1f',
      '...',
      'clone ',
      'fn() =>',
      'match(',
      '\n',
      '&',
      '@',
      '`',
    ],
    run(code) {
      const collector = createCollector('openapi/v3/teas.md');
      const call = readProgram(
        { code, label: 'x', place: { line: 1, column: 1, endColumn: 2 } },
        createReading(code.split('\n'), collector),
      );
      if (call !== undefined) JSON.stringify(call);
    },
  },
  overlay: {
    seeds: [
      '- operation: POST /v3/teas\n  field: json.size\n  reason: x\n  set: { required: true, values: [A, B], encryption: { kind: by-rsa-pubkey } }\n- operation: x\n  field: a.b\n  reason: y\n  add: { type: "string[]" }\n',
    ],
    words: [
      '- ',
      ': ',
      '{',
      '}',
      '[',
      ']',
      '&a ',
      '*a',
      '!!',
      '"',
      "'",
      '|\n',
      '>\n',
      '\n',
      '  ',
      '<<: ',
      '? ',
      '---\n',
      '...\n',
      '#',
      'operation',
      'field',
      'set',
      'add',
      'remove: true',
      'type',
      '\0',
      '\t',
      '%YAML 1.1\n',
    ],
    run: (text) => void parseOverlays(text, 'overlays/teas.yaml'),
  },
  xml: {
    seeds: [
      '<xml><return_code><![CDATA[SUCCESS]]></return_code><total_fee>1</total_fee><coupon_id_0>1</coupon_id_0><sign>ABC</sign></xml>',
      '<?xml version="1.0"?><xml><a>1</a><a>2</a><b><c>&lt;&#20013;&#x4e2d;</c></b></xml>',
    ],
    words: [
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
      '&#x110000;',
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
      '\0',
    ],
    run(text) {
      const message = parseXml(text);
      if (message === undefined) return;
      if (({} as Record<string, unknown>)['a'] !== undefined) throw new Error('a prototype has changed');
      const texts = Object.fromEntries(Object.entries(message).filter((entry): entry is [string, string] => typeof entry[1] === 'string'));
      if (isSignedWith(texts, apiKey)) throw new Error('a sign without the key');
      const shape = { total_fee: 0, coupon_id_$n: '', b: { c: '' }, a: [0] };
      typeTexts(gatherLists(message, shape), shape);
    },
  },
  body: {
    seeds: ['{"id":"1","event_type":"TEA","resource":{"ciphertext":"","nonce":"","associated_data":""}}', 'a=1&b=%26&c'],
    words: ['{', '}', '[', ']', '"', ':', ',', '\\u0000', '__proto__', 'null', '1e999', '-', '%', '%26', '=', '&', 'event_type', '\ufeff'],
    run(text) {
      parseJson(Buffer.from(text));
      decodeForm(text, {} as never);
      if (({} as Record<string, unknown>)['a'] !== undefined) throw new Error('a prototype has changed');
    },
  },
  mock: {
    seeds: [
      'POST /v3/teas/1\ncontent-type: application/json\n\n{"size":"S","count":1,"list":[{"a":["x"]}],"detail":"{\\"b\\":\\"x\\"}"}',
      'GET /v3/cups?size=1',
      'POST /v3/media\ncontent-type: multipart/form-data; boundary=x\n\n--x\r\ncontent-disposition: form-data; name="meta"\r\n\r\n{"sha256":"a"}\r\n--x\r\ncontent-disposition: form-data; name="file"; filename="a.png"\r\ncontent-type: image/png\r\n\r\nabc\r\n--x--\r\n',
      'POST /pay\ncontent-type: text/xml\n\n<xml><a>1</a><coupon_0>1</coupon_0><sign>ABC</sign></xml>',
    ],
    words: [
      'POST ',
      'GET ',
      '/v3/',
      'teas',
      'cups',
      'media',
      '/pay',
      '?',
      '&',
      '=',
      '%',
      '%2F',
      '%00',
      '{',
      '}',
      '"',
      '[',
      ']',
      'size',
      'content-type: ',
      'application/json',
      'multipart/form-data; boundary=x',
      '--x\r\n',
      '\r\n',
      '\n\n',
      '<xml>',
      '<![CDATA[',
      '__proto__',
      'authorization: WECHATPAY2-SHA256-RSA2048 ',
      'docwright-',
      '\0',
      '..',
      '//',
    ],
    run(text) {
      const request = requestOf(text);
      readWishes(request.headers);
      const match = findOperation(api, request.method, request.target.split('?', 1)[0] ?? '');
      if (match === undefined) return;
      const groups = readGroups(request);
      const opened = openLayers(groups.values, wireLayers(match.operation.request.map(({ field }) => field)), keys);
      checkRequest(match.operation, { parameters: match.parameters, groups: opened.value, headers: request.headers, files: [] });
    },
  },
  text: {
    seeds: ["x'}); a(); //", '*/ ${a} `b` <c> [d](e) @f ::error::g', '\u202e\u2028\ud800'],
    words: [
      "'",
      '"',
      '`',
      '\\',
      '${',
      '*/',
      '/*',
      '\n',
      '\r',
      '\u2028',
      '\u2029',
      '\0',
      '<',
      '>',
      '&',
      ']]>',
      '::',
      '@',
      '](',
      '\u{e0041}',
      '\ud83d',
      '\ude00',
    ],
    run(text) {
      expectOneToken(stringLiteral(text), text);
      expectOneToken(`\`${templateText(text)}\``, text);
      const comment = commentLines(text).join('\n * ');
      if (comment.includes('*/')) throw new Error('the end of a comment');
      if (/[^\P{C}\n]|[\u2028\u2029]/u.test(comment.replaceAll(/\p{Co}|\p{Cn}/gu, ''))) throw new Error('a character that nobody sees');
      if (/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u.test(printable(text))) throw new Error('a character that drives a terminal');
      if (/[<>"']|&(?!#39;|\w+;)/.test(escapeXml(text))) throw new Error('a character of markup');
      markdownMessage(text);
    },
  },
};

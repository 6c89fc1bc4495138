import ts from 'typescript';
import { emitPage } from '../../../generator/emit/index.js';
import { fixPage } from '../../../generator/lint/fix-page.js';
import { assembleApi } from '../../../generator/model/assemble-api.js';
import { toOpenApi } from '../../../generator/openapi/to-openapi.js';
import { readPageText } from '../../../generator/run/read-page-files.js';
import { pageText, writeCall } from '../../support/write-page.js';
import type { Target } from '../target.js';

const words = [
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

const seeds = [
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

/** What is read of a page. */
export const page: Target = {
  seeds,
  words,
  run(text) {
    const reading = readPageText('openapi/v3/teas.md', text);
    const json = reading.page && JSON.stringify(reading.page);
    if (json !== undefined && JSON.stringify(JSON.parse(json)) !== json) throw new Error('the model is no JSON');
    return reading.page !== undefined;
  },
};

/** What is made of a page: code, an OpenAPI document, and the page with what is certain mended. */
export const code: Target = {
  seeds,
  words,
  run(text) {
    const reading = readPageText('openapi/v3/teas.md', text);
    if (reading.page === undefined) return false;
    const { api } = assembleApi([reading.page]);
    for (const { path, text: emitted } of api.pages.flatMap(emitPage)) {
      const file = ts.createSourceFile(path, emitted, ts.ScriptTarget.ES2022, true) as ts.SourceFile & {
        readonly parseDiagnostics?: readonly unknown[];
      };
      if (file.parseDiagnostics?.length !== 0) throw new Error(`a fault of syntax in ${path}`);
    }
    JSON.stringify(toOpenApi(api));
    fixPage(text, 'openapi/v3/teas.md');
    return true;
  },
};

import { separator, writePage } from '../support/write-page.js';

/** A place of a page, or of its path, that takes text. */
export interface Position {
  readonly name: string;
  /** The files, by path relative to the specs folder, with `text` in this place. @param at unique in the collection, a proper name */
  write(text: string, at: string): Readonly<Record<string, string>>;
  /** The text reaches the model as it is, wherever it has no meaning in markdown. */
  readonly keeps?: true;
}

const body = 'json {data-required} | object | text';

function page(parts: Parameters<typeof writePage>[1]): string {
  return writePage('', parts).replace(/^.*\n/, '');
}

function operation(name: string, parts: (text: string) => Parameters<typeof writePage>[1]): Position {
  return { name, write: (text, at) => ({ [`openapi/v3/${at}.md`]: page(parts(text)) }) };
}

function row(name: string, write: (text: string) => string): Position {
  return operation(name, (text) => ({
    request: [body, `before {data-indent=1} | string`, write(text)],
    answer: [write(text).replace(' {data-indent=1}', '')],
  }));
}

function notification(name: string, write: (text: string) => string): Position {
  return {
    name,
    write: (text, at) => ({
      [`webhook/v3/${at}.md`]: page({
        answerKeyword: '应答规范',
        description: 'Tea is ready.',
        request: [
          'body | object | text',
          write(text),
          'ciphertext {data-indent=1} | string {data-tooltip=APIv3密钥加密后的BASE64字符串 data-encrypted=by-aes-gcm} | text',
          separator,
          'cup {data-indent=2} | string | text',
        ],
        answer: ['body | object', 'code {data-indent=1} | string | `OK` 枚举值'],
      }),
    }),
  };
}

/** A page of which the text of one block is replaced. */
function block(name: string, write: (text: string) => string, parts: Parameters<typeof writePage>[1] = {}): Position {
  return {
    name,
    write: (text, at) => ({
      [`openapi/v3/${at}.md`]: page({ request: [body, 'size {data-indent=1} | string'], ...parts }).replace('Serves tea.', () =>
        write(text),
      ),
    }),
  };
}

function sample(name: string, write: (text: string) => string): Position {
  return operation(name, (text) => ({
    request: [
      body,
      'size {data-indent=1} | string',
      'amount {data-indent=1} | integer',
      'detail {data-indent=1} | string {data-encoded=by-json_encode}',
      separator,
      'code {data-indent=2} | string',
    ],
    samples: [write(text)],
  }));
}

function named(name: string, path: (text: string, at: string) => string, parts: Parameters<typeof writePage>[1] = {}): Position {
  return { name, write: (text, at) => ({ [path(text, at)]: page(parts) }) };
}

function overlay(name: string, write: (text: string, id: string) => string): Position {
  return {
    name,
    write: (text, at) => ({
      [`openapi/v3/${at}.md`]: page({ request: [body, 'size {data-indent=1} | string'] }),
      [`overlays/${at}.yaml`]: write(JSON.stringify(text), `POST /v3/${at}`),
    }),
  };
}

const end = 'print_r(json_decode((string) $response->getBody(), true));';

export const positions: readonly Position[] = [
  row('name of a row', (text) => `${text} {data-indent=1} | string | text`),
  operation('name of a group', (text) => ({ request: [`${text} {data-required} | object | text`, 'size {data-indent=1} | string'] })),
  operation('name of a header', (text) => ({
    request: ['headers | object', `${text} {data-indent=1} | string`, body, 'size {data-indent=1} | string'],
  })),
  operation('name below a dotted row', (text) => ({
    request: [body, 'good {data-indent=1} | object', `good.${text} {data-indent=1} | string`],
  })),
  operation('row of v2', (text) => ({ request: ['xml | object', `${text} {data-indent=1} | string | text`] })),
  row('type', (text) => `size {data-indent=1} | ${text} | text`),
  row('tooltip', (text) => `size {data-indent=1} | string {data-tooltip="${text}"} | text`),
  row('attribute of a type', (text) => `size {data-indent=1} | string {${text}} | text`),
  row('value of an attribute', (text) => `size {data-indent=1} | string {data-encrypted=${text}} | text`),
  row('attribute of a name', (text) => `size {${text}} | string | text`),
  { ...row('description', (text) => `size {data-indent=1} | string | ${text}`), keeps: true },
  row('description behind a break', (text) => `size {data-indent=1} | string | text<br/>${text}<br/>text`),
  row('tag in a description', (text) => `size {data-indent=1} | string | text <b title="${text}">text</b>`),
  row('listed value', (text) => `size {data-indent=1} | string | text<br/>\`${text}\` \\| \`other\` 枚举值之一`),
  row('only value', (text) => `size {data-indent=1} | string | text<br/>\`${text}\` 枚举值`),
  row('value of a number', (text) => `size {data-indent=1} | integer | text<br/>\`1\` \\| \`${text}\` 枚举值之一`),
  row('explained value', (text) => `size {data-indent=1} | string | 枚举值：<br/>\`A\`：${text}<br/>\`${text}\`：text`),
  row('constant', (text) => `size {data-indent=1} | string | 固定值\`${text}\``),
  row('default', (text) => `size {data-indent=1} | string | 默认值\`${text}\``),
  row('link in a description', (text) => `size {data-indent=1} | string | see [${text}](${text})`),
  operation('fourth cell', (text) => ({ request: [`${body} | ${text}`, 'size {data-indent=1} | string'] })),
  operation('row between rows', (text) => ({ request: [body, text, 'size {data-indent=1} | string'] })),
  operation('name of the content of a string', (text) => ({
    request: [body, 'detail {data-indent=1} | string {data-encoded=by-json_encode}', separator, `${text} {data-indent=2} | string`],
  })),
  operation('value that selects a shape', (text) => ({
    request: [
      body,
      'scene {data-indent=1} | object | text',
      'size {data-indent=2} | string',
      separator,
      `scene {data-indent=1} | object | \`${text}\` text`,
      'kind {data-indent=2} | string',
    ],
  })),
  operation('base address', (text) => ({
    request: [`base_uri {data-required} | string | \`https://example.org/${text}/\``, body, 'size {data-indent=1} | string'],
  })),
  operation('fragment', (text) => ({
    verb: 'get',
    request: [`fragment | string | 固定值\`${text}\``, 'query | object', 'size {data-indent=1} | string'],
  })),
  operation('spanning row of the answer', (text) => ({ answer: [`文件流(${text}) {align=center colspan=3}`] })),
  operation('first cell of a table', (text) => ({ answerKeyword: text as '返回字典' })),
  operation('verb', (text) => ({ verb: text })),
  block('description of the operation', (text) => text),
  block('words of a rate limit', (text) => `${text}频率限制100qps。${text}`),
  block('code of an error', (text) => `余额不够答复403-${text}，答复403-NOT_ENOUGH${text}`),
  block(
    'notice',
    (text) =>
      `::: danger :no_entry_sign: {.im-deprecated}\n\n本接口服务已于 \`2022.09.08\` (北京时间) 下线，${text} 新接口见 [这里](/openapi/v3/${text})\n\n:::`,
  ),
  block(
    'class of a notice',
    (text) => `Tea.\n\n::: danger :no_entry_sign: {.im-${text}}\n\n本接口服务已于 \`2022.09.08\` (北京时间) 下线\n\n:::`,
  ),
  block('title of a container', (text) => `Tea.\n\n::: danger ${text} {.im-deprecated}\n\ntext\n\n:::`),
  block('kind of a container', (text) => `Tea.\n\n::: ${text}\n\ntext\n\n:::`),
  block('block of HTML', (text) => `Tea.\n\n<div title='${text}'>${text}</div>`),
  block('comment that silences', (text) => `Tea.\n\n<!-- docwright-disable-next-line doc-type-unknown -- ${text} -->`),
  {
    name: 'footer',
    write: (text, at) => ({
      [`openapi/v3/${at}.md`]: `${page({})}\n参阅 [官方文档](https://example.org/${text}) [${text}](<${text}>) <https://example.org/${text}>\n`,
    }),
  },
  {
    name: 'title',
    write: (text, at) => ({ [`openapi/v3/${at}.md`]: page({}).replace('# Tea', () => `# ${text}`) }),
  },
  {
    name: 'title of a mix',
    write: (text, at) => ({ [`openapi/v3/${at}.md`]: `# ${text} {#mix}\n\n#${page({})}` }),
  },
  {
    name: 'anchor',
    write: (text, at) => ({ [`openapi/v3/${at}.md`]: page({}).replace('{#post}', () => `{#post #${text} .${text}}`) }),
  },
  {
    name: 'front matter as a quoted text',
    write: (text, at) => ({
      [`openapi/v3/${at}.md`]: `---\ntitle: ${JSON.stringify(text)}\ndescription: ${JSON.stringify(text)}\n---\n\n${page({ description: '{{ $frontmatter.description }}' }).replace('# Tea', '# {{ $frontmatter.title }}')}`,
    }),
    keeps: true,
  },
  {
    name: 'front matter as it is',
    write: (text, at) => ({
      [`openapi/v3/${at}.md`]: `---\ntitle: ${text}\n${text}\n---\n\n${page({}).replace('# Tea', '# {{ $frontmatter.title }}')}`,
    }),
  },
  {
    name: 'key of the front matter',
    write: (text, at) => ({ [`openapi/v3/${at}.md`]: `---\ntitle: tea\n${JSON.stringify(text)}: tea\n__proto__: tea\n---\n\n${page({})}` }),
  },
  {
    name: 'stub',
    write: (text, at) => ({ [`openapi/v3/${at}.md`]: `---\ntitle: ${JSON.stringify(`Moved to ${text}`)}\n---\n` }),
  },
  {
    name: 'index',
    write: (text, at) => ({
      [`openapi/v3/${at}.md`]: `| 业务标签 | 直连商户模式 | 合作伙伴模式\n| --- | --- | ---\n| ${text} {data-protocol=v3 rowspan=2} | [${text}](${text})\n\n{.im-table .centered}\n`,
    }),
  },
  sample(
    'text of a sample',
    (text) => `$response = $instance->chain('v3/x')->post(['json' => ['size' => '${text}', "amount" => "${text}"]]);\n${end}`,
  ),
  sample(
    'text of a sample, escaped',
    (text) => `$response = $instance->chain('v3/x')->post(['json' => ['size' => '${text.replaceAll(/[\\']/g, '\\$&')}']]);\n${end}`,
  ),
  sample(
    'key of a sample',
    (text) =>
      `$response = $instance->chain('v3/x')->post(['${text.replaceAll(/[\\']/g, '\\$&')}' => ['${text.replaceAll(/[\\']/g, '\\$&')}' => 1], '__proto__' => ['size' => 1]]);\n${end}`,
  ),
  sample('expression of a sample', (text) => `$response = $instance->chain('v3/x')->post(['json' => ['size' => ${text}]]);\n${end}`),
  sample(
    'content of a sample',
    (text) =>
      `$response = $instance->chain('v3/x')->post(['json' => ['detail' => \\json_encode(['code' => '${text.replaceAll(/[\\']/g, '\\$&')}', '__proto__' => 1])]]);\n${end}`,
  ),
  sample(
    'template of a sample',
    (text) => `$response = $instance->chain('v3/${text.replaceAll(/[\\']/g, '\\$&')}')->post(['json' => ['size' => 'x']]);\n${end}`,
  ),
  sample('chain of a sample', (text) => `$response = $instance->v3->${text}->post(['json' => ['size' => 'x']]);\n${end}`),
  sample('verb of a sample', (text) => `$response = $instance->chain('v3/x')->${text}(['json' => ['size' => 'x']]);\n${end}`),
  sample(
    'statement of a sample',
    (text) => `${text}\n$x = '${text}';\n$response = $instance->chain('v3/x')->post(['json' => ['size' => $x]]);\n${end}`,
  ),
  {
    name: 'label of a sample',
    write: (text, at) => ({ [`openapi/v3/${at}.md`]: page({ samples: [end] }).replace('[同步声明式]', () => `[${text}]`) }),
  },
  {
    name: 'language of a fence',
    write: (text, at) => ({ [`openapi/v3/${at}.md`]: page({ samples: [end] }).replace('```php', () => `\`\`\`${text}`) }),
  },
  {
    name: 'preset',
    write: (text, at) => ({
      [`openapi/v3/${at}.md`]: page({ samples: [end] }).replace(
        '\n| 返回字典',
        () =>
          `\n::: tip 按 \`size\` 取值 ${text}\n:::\n\n::: code-group\n\`\`\`php [${text}]\n'size' => '${text}', '${text}' => ${text},\n\`\`\`\n:::\n\n| 返回字典`,
      ),
    }),
  },
  notification('value of the event', (text) => `event_type {data-indent=1} | string | \`${text}\` 枚举值`),
  notification('fixed event', (text) => `event_type {data-indent=1} | string | 固定值\`${text}\``),
  {
    name: 'alert and note',
    write: (text, at) => ({
      [`webhook/v3/${at}.md`]: (notification('', () => 'event_type {data-indent=1} | string').write(text, at)[`webhook/v3/${at}.md`] ?? '')
        .replace('| 请求参数', () => `> [!IMPORTANT] ${text}\n> - ${text}\n\n| 请求参数`)
        .replace('\n| 应答规范', () => `\n1. ${text} {#${text}}\n\n| 应答规范`),
    }),
  },
  named('segment of a path', (text, at) => `openapi/v3/${at}/${fileName(text)}/tea.md`),
  named('name of a file', (text, at) => `openapi/v3/${at}/${fileName(text)}.md`),
  named('placeholder', (text, at) => `openapi/v3/${at}/{${fileName(text)}}.md`),
  named('folder above the protocol', (text, at) => `openapi/${fileName(text)}/v3/${at}.md`),
  named('folder of v2', (text, at) => `openapi/v2/${at}/${fileName(text)}.md`),
  named('name of an event', (text, at) => `webhook/v3/${at}/${fileName(text)}.md`, {
    answerKeyword: '应答规范',
    request: ['body | object'],
    answer: ['status | integer'],
  }),
  overlay(
    'operation of an overlay',
    (text, id) =>
      `- { operation: ${text}, field: json.size, reason: x, set: { required: true } }\n- { operation: ${id}, field: json.size, reason: x, set: { required: true } }`,
  ),
  overlay('field of an overlay', (text, id) => `- { operation: ${id}, field: ${text}, reason: x, add: { type: string } }`),
  overlay(
    'field below a group of an overlay',
    (text, id) =>
      `- { operation: ${id}, field: ${JSON.stringify(`json.${JSON.parse(text) as string}`)}, reason: x, add: { type: string } }`,
  ),
  overlay(
    'words of an overlay',
    (text, id) => `- { operation: ${id}, field: json.size, reason: ${text}, set: { description: ${text}, values: [${text}] } }`,
  ),
  overlay('key of an overlay', (text, id) => `- { operation: ${id}, field: json.size, reason: x, set: { ${text}: true } }`),
  overlay('type of an overlay', (text, id) => `- { operation: ${id}, field: json.size, reason: x, set: { type: ${text} } }`),
];

/** What a disk takes as the name of a file: no slash, no NUL, UTF-8. */
function fileName(text: string): string {
  return [...Buffer.from(text.replaceAll(/[/\0]/g, '~')).toString()].slice(0, 60).join('');
}

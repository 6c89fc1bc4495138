/** Pages of an example, by their path. */
export type ExamplePages = Readonly<Record<string, string>>;

/** The smallest edit that fires a rule. The other way round it fires one of the rule's opposites. */
export interface RuleExample {
  readonly base: ExamplePages;
  readonly head: ExamplePages;
}

/** One operation of an example page. Tables are written in the shorthand of `exampleRows`. */
export interface ExampleOperation {
  readonly method?: string;
  readonly title?: string;
  readonly description?: string;
  /** A whole container, such as `::: warning … :::`. */
  readonly notice?: string;
  readonly request?: string;
  /** A table in shorthand, or one of the texts that stand for an answer without fields. */
  readonly response?: string;
  readonly link?: string;
  /** Number of the lamp in the sample, where there is a sample. */
  readonly sample?: number;
}

/** A page with one operation, or with several under headings of their own. */
export function examplePage(...operations: readonly ExampleOperation[]): string {
  const [first] = operations;
  if (operations.length === 1 && first !== undefined) return `${frontMatter(first)}${section('#', first, responseHeader(first))}`;
  return `# Lamps {#mix}\n\n${operations.map((operation) => section('##', operation, responseHeader(operation))).join('\n')}`;
}

/** The page of a notification with its envelope, in which some parts may differ. */
export function exampleNotification({
  payload = 'lamp_id! string | number of the lamp',
  reply = 'code string | result',
  envelope = '',
  headers = '',
  replyStatus = '`20X` `4XX` `5XX` 枚举值之一',
  contentType = '`application/json`',
  suite = '`WECHATPAY2-SHA256-RSA2048` 枚举值',
  eventType = '`LAMP.LIT` 枚举值',
  resourceType = '`lamp` 枚举值',
  algorithm = '`AEAD_AES_256_GCM` 枚举值',
  notes = '',
  alert = '',
  hasReplyBody = true,
  resource,
}: {
  readonly payload?: string;
  readonly reply?: string;
  readonly envelope?: string;
  readonly headers?: string;
  readonly replyStatus?: string;
  readonly contentType?: string;
  readonly suite?: string;
  readonly eventType?: string;
  readonly resourceType?: string;
  readonly algorithm?: string;
  readonly notes?: string;
  readonly alert?: string;
  readonly hasReplyBody?: boolean;
  /** Rows of `resource` instead of cipher text and payload. */
  readonly resource?: string;
} = {}): string {
  const operation = { method: 'post', title: 'A lamp was lit', description: 'Tells that somebody lit a lamp.' };
  const request = [
    'headers! object',
    `  Content-Type! string | ${contentType}`,
    `  Wechatpay-Signature-Type! string | ${suite}`,
    indent(headers, 1),
    'body! object',
    `  event_type! string | ${eventType}`,
    `  resource_type! string | ${resourceType}`,
    indent(envelope, 1),
    '  resource! object',
    `    algorithm! string | ${algorithm}`,
    resource === undefined ? '    ciphertext! string {data-encrypted=by-aes-gcm}' : indent(resource, 2),
    ...(resource === undefined ? ['---', indent(payload, 3)] : []),
  ];
  const rows = [`status! number | ${replyStatus}`, ...(hasReplyBody ? ['body! object', indent(reply, 1)] : [])];
  const blocks = [
    `# ${operation.title} {#post}`,
    operation.description,
    alert,
    table('请求参数', 'request', request.join('\n')),
    notes,
    table('应答规范', 'response', rows.join('\n')),
    '参阅 [官方文档](https://pay.weixin.qq.com/doc/lamps)',
  ];
  return `${frontMatter(operation)}${blocks.filter((block) => block !== '').join('\n\n')}\n`;
}

/** A page that only says where its operation went. */
export function exampleStub(path: string): string {
  return `---\ntitle: Moved to ${path}\nhead:\n  - - meta\n    - http-equiv: refresh\n      content: 0;url=${path}\n---\n`;
}

/** Indents shorthand by some levels. */
export function indent(rows: string, levels: number): string {
  return rows
    .split('\n')
    .map((row) => (row === '' || row === '---' ? row : `${'  '.repeat(levels)}${row}`))
    .join('\n');
}

/** Answers without fields, as pages write them. */
export const answers = {
  nothing: '空字符串(无返回内容)',
  file: '文件流(需解析为对应数据)',
  pdf: '文件流(保存后按本地PDF文件查看)',
} as const;

function responseHeader({ response }: ExampleOperation): string {
  return response?.startsWith('failure:') === true ? '异常字典' : '返回字典';
}

function frontMatter({ title = 'Light a lamp', description = 'Lights one lamp.' }: ExampleOperation): string {
  return `---\ntitle: ${title}\ndescription: ${description}\n---\n\n`;
}

function section(level: string, operation: ExampleOperation, answerHeader: string): string {
  const { method = 'post', title = 'Light a lamp', description = 'Lights one lamp.', notice, request = '', link = 'lamps' } = operation;
  const response = (operation.response ?? 'lamp_id! string | number of the lamp').replace(/^failure:\n/, '');
  const isSpanning = Object.values<string>(answers).includes(response);
  const blocks = [
    `${level} ${title} {#${method}}`,
    description,
    ...(notice === undefined ? [] : [notice]),
    table('请求参数', 'request', request),
    ...(operation.sample === undefined ? [] : [sampleOf(method, operation.sample)]),
    isSpanning ? tableOf(answerHeader, 'response', [`| ${response} {align=center colspan=3}`]) : table(answerHeader, 'response', response),
    `参阅 [官方文档](https://pay.weixin.qq.com/doc/${link})`,
  ];
  return `${blocks.join('\n\n')}\n`;
}

function sampleOf(method: string, lamp: number): string {
  const call = `$instance->chain('v3/lamps')->${method}(['json' => ['lamp_id' => '${lamp}']]);`;
  return `::: code-group\n\n\`\`\`php [同步声明式]\n$response = ${call}\nprint_r(json_decode((string) $response->getBody(), true));\n\`\`\`\n\n:::`;
}

function table(header: string, id: string, shorthand: string): string {
  return tableOf(header, id, exampleRows(shorthand));
}

function tableOf(header: string, id: string, rows: readonly string[]): string {
  return [`| ${header} | 类型 {.type} | 描述 {.desc}`, '| --- | --- | ---', ...rows, '', `{.im-table #${id}}`].join('\n');
}

/**
 * Rows of a table from shorthand: one per line, two blanks per level, `name! type | description` with `!` for required, and `---`
 * for a separator.
 */
export function exampleRows(shorthand: string): string[] {
  return shorthand
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => {
      if (line === '---') return '| {colspan=3 .im-table-line}';
      const [, blanks = '', name = '', mark = '', type = '', description = ''] =
        /^( *)([^ !]+)(!?) ([^|]*?)(?: \| (.*))?$/.exec(line) ?? [];
      const attributes = [...(mark === '' ? [] : ['data-required']), ...(blanks === '' ? [] : [`data-indent=${blanks.length / 2}`])];
      return `| ${name}${attributes.length === 0 ? '' : ` {${attributes.join(' ')}}`} | ${type} | ${description.replaceAll('|', '\\|')}`;
    });
}

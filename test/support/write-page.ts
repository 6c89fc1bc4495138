/** What a page in the dialect is made of; everything has a small default. */
export interface PageParts {
  readonly title?: string;
  readonly verb?: string;
  readonly description?: string;
  readonly notice?: string;
  /** Rows, without the outer heading: `json {data-required} | object`. */
  readonly request?: readonly string[];
  readonly answer?: readonly string[];
  readonly answerKeyword?: '返回字典' | '应答规范' | '异常字典';
  /** PHP programs. */
  readonly samples?: readonly string[];
  /** Below the tables. */
  readonly footer?: string;
}

/** A page of one operation or notification, below the line that names its file. */
export function writePage(file: string, parts: PageParts = {}): string {
  const {
    title = 'Tea',
    verb = 'post',
    description = 'Serves tea.',
    notice,
    request = [],
    answer = ['state | string | state of the tea'],
    samples = [],
  } = parts;
  const blocks = [
    `# ${title} {#${verb}}`,
    description,
    ...(notice === undefined ? [] : [notice]),
    table('请求参数', request),
    '{.im-table #request}',
    ...(samples.length === 0 ? [] : ['::: code-group', ...samples.map((code) => `\`\`\`php [同步声明式]\n${code}\n\`\`\``), ':::']),
    table(parts.answerKeyword ?? '返回字典', answer),
    '{.im-table #response}',
    ...(parts.footer === undefined ? [] : [parts.footer]),
  ];
  return `<!-- ${file} -->\n${blocks.join('\n\n')}\n`;
}

/** A page as it stands in a file. */
export function pageText(parts: PageParts = {}): string {
  return writePage('', parts).replace(/^.*\n/, '');
}

/** The row that opens the content of a string, or divides shapes of a field. */
export const separator = '{colspan=3 .im-table-line}';

/** A sample program that makes a call, in the declarative style. */
export function writeCall(template: string, verb: string, options: string): string {
  return `$response = $instance->chain('${template}')->${verb}([${options}]);\nprint_r(json_decode((string) $response->getBody(), true));`;
}

function table(keyword: string, rows: readonly string[]): string {
  return [`| ${keyword} | 类型 {.type} | 描述 {.desc}`, '| --- | --- | ---', ...rows.map((row) => `| ${row}`)].join('\n');
}

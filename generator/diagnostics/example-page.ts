/** The parts of an example page; what is left out is sound. */
export interface ExampleParts {
  readonly head?: string;
  readonly heading?: string;
  readonly description?: string;
  /** Rows of the request table. */
  readonly request?: readonly string[];
  /** Rows of the response table. */
  readonly response?: readonly string[];
  readonly samples?: string;
  readonly footer?: string;
}

const requestHeader = '| 请求参数 | 类型 {.type} | 描述 {.desc}\n| --- | --- | ---';
const responseHeader = '| 返回字典 | 类型 {.type} | 描述 {.desc}\n| --- | --- | ---';

export const teaRequest: readonly string[] = [
  '| json {data-required} | object | the body',
  '| sort {data-required data-indent=1} | string | sort of the tea',
];
export const teaResponse: readonly string[] = ['| order_id {data-required} | string | number of the order'];

export const teaProgram = `$response = $instance->chain('v3/teas')->post([
  'json' => [
    'sort' => 'oolong',
  ],
]);
print_r(json_decode((string) $response->getBody(), true));`;

/** A request table, with its attribute line. */
export function exampleRequest(rows: readonly string[]): string {
  return [requestHeader, ...rows, '', '{.im-table #request}'].join('\n');
}

/** A response table, with its attribute line. */
export function exampleResponse(rows: readonly string[]): string {
  return [responseHeader, ...rows, '', '{.im-table #response}'].join('\n');
}

/** A fence with a sample program. */
export function exampleFence(label: string, program: string): string {
  return `\`\`\`php [${label}]\n${program}\n\`\`\``;
}

/** A code group of fences. */
export function exampleSamples(...fences: readonly string[]): string {
  return ['::: code-group', ...fences, ':::'].join('\n\n');
}

/** A whole page on ordering a tea, for the examples of the catalogue. */
export function examplePage({
  head = '---\ntitle: Order a tea\ndescription: Puts a tea on the list of the kitchen.\n---',
  heading = '# {{ $frontmatter.title }} {#post}',
  description = '{{ $frontmatter.description }}',
  request = teaRequest,
  response = teaResponse,
  samples = exampleSamples(exampleFence('同步声明式', teaProgram)),
  footer = '参阅 [官方文档](https://tea.example/order)',
}: ExampleParts = {}): string {
  const blocks = [head, heading, description, exampleRequest(request), samples, exampleResponse(response), footer];
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`;
}

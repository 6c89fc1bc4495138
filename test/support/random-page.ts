import { payloads } from '../hostile/payloads.js';
import { oneOf, type Choose } from './choose.js';
import { separator, writeCall, writePage, type PageParts } from './write-page.js';

/** A page in the dialect: understood, though not free of what lint has to say. */
export interface RandomPage {
  readonly file: string;
  readonly text: string;
}

/** How a page is made up. */
interface Maker {
  readonly choose: Choose;
  /** One text in so many is hostile; none is where it is 0. */
  readonly hostility: number;
}

/** A row and what stands below it. */
interface Row {
  readonly name: string;
  readonly required: boolean;
  readonly type: string;
  readonly text: string;
  /** Of an object, or of the elements of a list. */
  readonly rows?: readonly Row[];
  /** What is inside of the string. */
  readonly content?: readonly Row[];
  /** Rows of a further shape. */
  readonly otherShape?: readonly Row[];
}

/** Also what JavaScript, JSON or the emitted code could take for something of their own. */
const names = [
  'size',
  'count',
  'goods_detail',
  'goods-detail',
  'Goods_Detail',
  '__proto__',
  'constructor',
  'toString',
  'length',
  'input',
  'issues',
  'pointer',
  'class',
  '0',
  '7up',
  '_',
  'sign',
  'nonce_str',
  'Content-Type',
  'then',
] as const;
const numberedNames = ['coupon_$n', 'coupon_$n_$m'] as const;
const headerNames = ['Wechatpay-Serial', 'Content-Type', 'Idempotency-Key', 'size'] as const;

type Names = readonly [string, ...string[]];

const numberTexts = ['`1` \\| `2` 枚举值之一', '`-1` 枚举值', '固定值`7`', '默认值`1`'];
const stringTexts = [
  '`A` \\| `B` \\| `C D` 枚举值之一',
  '`A` 枚举值',
  '枚举值：<br/>`A`：x<br/>`B`：y',
  '`a` \\| `b` \\| `c` \\| `d` \\| `e` \\| `f` \\| `g` \\| `h` \\| `i` 枚举值之一',
  '固定值`A`',
  '`01` \\| `1` 枚举值之一',
  "`it's` \\| `*/` 枚举值之一",
];
const scalarTypes = [
  ['string', []],
  ['string', stringTexts],
  ['string', ['最长32字符 {x', 'see [tea](/openapi/v3/tea#get)']],
  ['integer', numberTexts],
  ['number', [...numberTexts, '`20X` `4XX` 枚举值之一', '`A` \\| `B` 枚举值之一']],
  ['float', numberTexts],
  ['boolean', ['`true` \\| `false` 枚举值之一', '`true` 枚举值']],
  ['`true`', []],
  ['string[]', stringTexts],
  ['integer[]', numberTexts],
  ['number[]', numberTexts],
  ['object', []],
] as const;

/** The words that belong somewhere, or something hostile in their place or behind them. */
function say({ choose, hostility }: Maker, usual: string): string {
  if (hostility === 0 || choose(hostility) !== hostility - 1) return usual;
  const { text } = payloads[choose(payloads.length)] ?? { text: '' };
  return choose(2) === 0 ? text : `${usual} ${text}`;
}

/** Names are the grammar's: with anything hostile in one of them the page is refused, so that few are. */
function nameOf(maker: Maker, pool: Names): string {
  return say({ ...maker, hostility: maker.hostility * 12 }, oneOf(maker.choose, pool));
}

/** @param levels how many may follow below */
function rowsOf(maker: Maker, levels: number, pool: Names): readonly Row[] {
  const count = 1 + maker.choose(levels > 1 ? 5 : 3);
  return withoutDoubles(Array.from({ length: count }, () => rowOf(maker, levels, pool)));
}

function rowOf(maker: Maker, levels: number, pool: Names): Row {
  const { choose } = maker;
  const named = { name: nameOf(maker, pool), required: choose(2) === 1 };
  const kind = choose(levels === 0 ? 5 : 12);
  if (kind === 4) {
    return {
      ...named,
      type: oneOf(choose, ['string {data-encrypted=by-rsa-pubkey}', 'string[] {data-encrypted=by-rsa-pubkey}']),
      text: '',
    };
  }
  if (kind < 8) return { ...named, ...scalar(maker) };
  if (kind < 10) {
    return { ...named, type: oneOf(choose, ['object', 'object[]']), text: say(maker, ''), rows: rowsOf(maker, levels - 1, pool) };
  }
  if (kind === 10) {
    const type = oneOf(choose, ['string {data-encoded=by-json_encode}', 'string']);
    return { ...named, type, text: '', content: rowsOf(maker, levels - 1, pool) };
  }
  // Layers are found by path: what one shape encrypts, another of the same name has to encrypt too.
  const shape = (): readonly Row[] =>
    withoutDoubles(
      Array.from({ length: 1 + choose(3) }, () => ({ name: nameOf(maker, pool), required: choose(2) === 1, ...scalar(maker) })),
    );
  return { ...named, type: oneOf(choose, ['object', 'object[]']), text: 'when `A`', rows: shape(), otherShape: shape() };
}

function scalar(maker: Maker): Pick<Row, 'type' | 'text'> {
  const [type, texts] = oneOf(maker.choose, scalarTypes);
  return {
    type: say({ ...maker, hostility: maker.hostility * 4 }, type),
    text: say(maker, oneOf(maker.choose, ['', '单位为分', ...texts])),
  };
}

function withoutDoubles(rows: readonly Row[]): readonly Row[] {
  return [...new Map(rows.map((row) => [row.name, row])).values()];
}

function printRows(rows: readonly Row[], depth: number): string[] {
  return rows.flatMap((row) => [
    ...printShape(row, row.rows ?? [], depth),
    ...(row.content ? [separator, ...printRows(row.content, depth + 1)] : []),
    ...(row.otherShape ? [separator, ...printShape(row, row.otherShape, depth)] : []),
  ]);
}

function printShape({ name, required, type, text, otherShape }: Row, rows: readonly Row[], depth: number): string[] {
  const attributes = [...(required ? ['data-required'] : []), ...(depth > 0 ? [`data-indent=${String(depth)}`] : [])].join(' ');
  // A row that can hold nothing: what follows it at a separator is another shape.
  const end = otherShape ? [`shape_end {data-indent=${String(depth + 1)}} | boolean`] : [];
  return [`${name}${attributes === '' ? '' : ` {${attributes}}`} | ${type} | ${text}`, ...printRows(rows, depth + 1), ...end];
}

/** Groups of a request, and what they may hold. */
const groups: Readonly<Record<'v2' | 'v3', readonly (readonly [name: string, type: string, levels: number, pool: readonly string[]])[]>> = {
  v3: [
    ['json', 'object', 2, names],
    ['query', 'object', 0, names],
    ['headers', 'object', 0, headerNames],
    ['base_uri', 'string', 0, []],
  ],
  v2: [
    ['xml', 'object', 2, [...names, ...numberedNames]],
    ['query', 'object', 0, names],
    ['security', '`true`', 0, []],
    ['nonceless', '`true`', 0, []],
  ],
};

function groupRows(maker: Maker, protocol: 'v2' | 'v3'): readonly string[] {
  const { choose } = maker;
  return groups[protocol].flatMap(([name, type, levels, [first, ...others]]) => {
    const isThere = levels > 0 ? choose(10) !== 9 : choose(2) === 1;
    if (!isThere) return [];
    const required = choose(2) === 1;
    const text = name === 'base_uri' ? say(maker, '声明接入点`https://tea.example/hk/`') : '';
    return printRows([{ name, required, type, text, rows: first === undefined ? [] : rowsOf(maker, levels, [first, ...others]) }], 0);
  });
}

function uploadRows(maker: Maker): readonly string[] {
  const rows = rowsOf(maker, 1, names).filter(({ name }) => name !== 'file');
  return ['body {data-required} | object', 'file {data-required data-indent=1} | object | a picture', ...printRows(rows, 1)];
}

/** What an XML message can carry: no objects, but texts with something inside, numbered names, and a sign. */
function xmlRows(maker: Maker, levels: number, depth: number): readonly string[] {
  const rows = rowsOf(maker, levels, [...names, ...numberedNames]).filter(
    ({ name, type, rows: below }) =>
      name !== 'sign' && type !== 'object' && below === undefined && !(name.includes('$') && type.includes('[]')),
  );
  const signed = { name: 'sign', required: true, type: 'string', text: '' };
  return printRows(rows.length === 0 || maker.choose(2) === 1 ? [...rows, signed] : rows, depth);
}

function answerRows(maker: Maker, protocol: 'v2' | 'v3'): readonly string[] {
  const { choose } = maker;
  const spanning = oneOf(choose, ['空字符串(无返回内容)', '文件流(PDF)', '文件流', '跳转']);
  if (choose(6) === 5) return [`${say(maker, spanning)} {align=center colspan=3}`];
  return protocol === 'v2' ? xmlRows(maker, 1, 0) : printRows(rowsOf(maker, 1, names), 0);
}

/** What stands around the tables. */
function frame(maker: Maker): PageParts {
  const { choose } = maker;
  const notice = oneOf(choose, [
    undefined,
    undefined,
    '::: danger :no_entry_sign: {.im-deprecated}\n\n本接口服务已于 `2022.09.08` (北京时间) 下线\n\n:::',
    '::: warning :beginner: {.im-redesigned}\n\n本接口服务于 `2020年` (北京时间) 发布新版，新接口见 [这里](/openapi/v3/tea#get) \n\n:::',
  ]);
  const footer = choose(3) === 0 ? undefined : `参阅 [${say(maker, '官方文档')}](${say(maker, 'https://tea.example/doc')})`;
  return {
    title: say(maker, 'Tea'),
    description: say(maker, oneOf(choose, ['Serves tea.', '频率限制：100qps', '403-NOT_ENOUGH */ ${x} `y`'])),
    ...(notice !== undefined && { notice: say({ ...maker, hostility: maker.hostility * 2 }, notice) }),
    ...(footer !== undefined && { footer }),
  };
}

function sampleOf(maker: Maker, template: string, verb: string): string {
  const value = say(maker, 'A');
  const written = maker.choose(2) === 0 ? `'${value.replaceAll(/[\\']/g, '\\$&')}'` : `'${value}'`;
  return writeCall(
    template,
    verb,
    `'json' => ['size' => ${written}, 'issues' => \\json_encode([['a' => 1]])], 'query' => ['${say(maker, 'count')}' => 1.5]`,
  );
}

export interface PageWishes {
  /** Pages of different numbers do not meet in one API. */
  readonly number?: number;
  /** One text in so many is hostile; 0 for none. */
  readonly hostility?: number;
}

/** A page of one operation, of several, or of a notification. */
export function randomPage(choose: Choose, { number = 0, hostility = 0 }: PageWishes = {}): RandomPage {
  const maker = { choose, hostility };
  const kind = choose(8);
  if (kind === 6) return randomNotice(maker, number);
  if (kind === 7) return randomMix(maker, number);
  return randomOperation(choose, { number, hostility });
}

/** A page of one operation. */
export function randomOperation(choose: Choose, { number = 0, hostility = 0 }: PageWishes = {}): RandomPage {
  const maker = { choose, hostility };
  const protocol = oneOf(choose, ['v3', 'v3', 'v2']);
  const parameter = choose(2) === 0 ? undefined : oneOf(choose, ['string', 'integer', 'number']);
  const template = `${protocol}/teas/n${String(number)}${parameter === undefined ? '' : '/{id}'}`;
  const text = operationText(maker, { protocol, template, parameter, verb: oneOf(choose, ['post', 'put', 'get', 'patch', 'delete']) });
  if (choose(4) !== 3) return { file: `openapi/${template}.md`, text };
  const matter = `---\ntitle: ${say(maker, 'Tea')}\ndescription: ${JSON.stringify(say(maker, 'Serves tea'))}\n---\n\n`;
  const interpolated = text.replace(/^# .* (?=\{#)/, '# {{ $frontmatter.title }} ');
  return { file: `openapi/${template}.md`, text: matter + interpolated };
}

/** Several operations of one address. */
function randomMix(maker: Maker, number: number): RandomPage {
  const template = `v3/teas/n${String(number)}`;
  const [first, second] = oneOf(maker.choose, [
    ['post', 'get'],
    ['get', 'patch'],
    ['put', 'delete'],
  ] as const);
  const parts = [first, second].map((verb) => `#${operationText(maker, { protocol: 'v3', template, parameter: undefined, verb })}`);
  return { file: `openapi/${template}.md`, text: `# ${say(maker, 'Teas')} {#mix}\n\n${parts.join('\n')}` };
}

interface Facts {
  readonly protocol: 'v2' | 'v3';
  readonly template: string;
  readonly parameter: string | undefined;
  readonly verb: string;
}

function operationText(maker: Maker, { protocol, template, parameter, verb }: Facts): string {
  const { choose } = maker;
  const parameterRows = parameter === undefined ? [] : [`id {data-required} | ${parameter}`];
  const request = (): readonly string[] => [
    ...parameterRows,
    ...(protocol === 'v3' && choose(8) === 7 ? uploadRows(maker) : groupRows(maker, protocol)),
  ];
  const answer = (): readonly string[] => answerRows(maker, protocol);
  // Where choices end, the rest of a page is plain. That shall be now the one half, now the other.
  const tables = choose(2) === 0 ? { request: request(), answer: answer() } : { answer: answer(), request: request() };
  const samples = choose(2) === 0 ? [] : [sampleOf(maker, template, verb)];
  return below(writePage('', { ...frame(maker), verb, ...tables, samples }));
}

/** A page of one notification. */
function randomNotice(maker: Maker, number: number): RandomPage {
  const { choose } = maker;
  const isV2 = choose(3) === 2;
  const cipher = isV2
    ? [
        'return_code {data-indent=1} | string',
        'req_info {data-indent=1} | string {data-tooltip=经「MD5后的API密钥」加密后的BASE64字符串 data-encrypted=by-aes-ecb}',
        separator,
      ]
    : [
        'nonce {data-required data-indent=1} | string',
        'associated_data {data-indent=1} | string',
        'ciphertext {data-indent=1} | string {data-tooltip=APIv3密钥加密后的BASE64字符串 data-encrypted=by-aes-gcm}',
        separator,
      ];
  const body = isV2 ? xmlRows(maker, 0, 1) : printRows(rowsOf(maker, 1, names), 1);
  const content = isV2 ? rowsOf(maker, 0, ['size', 'count', 'goods_detail']) : rowsOf(maker, 1, names);
  return {
    file: isV2 ? `webhook/v2/tea-${String(number)}.md` : `webhook/v3/TEA.N${String(number)}.md`,
    text: below(
      writePage('', {
        ...frame(maker),
        answerKeyword: '应答规范',
        request: [
          'body {data-required} | object',
          ...(isV2 ? [] : [`event_type {data-required data-indent=1} | string | ${say(maker, `\`TEA.N${String(number)}\` 枚举值`)}`]),
          ...body,
          ...cipher,
          ...printRows(content, 2),
        ],
        answer: isV2
          ? ['body | object', 'return_code {data-indent=1} | string']
          : ['status | integer | `20X` `4XX` 枚举值之一', 'body | object', `code {data-indent=1} | string | ${say(maker, '')}`],
      }),
    ),
  };
}

/** Without the line that names the file. */
function below(text: string): string {
  return text.slice(text.indexOf('\n') + 1);
}

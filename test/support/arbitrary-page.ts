import fc from 'fast-check';
import { separator, writeCall, writePage } from './write-page.js';

/** A page in the dialect: understood, though not free of what lint has to say. */
export interface RandomPage {
  readonly file: string;
  readonly text: string;
}

/** A row and what stands below it. */
interface Row {
  readonly name: string;
  readonly required: boolean;
  readonly type: string;
  readonly text: string;
  /** Of an object, or of the elements of a list. */
  readonly rows: readonly Row[];
  /** What is inside of the string. */
  readonly content: readonly Row[];
  /** Rows of a further shape; none where there is one shape only. */
  readonly otherShape: readonly Row[];
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
];
const numberedNames = ['coupon_$n', 'coupon_$n_$m'];

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
const types: readonly (readonly [type: string, texts: readonly string[]])[] = [
  ['string', stringTexts],
  ['string', ['最长32字符 {x']],
  ['integer', numberTexts],
  ['number', [...numberTexts, '`20X` `4XX` 枚举值之一', '`A` \\| `B` 枚举值之一']],
  ['float', numberTexts],
  ['boolean', ['`true` \\| `false` 枚举值之一', '`true` 枚举值']],
  ['`true`', []],
  ['string[]', stringTexts],
  ['integer[]', numberTexts],
  ['number[]', numberTexts],
  ['object', []],
];

const plain = { rows: [], content: [], otherShape: [] };

/** @param levels how many may follow below */
function rowsOf(levels: number, pool: readonly string[]): fc.Arbitrary<readonly Row[]> {
  return fc.array(rowOf(levels, pool), { minLength: 1, maxLength: levels > 1 ? 5 : 3 }).map(withoutDoubles);
}

function rowOf(levels: number, pool: readonly string[]): fc.Arbitrary<Row> {
  const named = { name: fc.constantFrom(...pool), required: fc.boolean() };
  const scalar = fc
    .constantFrom(...types)
    .chain(([type, texts]) => fc.record({ ...named, type: fc.constant(type), text: fc.constantFrom('', '单位为分', ...texts) }))
    .map((row) => ({ ...row, ...plain }));
  const encrypted = fc
    .record({ ...named, type: fc.constantFrom('string {data-encrypted=by-rsa-pubkey}', 'string[] {data-encrypted=by-rsa-pubkey}') })
    .map((row) => ({ ...row, text: '', ...plain }));
  if (levels === 0) return fc.oneof({ weight: 4, arbitrary: scalar }, encrypted);
  const object = fc
    .record({ ...named, type: fc.constantFrom('object', 'object[]'), rows: rowsOf(levels - 1, pool) })
    .map((row) => ({ ...row, text: '', content: [], otherShape: [] }));
  const encoded = fc
    .record({ ...named, type: fc.constantFrom('string {data-encoded=by-json_encode}', 'string'), content: rowsOf(levels - 1, pool) })
    .map((row) => ({ ...row, text: '', rows: [], otherShape: [] }));
  const shapes = fc
    .record({
      ...named,
      type: fc.constantFrom('object', 'object[]'),
      // Layers are found by path: what one shape encrypts, another of the same name has to encrypt too.
      rows: fc.array(scalar, { minLength: 1, maxLength: 3 }).map(withoutDoubles),
      otherShape: fc.array(scalar, { minLength: 1, maxLength: 3 }).map(withoutDoubles),
    })
    .map((row) => ({ ...row, text: 'when `A`', content: [] }));
  return fc.oneof({ weight: 6, arbitrary: scalar }, encrypted, { weight: 3, arbitrary: object }, encoded, shapes);
}

function withoutDoubles(rows: readonly Row[]): readonly Row[] {
  return [...new Map(rows.map((row) => [row.name, row])).values()];
}

function printRows(rows: readonly Row[], depth: number): string[] {
  return rows.flatMap((row) => [
    ...printShape(row, row.rows, depth),
    ...(row.content.length > 0 ? [separator, ...printRows(row.content, depth + 1)] : []),
    ...(row.otherShape.length > 0 ? [separator, ...printShape(row, row.otherShape, depth)] : []),
  ]);
}

function printShape({ name, required, type, text, otherShape }: Row, rows: readonly Row[], depth: number): string[] {
  const attributes = [...(required ? ['data-required'] : []), ...(depth > 0 ? [`data-indent=${String(depth)}`] : [])].join(' ');
  // A row that can hold nothing: what follows it at a separator is another shape.
  const end = otherShape.length > 0 ? [`shape_end {data-indent=${String(depth + 1)}} | boolean`] : [];
  return [`${name}${attributes === '' ? '' : ` {${attributes}}`} | ${type} | ${text}`, ...printRows(rows, depth + 1), ...end];
}

/** Groups of a request, and what they may hold. */
const groups = {
  v3: {
    json: ['object', [...names]],
    query: ['object', names],
    headers: ['object', ['Wechatpay-Serial', 'Content-Type', 'Idempotency-Key', 'size']],
    base_uri: ['string', []],
  },
  v2: {
    xml: ['object', [...names, ...numberedNames]],
    query: ['object', names],
    security: ['`true`', []],
    nonceless: ['`true`', []],
  },
} as const satisfies Record<'v2' | 'v3', Record<string, readonly [type: string, names: readonly string[]]>>;

function groupRows(protocol: 'v2' | 'v3'): fc.Arbitrary<string[]> {
  const each = Object.entries<readonly [type: string, names: readonly string[]]>(groups[protocol]).map(([name, [type, pool]]) => {
    const levels = name === 'json' || name === 'xml' ? 2 : 0;
    const group = fc.record({
      name: fc.constant(name),
      required: fc.boolean(),
      type: fc.constant(type),
      text: fc.constant(name === 'base_uri' ? '声明接入点`https://tea.example/hk/`' : ''),
      rows: pool.length > 0 ? rowsOf(levels, pool) : fc.constant([]),
    });
    return fc.option(
      group.map((row) => printRows([{ ...row, content: [], otherShape: [] }], 0)),
      { nil: [], freq: levels > 0 ? 9 : 1 },
    );
  });
  return fc.tuple(...each).map((parts) => parts.flat());
}

const upload = rowsOf(1, names).map((rows) => [
  'body {data-required} | object',
  'file {data-required data-indent=1} | object | a picture',
  ...printRows(
    rows.filter(({ name }) => name !== 'file'),
    1,
  ),
]);

/** A page of one operation. Its folder is `number`, so that the pages of one API do not meet. */
export function arbitraryPage(number = 0): fc.Arbitrary<RandomPage> {
  return fc.constantFrom('v2' as const, 'v3' as const, 'v3' as const).chain((protocol) =>
    fc
      .record({
        verb: fc.constantFrom('post', 'put', 'get'),
        parameter: fc.option(fc.constantFrom('string', 'integer', 'number'), { nil: undefined }),
        request: protocol === 'v3' ? fc.oneof({ weight: 7, arbitrary: groupRows(protocol) }, upload) : groupRows(protocol),
        answer: fc.oneof(
          rowsOf(1, names).map((rows) => printRows(rows, 0)),
          fc.constant(['空字符串(无返回内容) {align=center colspan=3}']),
        ),
        description: fc.constantFrom('Serves tea.', '频率限制：100qps', '403-NOT_ENOUGH */ ${x} `y`'),
        withSample: fc.boolean(),
      })
      .map(({ verb, parameter, request, answer, description, withSample }) => {
        const template = `${protocol}/teas/n${String(number)}${parameter === undefined ? '' : '/{id}'}`;
        const file = `openapi/${template}.md`;
        const page = writePage(file, {
          verb,
          description,
          request: [...(parameter === undefined ? [] : [`id {data-required} | ${parameter}`]), ...request],
          answer,
          samples: withSample ? [writeCall(template, verb, "'json' => ['size' => 'A', 'issues' => \\json_encode([['a' => 1]])]")] : [],
        });
        return { file, text: page.slice(page.indexOf('\n') + 1) };
      }),
  );
}

/** A page of one notification. */
export const arbitraryWebhook: fc.Arbitrary<RandomPage> = fc
  .record({ body: rowsOf(1, names), content: rowsOf(1, names) })
  .map(({ body, content }) => ({
    file: 'webhook/v3/TEA.SERVED.md',
    text: writePage('', {
      answerKeyword: '应答规范',
      request: [
        'body {data-required} | object',
        'event_type {data-required data-indent=1} | string | `TEA.SERVED` 枚举值',
        ...printRows(
          body.filter(({ name }) => name !== 'ciphertext'),
          1,
        ),
        'ciphertext {data-indent=1} | string {data-tooltip=APIv3密钥加密后的BASE64字符串 data-encrypted=by-aes-gcm}',
        separator,
        ...printRows(content, 2),
      ],
      answer: ['status | integer | `20X` `4XX` 枚举值之一', 'body | object', 'code {data-indent=1} | string'],
    }).replace(/^.*\n/, ''),
  }));

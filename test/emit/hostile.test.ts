import fc from 'fast-check';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { emitPage } from '../../generator/emit/index.js';
import type { ApiPage } from '../../generator/model/api.js';
import { compile } from '../support/tester.js';
import { separator, writePage } from '../support/write-page.js';
import { writeSdk } from '../support/written-sdk.js';

const [operations, notification] = compile(
  [
    writePage('openapi/v3/teas.md', {
      description: 'Serves tea. 限频：每个商户号10qps。余额不够答复403-NOT_ENOUGH。',
      notice: '::: danger :no_entry_sign: {.im-deprecated}\n\n本接口服务已于 `2022.09.08` (北京时间) 下线\n\n:::',
      request: [
        'json {data-required} | object | text',
        'size {data-required data-indent=1} | string | text<br/>`S` \\| `L` 枚举值之一',
        'kind {data-indent=1} | string | `only`',
        'detail {data-indent=1} | string {data-encoded=by-json_encode} | text',
        separator,
        'goods {data-indent=2} | object[] | text',
        'code {data-required data-indent=3} | string | text',
      ],
      answer: ['state | string | text<br/>`A` \\| `B` 枚举值之一'],
    }),
    writePage('webhook/v3/TEA.DONE.md', {
      answerKeyword: '应答规范',
      request: [
        'body | object | text',
        'event_type {data-indent=1} | string | `TEA.DONE` 枚举值',
        'ciphertext {data-indent=1} | string {data-tooltip=APIv3密钥加密后的BASE64字符串 data-encrypted=by-aes-gcm} | text',
        separator,
        'cup {data-indent=2} | string | text',
      ],
      answer: ['body | object', 'code {data-indent=1} | string | `OK` 枚举值'],
    }),
  ].join('\n'),
).pages;

/** Members of the model that hold text of a page which is no name. */
const texts = new Set(['title', 'description', 'text', 'value', 'scope', 'code', 'url']);

/** The page with every text in it replaced. */
function withText(page: ApiPage | undefined, text: string): ApiPage {
  const replaced: unknown = JSON.parse(JSON.stringify(page), (key, value: unknown) =>
    texts.has(key) && typeof value === 'string' && !value.startsWith('by-') ? text : value,
  );
  return replaced as ApiPage;
}

/** Kinds of all nodes but comments, in order: what a text must not change. */
function anatomy(page: ApiPage): string {
  const [module] = emitPage(page);
  const file = ts.createSourceFile('module.ts', module?.text ?? '', ts.ScriptTarget.ES2022, true);
  const kinds: number[] = [];
  const visit = (node: ts.Node): void => {
    kinds.push(node.kind, ts.getJSDocTags(node).length);
    ts.forEachChild(node, visit);
  };
  visit(file);
  return kinds.join();
}

const hostileText = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        '*/',
        '/*',
        '`',
        '${',
        "'",
        '"',
        '\\',
        '\n',
        '\r',
        '\u2028',
        '\u202e',
        '\0',
        '@deprecated',
        '{@link x}',
        '@ts-ignore',
        '};',
        '<script>',
      ),
      fc.string({ unit: 'binary' }),
    ),
    { minLength: 1 },
  )
  .map((parts) => `x${parts.join('')}x`);

describe('text of a page', () => {
  it.each([
    ['operations', operations],
    ['a notification', notification],
  ])('never becomes a token of its own in a module of %s', (_, page) => {
    const expected = anatomy(withText(page, 'x'));
    fc.assert(
      fc.property(hostileText, (text) => anatomy(withText(page, text)) === expected),
      { numRuns: 60 },
    );
  });
});

describe('names within the grammar', () => {
  const names = [
    '__proto__',
    'constructor',
    'toString',
    'hasOwnProperty',
    'then',
    'delete',
    'default',
    'await',
    'input',
    'issues',
    'fail',
    'Amount',
    'amount',
    'AMOUNT',
    '0',
    '_',
    'a-b',
  ];

  it('make a module that compiles, one member for each', () => {
    const rows = names.flatMap((name) => [
      `${name} {data-required data-indent=1} | object`,
      `${name} {data-required data-indent=2} | string | \`a\` \\| \`b\` 枚举值之一`,
    ]);
    const pages = ['delete', 'constructor', '__proto__', 'then', 'v3'].map((segment) =>
      writePage(`openapi/v3/${segment}/{constructor}.md`, {
        verb: 'delete',
        request: ['constructor {data-required} | string', 'json {data-required} | object', ...rows],
        answer: names.map((name) => `${name} {data-required} | string`),
      }),
    );
    const api = compile([...pages, writePage('openapi/v3/delete.md', { verb: 'delete' })].join('\n'));
    const sdk = writeSdk(api);
    try {
      expect(sdk.errors()).toEqual([]);
    } finally {
      sdk.dispose();
    }
  }, 60_000);
});

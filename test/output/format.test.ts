import fc from 'fast-check';
import { format } from 'prettier';
import { describe, expect, test } from 'vitest';
import { formatText } from '../../generator/output/format.js';
import { takeOutSettled } from '../../generator/output/settled.js';

/** prettier as everybody runs it: another parser, and no statement stands aside. */
function formatPlainly(text: string): Promise<string> {
  return format(text, { printWidth: 140, singleQuote: true, trailingComma: 'all', parser: 'typescript' });
}

const first = "import './first.js';\n\n";

const settled = [
  "import { a } from './a.js';\nimport type { B, C } from './b.js';\n",
  "/** Tea. */\nexport interface Tea {\n  /**\n   * Kind\n   */\n  kind?: 'A' | 'B' | (string & {}) | undefined;\n  'Tea-Leaf': readonly Leaf[];\n}\n",
  'export function isTea(input: unknown): input is Tea {\n  return validateTea(input) === undefined;\n}\n',
  '/** @throws {Error} With all. */\nexport function assertTea(input: unknown): asserts input is Tea {\n  throwIssues(validateTea(input));\n}\n',
  'export const TeaSchema = /* @__PURE__ */ standardSchema<Tea>(validateTea);\n',
];

const settledInside = [
  ['members', 'export interface Tea {\n', "  'v3/tea': import('./v3/tea.js').Verbs;\n  leaf?: Leaf[];\n", '  pot: { a: 1 };\n}\n'],
  ['entries', 'export const teas: Teas = {\n', "  'v3/tea': () => import('./v3/tea.js'),\n  leaf: 'green',\n", '  pot: { a: 1 },\n};\n'],
] as const;

describe('formatText', () => {
  test.each(settled)('leaves aside what prettier would not change: %s', async (statement) => {
    const text = `${first}${statement}\nlast( );\n`;
    expect(takeOutSettled(text).settled).toEqual([statement]);
    expect(await formatText('a.ts', text)).toBe(await formatPlainly(text));
  });

  test.each(settledInside)('leaves aside the %s that prettier would not change', async (_, start, lines, end) => {
    const text = `${first}${start}${lines}${end}`;
    expect(takeOutSettled(text).settled).toEqual([lines]);
    expect(await formatText('a.ts', text)).toBe(await formatPlainly(text));
  });

  test.each([
    ['a line that is too long', `export interface Tea {\n  a${'b'.repeat(120)}: string | undefined | null;\n}\n`],
    ['needless parentheses', "export interface Tea {\n  a: ('A')[];\n}\n"],
    ['a quote inside of a string', "export interface Tea {\n  a: 'it\\'s';\n}\n"],
    ['a key that needs no quotes', "export interface Tea {\n  'a': string;\n}\n"],
    ['blanks at the end of a comment', 'export interface Tea {\n  /**\n   * a  \n   */\n  a: string;\n}\n'],
    ['wide characters', `export interface Tea {\n  a: '${'茶'.repeat(60)}' | '${'茶'.repeat(9)}';\n}\n`],
    ['a statement with an else', 'function f(a) {\n  if (a) b(a);\n  else c(a);\n}\n'],
    ['a statement below its condition', 'function f(a) {\n  if (a)\n    b(a);\n  c(a);\n}\n'],
    ['another indentation', 'function f(a) {\n      b(a);\n}\n'],
    ['blank lines at the start and the end', 'function f(a) {\n\n  b(a);\n\n\n  c(a);\n\n}\n'],
    ['text inside of a template', 'const text = `\n\nexport interface Tea {\n  a: string;\n}\n\n  b(a);\n`;\n'],
    ['lines inside of a comment', '/*\n  b(a);\n\nexport interface Tea {\n  a: string;\n}\n*/\nf();\n'],
    ['entries of which one needs no quotes', "const teas = {\n  'a/b': 'c',\n  'd': ('e'),\n};\n"],
    ['members of which one needs no quotes', "interface Teas {\n  'a/b': 'c';\n  'd': ('e');\n}\n"],
    ['entries that need no lines of their own', "const teas = { a: {\n  b: 'c',\n} };\nf({ a,\n  b: 'c',\n});\n"],
    ['parameters on lines of their own', "function f(\n  a: 'A',\n  b: 12,\n) {}\n"],
    ['members of a class', "class Tea {\n  a: string;\n  'b/c': 'd';\n\n  f() {}\n}\n"],
    ['types on lines of their own', "type Tea = {\n  a: string;\n} & (\n  B);\nfunction f(a: {\n  b: string;\n}) {}\n"],
    ['a placeholder of its own', 'settled0$;\n\nexport interface Tea {\n  a: string;\n}\n'],
    ['a placeholder after another', 'export interface Tea {\n  a: string;\n}\n\nsettled0$;\n'],
  ])('formats %s as prettier does', async (_, statement) => {
    const text = `${first}${statement}`;
    expect(await formatText('a.ts', text)).toBe(await formatPlainly(text));
  });

  test('formats whatever looks like a settled statement as prettier does', async () => {
    const chain = (operands: readonly string[], operators: readonly string[]): fc.Arbitrary<string> =>
      fc
        .array(fc.tuple(fc.constantFrom(...operators), fc.constantFrom(...operands)), { minLength: 1, maxLength: 5 })
        .map((parts) => parts.flat().slice(1).join(''));
    const long = `'${'x'.repeat(70)}'`;
    const types = chain(
      ['A', "'A'", '(A)', '12', "('A')[]", '(A | B)[]', 'readonly A[]', '(string & {})', 'A<B, C>', long],
      [' | ', ' & '],
    );
    const expression = chain(
      ['a', "'A'", 'f(a)', 'f(g(a))', '!f(a, [b, c])', '(a)', 'typeof a', 'a.b(c).d(e)', '12', long],
      [' === ', ' !== ', ' && ', ' || ', ' + '],
    );
    const statement = fc.tuple(fc.constantFrom('if (a) ', 'return ', 'const a = ', 'a = ', ''), expression).map((parts) => parts.join(''));
    const entry = fc
      .tuple(
        fc.constantFrom('a', "'a'", "'a/b'", '1', "'1'", '[a]'),
        fc.constantFrom("'A'", '12', '1.50', "('A')", "'it\\'s'", "() => import('./a.js')", `'${'x'.repeat(125)}'`, '{ a: 1 }'),
      )
      .map((parts) => `  ${parts.join(': ')},\n`);
    const member = fc
      .tuple(fc.constantFrom('a', "'a'", "'a/b'", 'readonly a', '1', '[a: string]'), fc.constantFrom(': ', '?: '), types)
      .map(([key, mark, type]) => `  ${key}${key.startsWith('[') ? ': ' : mark}${type};\n`);
    const lines = (line: fc.Arbitrary<string>): fc.Arbitrary<string> => fc.array(line, { minLength: 1, maxLength: 4 }).map((all) => all.join(''));
    const condition = fc.tuple(expression, statement).map(([test, then]) => `if (${test}) ${then.replace(/^const /, '')}`);
    await fc.assert(
      fc.asyncProperty(lines(fc.oneof(statement, condition).map((each) => `  ${each};\n`)), lines(member), lines(entry), async (body, members, entries) => {
        const text = `${first}function f() {\n${body}}\n\nexport interface F {\n${members}}\n\nexport const table: Table = {\n${entries}};\n`;
        expect(await formatText('a.ts', text)).toBe(await formatPlainly(text));
      }),
      { numRuns: 100 },
    );
  });
});

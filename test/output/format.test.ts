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

describe('formatText', () => {
  test.each(settled)('leaves aside what prettier would not change: %s', async (statement) => {
    const text = `${first}${statement}\nlast( );\n`;
    expect(takeOutSettled(text).settled).toEqual([statement]);
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
    const condition = fc.tuple(expression, statement).map(([test, then]) => `if (${test}) ${then.replace(/^const /, '')}`);
    await fc.assert(
      fc.asyncProperty(fc.array(fc.oneof(statement, condition), { minLength: 1, maxLength: 4 }), types, async (statements, type) => {
        const body = statements.map((each) => `  ${each};\n`).join('');
        const text = `${first}function f() {\n${body}}\n\nexport interface F {\n  a: ${type};\n}\n`;
        expect(await formatText('a.ts', text)).toBe(await formatPlainly(text));
      }),
      { numRuns: 100 },
    );
  });
});

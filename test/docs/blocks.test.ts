import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse, parseAllDocuments } from 'yaml';
import { checkShellBlock } from '../support/check-shell-block.js';
import { checkTypeScriptBlocks } from '../support/check-typescript-blocks.js';
import { runIn } from '../support/command-line.js';
import { fencedBlocks, type FencedBlock } from '../support/fenced-blocks.js';
import { quotedFile } from '../support/quoted-file.js';

const documents = [
  'README.md',
  'SECURITY.md',
  'generated/README.md',
  ...readdirSync('docs')
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
  ...readdirSync('examples', { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('README.md') && !name.includes('node_modules'))
    .map((name) => `examples/${name}`),
];
const blocks = documents.flatMap((document) => fencedBlocks(document));
const place = ({ document, line }: FencedBlock): string => `${document}:${String(line)}`;

const isLintExample = (block: FencedBlock | undefined): boolean => block?.note.startsWith('lint of ') === true;

/** Blocks that another test checks: which ones, where, and what is checked there. */
const elsewhere: readonly { readonly is: (block: FencedBlock) => boolean; readonly test: string; readonly what: string }[] = [
  {
    is: (block) => isLintExample(block) || isLintExample(blocks[blocks.indexOf(block) - 1]),
    test: 'test/docs/readme-lint.test.ts',
    what: 'lint says this of that edit',
  },
  {
    is: ({ document }) => document === 'docs/rules.md',
    test: 'test/docs/rules.test.ts',
    what: 'the document is what docwright prints, and its examples are tested',
  },
  {
    is: ({ document, language }) => document === 'docs/dialect.md' && language === 'md',
    test: 'test/docs/dialect.test.ts',
    what: 'the page and the rows are read',
  },
  {
    is: ({ document, language }) => document === 'examples/README.md' && language === 'text',
    test: 'test/examples/examples.test.ts',
    what: 'the example prints this',
  },
];

/** Blocks that nothing can be said about, and why. */
const unchecked: Readonly<Record<string, string>> = {
  drawing: 'a picture made of text',
};

type Checker = 'elsewhere' | 'unchecked' | 'quote' | 'output' | 'ts' | 'sh' | 'json' | 'yaml';

function checkerOf(block: FencedBlock): Checker | undefined {
  const { note, language } = block;
  if (elsewhere.some(({ is }) => is(block))) return 'elsewhere';
  if (Object.hasOwn(unchecked, note)) return 'unchecked';
  if (note.startsWith('from ')) return 'quote';
  if (note.startsWith('output of ')) return 'output';
  return (['ts', 'sh', 'json', 'yaml'] as const).find((known) => known === language);
}

const checkedBy = (checker: Checker): (readonly [string, FencedBlock])[] =>
  blocks.filter((block) => checkerOf(block) === checker).map((block) => [place(block), block]);

test('every block of every document has a checker', () => {
  expect(blocks.length).toBeGreaterThan(100);
  expect(blocks.filter((block) => checkerOf(block) === undefined).map(place)).toEqual([]);
});

test('the tests that check some of them exist, and each checks something', () => {
  for (const { is, test: file, what } of elsewhere) {
    expect(existsSync(file), file).toBe(true);
    expect(blocks.filter(is).length, what).toBeGreaterThan(0);
  }
});

test('TypeScript compiles', () => {
  const typescript = checkedBy('ts').map(([, block]) => block);
  expect(typescript.length).toBeGreaterThan(0);
  expect(checkTypeScriptBlocks(typescript)).toEqual([]);
}, 120_000);

test.each(checkedBy('sh'))('%s runs what exists', async (_, { text }) => {
  expect(await checkShellBlock(text)).toEqual([]);
});

/** Commands that answer at once, whatever the folder. */
const cheap = checkedBy('sh').flatMap(([at, { text }]) =>
  [...text.matchAll(/^(?:npx )?docwright ((?:explain|completions|inspect) [^#>\n]*)/gm)].map(
    ([, words = '']) => [at, words.trim()] as const,
  ),
);
test.each(cheap)('%s: docwright %s', async (_, words) => {
  const { code, output } = await runIn('.', ...words.split(/\s+/), ...(words.startsWith('inspect') ? ['--jobs', '1', '--no-cache'] : []));
  expect(code).toBe(0);
  expect(output).not.toBe('');
});

test.each(checkedBy('quote'))('%s stands in the file that it quotes', async (_, { note, text }) => {
  expect(await quotedFile(note.replace('from ', ''))).toContain(text);
});

test.each(checkedBy('output'))('%s is what the command prints', async (_, { note, text }) => {
  const [, ...words] = note.replace('output of ', '').split(' ');
  const { output, errors } = await runIn('.', ...words);
  expect(timeless(output + errors)).toBe(timeless(text));
});

test.each(checkedBy('json'))('%s is JSON', (_, { text }) => {
  expect(() => JSON.parse(text)).not.toThrow();
});

test.each(checkedBy('yaml'))('%s is YAML, and its workflows run what exists', async (_, { text }) => {
  expect(parseAllDocuments(text).flatMap((document) => document.errors)).toEqual([]);
  const action: unknown = parse(readFileSync('action.yml', 'utf8'));
  for (const step of stepsIn(parse(text))) {
    if (typeof step['run'] === 'string') expect(await checkShellBlock(step['run'])).toEqual([]);
    if (String(step['uses']).startsWith('docwright/'))
      expect(action).toMatchObject({ inputs: mapValues(step['with'], () => expect.anything()) });
  }
});

describe('a link', () => {
  const links = documents.flatMap((document) => {
    const text = readFileSync(document, 'utf8')
      .replace(/^(`{3,}|~{3,})[^]*?^\1$/gm, '')
      .replace(/`[^`\n]*`/g, '');
    return [...text.matchAll(/\]\(([^)\s]+)\)/g)].map(([, target = '']) => [document, target] as const);
  });

  test.each([...new Map(links.map((link) => [link.join(' '), link])).values()].filter(([, target]) => !/^https?:/.test(target)))(
    'of %s to %s leads somewhere',
    (document, target) => {
      const [path = '', anchor] = target.split('#');
      const file = path === '' ? document : join(dirname(document), path);
      expect(existsSync(file)).toBe(true);
      if (anchor !== undefined && file.endsWith('.md')) expect(anchorsOf(file)).toContain(decodeURIComponent(anchor));
    },
  );
});

function timeless(text: string): string {
  return text.replace(/\d+\.\d+ s\b/g, 'N s').trimEnd();
}

function anchorsOf(file: string): string[] {
  const headings = [...readFileSync(file, 'utf8').matchAll(/^#+ (.*)$/gm)].map(([, title = '']) => title);
  return headings.map((title) =>
    title
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .trim()
      .replaceAll(' ', '-'),
  );
}

function stepsIn(value: unknown): Readonly<Record<string, unknown>>[] {
  if (Array.isArray(value)) return value.flatMap(stepsIn);
  if (typeof value !== 'object' || value === null) return [];
  const own = 'run' in value || 'uses' in value ? [value as Readonly<Record<string, unknown>>] : [];
  return [...own, ...Object.values(value).flatMap(stepsIn)];
}

function mapValues(value: unknown, map: () => unknown): Record<string, unknown> {
  return Object.fromEntries(Object.keys((value ?? {}) as object).map((key) => [key, map()]));
}

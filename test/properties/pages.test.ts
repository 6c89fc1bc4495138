import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { diffApis } from '../../generator/drift/diff-apis.js';
import { emitPage, type SourceFile } from '../../generator/emit/index.js';
import { fixPage } from '../../generator/lint/fix-page.js';
import { lintApi } from '../../generator/lint/lint-api.js';
import type { Api, ApiPage } from '../../generator/model/api.js';
import { assembleApi } from '../../generator/model/assemble-api.js';
import { toOpenApi } from '../../generator/openapi/to-openapi.js';
import { decodePage } from '../../generator/run/page-tree.js';
import { readPageText } from '../../generator/run/read-page-files.js';
import { mutate } from '../fuzz/mutate.js';
import { targets } from '../fuzz/targets.js';
import { foreignTokens, hidesCharacters } from '../hostile/judge-code.js';
import { chooseFrom, type Choose } from '../support/choose.js';
import { codeFacts } from '../support/code-facts.js';
import { randomPage, type RandomPage } from '../support/random-page.js';
import { createTypeChecker } from '../support/type-checker.js';
import { isLong, runs, seed, tellLongRun } from './runs.js';

/**
 * Every page is read, modelled, linted, compared and mended. In a long run one in 20 is also emitted, exported and compared with the page
 * that it was made from, and one in 100 is also checked by the compiler; in a short one it is one in 4 and one in 20.
 */
const oneIn = isLong ? { emitted: 20, compiled: 100 } : { emitted: 4, compiled: 20 };
/** The other properties take longer for a page. */
const pagesInAll = isLong ? runs : 4 * runs;
const pagesPerBatch = 50;

const words = targets['page']?.words ?? [];

/** What happens to a page, and how many of twelve pages it happens to. */
interface Damage {
  readonly share: number;
  readonly hostility?: number;
  /** Nothing comes of what is no text. */
  harm(text: string, choose: Choose, other: () => string): string | undefined;
}

const damages: Readonly<Record<string, Damage>> = {
  'as it should be': { share: 3, harm: (text) => text },
  'with hostile words': { share: 2, hostility: 5, harm: (text) => text },
  'a little broken': { share: 3, harm: (text, choose, other) => mutate(text, other(), words, choose) },
  'cut somewhere': { share: 1, harm: (text, choose) => text.slice(0, choose(text.length + 1)) },
  'with a line elsewhere': {
    share: 2,
    harm(text, choose) {
      const lines = text.split('\n');
      const moved = lines.splice(choose(lines.length), 1);
      lines.splice(choose(lines.length + 1), 0, ...moved);
      return lines.join('\n');
    },
  },
  'with a flipped bit': {
    share: 1,
    harm(text, choose) {
      const bytes = Buffer.from(text);
      const index = choose(bytes.length);
      bytes[index] = (bytes[index] ?? 0) ^ (1 << choose(8));
      return decodePage(bytes);
    },
  },
};

/** Statements that emitted files are made of. */
const statements = {
  src: new Set([
    'ImportDeclaration',
    'ExportDeclaration',
    'InterfaceDeclaration',
    'TypeAliasDeclaration',
    'FirstStatement',
    'FunctionDeclaration',
  ]),
  test: new Set(['ImportDeclaration', 'ExpressionStatement']),
};

/** Rows may be named `toString` or `constructor`. Where they are optional, or rows of some shapes only, TypeScript finds those of all objects. */
const inherited = /'\(\) => string'|'\(\(\) => string\)|Type 'Function'/;

/** Most pages are small, so that there can be many; some are not. */
const choices = fc.oneof(
  { weight: 4, arbitrary: fc.array(fc.nat(0xffff), { maxLength: 80, size: 'max' }) },
  fc.array(fc.nat(0xffff), { maxLength: 400, size: 'max' }),
);
const blows = fc.array(fc.nat(0xffff), { minLength: 40, maxLength: 40 });

/** What a page is understood as; nothing if it is fatal. */
function modelOf(file: string, text: string | undefined): Api | undefined {
  const { page } = readPageText(file, text);
  if (page === undefined) return undefined;
  const built = JSON.parse(JSON.stringify(page)) as ApiPage;
  expectSame(built, page);
  const { api } = assembleApi([built]);
  expectSame(JSON.parse(JSON.stringify(api)), api);
  lintApi(api, [file]);
  expect(diffApis(api, api).findings).toHaveLength(0);
  return api;
}

function expectSame(actual: unknown, expected: unknown): void {
  // `expect` takes longer to find two models equal than it took to make them.
  if (!isDeepStrictEqual(actual, expected)) expect(actual).toStrictEqual(expected);
}

function expectMendedOnce(file: string, text: string): void {
  const once = fixPage(text, file);
  if (once.fixed === 0) expect(once.text).toBe(text);
  else expectSame(fixPage(once.text, file), { text: once.text, fixed: 0 });
}

function expectSoundOutput(api: Api): readonly SourceFile[] {
  const files = api.pages.flatMap(emitPage);
  expectSame(api.pages.flatMap(emitPage), files);
  for (const { path, text } of files) {
    const facts = codeFacts(path, text);
    const usual = path.startsWith('test/') ? statements.test : statements.src;
    const found = {
      faults: facts.faults,
      foreign: foreignTokens(facts),
      statements: facts.statements.filter((kind) => !usual.has(kind)),
      isVisible: !hidesCharacters(text),
    };
    expectSame(found, { faults: [], foreign: [], statements: [], isVisible: true });
  }
  const document = toOpenApi(api);
  expectSame(JSON.parse(JSON.stringify(document)), document);
  return files;
}

const checker = createTypeChecker();

describe.each(Object.entries(damages))('a page %s', (name, { share, hostility, harm }) => {
  test('goes all the way through, or is refused', () => {
    const counts = { pages: 0, understood: 0, emitted: 0, compiled: 0 };
    const faults: unknown[] = [];
    let batch: { readonly page: RandomPage; readonly files: readonly SourceFile[] }[] = [];
    const compile = (): void => {
      for (const { path, message } of checker.faults(batch.flatMap(({ files }) => files)))
        if (!inherited.test(message))
          faults.push({ path, message, text: batch.find(({ files }) => files.some((file) => file.path === path))?.page.text });
      batch = [];
    };
    fc.assert(
      fc.property(choices, choices, blows, fc.noBias(fc.nat(oneIn.compiled - 1)), (pageChoices, otherChoices, harmChoices, tier) => {
        counts.pages += 1;
        const before = randomPage(chooseFrom(pageChoices), { number: batch.length, hostility: hostility ?? 0 });
        const text = harm(before.text, chooseFrom(harmChoices), () => randomPage(chooseFrom(otherChoices)).text);
        const { file } = before;
        const api = modelOf(file, text);
        if (share === 3 && text === before.text) expect(api).toBeDefined();
        if (text !== undefined) expectMendedOnce(file, text);
        if (api === undefined || text === undefined) return;
        counts.understood += 1;
        if (tier >= oneIn.compiled / oneIn.emitted) return;
        counts.emitted += 1;
        const older = modelOf(file, before.text);
        if (older) {
          diffApis(older, api);
          diffApis(api, older);
        }
        const files = expectSoundOutput(api);
        if (tier > 0) return;
        counts.compiled += 1;
        batch.push({ page: { file, text }, files });
        if (batch.length === pagesPerBatch) compile();
      }),
      { numRuns: Math.ceil((pagesInAll * share) / 12), seed, endOnFailure: isLong },
    );
    compile();
    tellLongRun(`pages ${name}`, counts);
    expect(faults).toEqual([]);
  });
});

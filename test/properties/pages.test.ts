import fc from 'fast-check';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import { diffApis } from '../../generator/drift/diff-apis.js';
import { emitPage } from '../../generator/emit/index.js';
import { fixPage } from '../../generator/lint/fix-page.js';
import { lintApi } from '../../generator/lint/lint-api.js';
import type { Api, ApiPage } from '../../generator/model/api.js';
import { assembleApi } from '../../generator/model/assemble-api.js';
import { toOpenApi } from '../../generator/openapi/to-openapi.js';
import { decodePage } from '../../generator/run/page-tree.js';
import { readPageText } from '../../generator/run/read-page-files.js';
import { createRandom, mutate } from '../fuzz/mutate.js';
import { targets } from '../fuzz/targets.js';
import { arbitraryPage, arbitraryWebhook, type RandomPage } from '../support/arbitrary-page.js';
import { runs } from './runs.js';

const sound = fc.oneof({ weight: 5, arbitrary: arbitraryPage() }, arbitraryWebhook);
const words = targets['page']?.words ?? [];

const damages: Readonly<Record<string, fc.Arbitrary<RandomPage>>> = {
  'as it should be': sound,
  'a little broken': fc
    .tuple(sound, sound, fc.nat())
    .map(([page, other, seed]) => ({ ...page, text: mutate(page.text, other.text, words, createRandom(seed)) })),
  'cut somewhere': fc.tuple(sound, fc.nat()).map(([page, at]) => ({ ...page, text: page.text.slice(0, at % (page.text.length + 1)) })),
  'with a line elsewhere': fc.tuple(sound, fc.nat(), fc.nat()).map(([page, from, to]) => {
    const lines = page.text.split('\n');
    const moved = lines.splice(from % lines.length, 1);
    lines.splice(to % (lines.length + 1), 0, ...moved);
    return { ...page, text: lines.join('\n') };
  }),
};

/** What a page is understood as; nothing if it is fatal. */
function modelOf({ file, text }: { readonly file: string; readonly text: string | undefined }): Api | undefined {
  const { page } = readPageText(file, text);
  if (page === undefined) return undefined;
  const built = JSON.parse(JSON.stringify(page)) as ApiPage;
  expect(built).toStrictEqual(page);
  return assembleApi([built]).api;
}

function faultsOfSyntax(code: string, path: string): readonly string[] {
  const { diagnostics } = ts.transpileModule(code, {
    fileName: path,
    reportDiagnostics: true,
    compilerOptions: { target: ts.ScriptTarget.ES2022 },
  });
  return (diagnostics ?? []).map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'));
}

function expectSoundOutput(api: Api): void {
  const files = api.pages.flatMap(emitPage);
  expect(api.pages.flatMap(emitPage)).toEqual(files);
  for (const { path, text } of files) expect(faultsOfSyntax(text, path)).toEqual([]);
  const document = toOpenApi(api);
  expect(JSON.parse(JSON.stringify(document))).toEqual(document);
}

describe.each(Object.entries(damages))('a page %s', (_, pages) => {
  test('goes all the way through, or is refused', () => {
    fc.assert(
      fc.property(pages, (page) => {
        const api = modelOf(page);
        if (api === undefined) return;
        expect(JSON.parse(JSON.stringify(api))).toEqual(api);
        expect(diffApis(api, api).findings).toEqual([]);
        lintApi(api, [page.file]);
        expectSoundOutput(api);
      }),
      { numRuns: Math.ceil(runs / 2) },
    );
  });

  test('is mended once and for all', () => {
    fc.assert(
      fc.property(pages, ({ file, text }) => {
        const once = fixPage(text, file);
        expect(fixPage(once.text, file)).toEqual({ text: once.text, fixed: 0 });
      }),
      { numRuns: runs },
    );
  });
});

test('a page as it should be is understood', () => {
  fc.assert(
    fc.property(sound, (page) => {
      expect(readPageText(page.file, page.text).diagnostics.filter(({ severity }) => severity === 'fatal')).toEqual([]);
    }),
    { numRuns: runs },
  );
});

test('a page with a flipped bit is understood or refused', () => {
  fc.assert(
    fc.property(sound, fc.nat(), ({ file, text }, at) => {
      const bytes = Buffer.from(text);
      const index = (at >> 3) % bytes.length;
      bytes[index] = (bytes[index] ?? 0) ^ (1 << (at & 7));
      modelOf({ file, text: decodePage(bytes) });
    }),
    { numRuns: runs },
  );
});

test('any two versions of a page can be compared', () => {
  fc.assert(
    fc.property(arbitraryPage(), damages['a little broken'] ?? sound, (before, after) => {
      const [old, changed] = [modelOf(before), modelOf(after)];
      if (old && changed) diffApis(old, changed);
    }),
    { numRuns: runs },
  );
});

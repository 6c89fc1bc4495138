import { join } from 'node:path';
import ts from 'typescript';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { modulePath } from '../../generator/emit/module-path.js';
import { eventName } from '../../generator/emit/names.js';
import type { Api } from '../../generator/model/api.js';
import { corpus, corpusApi } from '../support/corpus.js';
import { inputFacts, noticeFacts, outputFacts, replyFacts } from '../support/model-facts.js';
import { sampleModules } from '../support/sample-modules.js';
import { readTypeFacts, type TypeFacts } from '../support/type-facts.js';
import { writeSdk, type WrittenSdk } from '../support/written-sdk.js';

describe.skipIf(!corpus.present)('the SDK of all real pages', () => {
  let api: Api;
  let sdk: WrittenSdk;
  let program: ts.Program;
  beforeAll(() => {
    ({ api } = corpusApi());
    sdk = writeSdk(api, sampleModules(api));
    program = sdk.program();
  });
  afterAll(() => sdk.dispose());

  it('has a module for every page with an operation or a notification', () => {
    const files = new Set(program.getSourceFiles().map(({ fileName }) => fileName));
    const pages = api.pages.filter(({ operations, webhooks }) => operations.length + webhooks.length > 0);
    expect(pages.filter(({ file }) => !files.has(join(sdk.folder, `${modulePath(file)}.ts`)))).toEqual([]);
  });

  it('compiles without an error in TypeScript 5.9', () => {
    expect(sdk.errors(program)).toEqual([]);
  });

  it('compiles without an error in TypeScript 7', async () => {
    expect(await sdk.errorsOf7()).toBe('');
  });

  it('says in its types what the pages say: names, optional marks, values, and no more', () => {
    const checker = program.getTypeChecker();
    let places = 0;
    const different = api.pages.flatMap((page) => {
      const module = program.getSourceFile(join(sdk.folder, `${modulePath(page.file)}.ts`));
      const symbol = module && checker.getSymbolAtLocation(module);
      const exported = new Map(symbol ? checker.getExportsOfModule(symbol).map((each) => [each.name, each]) : []);
      const compare = (name: string, expected: TypeFacts, input: boolean): string[] => {
        const found = exported.get(name);
        places += expected.size;
        return found
          ? differences(readTypeFacts(checker, found, { input }), expected).map((line) => `${page.file} ${name} ${line}`)
          : [`${page.file} ${name} is missing`];
      };
      return [
        ...page.operations.flatMap((operation) => {
          const prefix = operation.method.charAt(0) + operation.method.slice(1).toLowerCase();
          return [...compare(`${prefix}Input`, inputFacts(operation), true), ...compare(`${prefix}Output`, outputFacts(operation), false)];
        }),
        ...page.webhooks.flatMap((webhook) => {
          const name = eventName(webhook.name);
          return [...compare(`${name}Request`, noticeFacts(webhook), false), ...compare(`${name}Response`, replyFacts(webhook), true)];
        }),
      ];
    });
    expect(different).toEqual([]);
    expect(places).toBeGreaterThan(30_000);
  });
});

function differences(found: TypeFacts, expected: TypeFacts): string[] {
  const print = (facts: TypeFacts, path: string): string => [...(facts.get(path) ?? ['nothing'])].sort().join(' or ');
  const paths = new Set([...found.keys(), ...expected.keys()]);
  return [...paths]
    .filter((path) => print(found, path) !== print(expected, path))
    .map((path) => `${path}: ${print(found, path)} instead of ${print(expected, path)}`);
}

import type { ImportDeclarationStructure } from 'ts-morph';
import type { ApiPage, Operation, Webhook } from '../../model/api.js';
import { modulePath } from '../module-path.js';
import { printSource } from '../print-source.js';
import type { SourceFile } from '../source-file.js';
import { literal, type Literal } from './literal.js';
import { operationTest } from './operation-test.js';
import { webhookTest } from './webhook-test.js';
import { StructureKind } from '../ts-morph.js';

/**
 * The test file of a page: data, and one call of the SDK's harness per operation or notification (design.md §4). It stands in
 * `test/` where the page's module stands in `src/`.
 *
 * @returns `undefined` for pages that hold neither
 */
export function emitPageTest(page: ApiPage): SourceFile | undefined {
  const tests = [...page.operations.map(ofOperation), ...page.webhooks.map(ofWebhook)];
  if (tests.length === 0) return undefined;
  const module = modulePath(page.file);
  const path = `${module.replace(/^src\//, 'test/')}.test.ts`;
  const up = '../'.repeat(path.split('/').length - 2);
  // Beside the folder `support` itself stands the test of a page `v3.md`.
  const support = `${up || './'}support`;
  return printSource(path, [
    importOf(
      `../${up}${module}.js`,
      tests.flatMap(({ page: names }) => names),
    ),
    ...harnessImports(tests, support),
    ...tests.map(({ call }) => `\n${call}`),
  ]);
}

/** One call of the harness, and what it needs. */
interface Test {
  /** Names out of the page's module. */
  readonly page: readonly string[];
  readonly harness: 'testOperation' | 'testWebhook';
  readonly needsFile: boolean;
  readonly call: string;
}

function ofOperation(operation: Operation): Test {
  const data = operationTest(operation);
  const verb = operation.method.toLowerCase();
  // `delete` is no name for a function, so its module calls it `delete_`.
  const name = verb === 'delete' ? 'delete_' : verb;
  return {
    page: [name, `${verb}Operation`],
    harness: 'testOperation',
    needsFile: data.files !== undefined,
    call: call('testOperation', [name, `${verb}Operation`], { ...data }),
  };
}

function ofWebhook(webhook: Webhook): Test {
  return {
    page: ['webhook'],
    harness: 'testWebhook',
    needsFile: false,
    call: call('testWebhook', ['webhook'], { ...webhookTest(webhook) }),
  };
}

function call(harness: string, names: readonly string[], data: Literal): string {
  return `${harness}(${[...names, literal(data)].join(', ')});`;
}

function harnessImports(tests: readonly Test[], support: string): ImportDeclarationStructure[] {
  const used = new Set(tests.map(({ harness }) => harness));
  return [
    ...(tests.some(({ needsFile }) => needsFile) ? [importOf(`${support}/testing/test-file.js`, ['testFile'])] : []),
    ...(used.has('testOperation') ? [importOf(`${support}/harness/test-operation.js`, ['testOperation'])] : []),
    ...(used.has('testWebhook') ? [importOf(`${support}/harness/test-webhook.js`, ['testWebhook'])] : []),
  ];
}

function importOf(moduleSpecifier: string, namedImports: readonly string[]): ImportDeclarationStructure {
  return { kind: StructureKind.ImportDeclaration, moduleSpecifier, namedImports: [...namedImports] };
}

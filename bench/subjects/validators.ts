import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { median, nanoseconds } from '../figures.js';
import { checkOrder, checkReduction } from '../hand-written.js';
import { exampleOf, spoil, spoilOne, type JsonSchema } from '../json-schema.js';
import { documentOf, sdkOf } from '../made.js';
import type { Setting } from '../setting.js';
import { validatorLibraries } from '../validator-libraries.js';
import type { Table } from '../table.js';

type Judge = (value: unknown) => boolean;

interface Case {
  readonly name: string;
  /** Of the input as users write it: `{ json }`. */
  readonly schema: JsonSchema;
  readonly valid: unknown;
  /** One value is wrong. */
  readonly slip: unknown;
  /** A value is wrong in each object, lists by their first item. */
  readonly spoilt: unknown;
  readonly ours: Judge;
  readonly byHand: Judge;
}

/** The same requests, valid and invalid, judged by validators of several makes. */
export async function measureValidators(setting: Setting): Promise<Table> {
  const cases = await openCases(setting);
  const makers = [
    { name: 'docwright, `validatePostInput`', make: ({ ours }: Case) => ours },
    { name: 'written by hand', make: ({ byHand }: Case) => byHand },
    ...validatorLibraries.map(({ name, make }) => ({ name, make: ({ schema }: Case) => make(schema) })),
  ];
  const rows: string[][] = [];
  const notes: string[] = [];
  for (const { name, make } of makers) {
    try {
      const cells = cases.flatMap((each) => {
        const judge = make(each);
        const { valid, slip, spoilt } = each;
        if (!judge(valid) || judge(slip) || judge(spoilt)) throw new Error(`takes the wrong values for right ones in ${each.name}`);
        return [valid, slip, spoilt].map((value) => nanoseconds(timeOf(judge, value, setting)));
      });
      rows.push([name, ...cells]);
    } catch (error) {
      notes.push(`${name}: not measured, ${String(error).replace(/\s+/g, ' ').slice(0, 300)}`);
    }
  }
  return {
    title: 'Validators',
    head: [
      'validator',
      ...cases.flatMap(({ name }) => [`${name}, valid`, `${name}, one wrong value`, `${name}, a wrong value in each object`]),
    ],
    rows,
    notes: ['Time per call, all issues collected. Of a list with wrong values the first item holds them.', ...notes],
  };
}

async function openCases(setting: Setting): Promise<Case[]> {
  const document = JSON.parse(readFileSync(await documentOf(setting), 'utf8')) as OpenApiDocument;
  const folder = await sdkOf(setting);
  const cases: Case[] = [];
  for (const { name, path, length, byHand } of [
    { name: 'medium request', path: 'v3/aggracct-bc/wb-channel/special-reduction', length: 1, byHand: checkReduction },
    { name: 'order', path: 'v3/pay/transactions/jsapi', length: 8, byHand: checkOrder },
  ]) {
    if (!existsSync(join(folder, `src/${path}.ts`))) continue;
    const json = document.paths[`/${path}`]?.post?.requestBody?.content['application/json']?.schema ?? {};
    const schema: JsonSchema = { type: 'object', properties: { json }, required: ['json'] };
    const valid = exampleOf(schema, length);
    const size = Buffer.byteLength(JSON.stringify(valid));
    const validate = await loadValidator(folder, path);
    const ours: Judge = (value) => validate(value) === undefined;
    cases.push({
      name: `${name} of ${(size / 1000).toPrecision(2)} kB`,
      schema,
      valid,
      slip: spoilOne(valid),
      spoilt: spoil(valid),
      ours,
      byHand,
    });
  }
  return cases;
}

interface OpenApiDocument {
  readonly paths: Readonly<
    Record<
      string,
      { readonly post?: { readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: JsonSchema }>> } } }
    >
  >;
}

async function loadValidator(folder: string, module: string): Promise<(value: unknown) => unknown> {
  const outfile = join(folder, `${module.replaceAll('/', '-')}.mjs`);
  await build({
    stdin: { contents: `export { validatePostInput } from './src/${module}.ts';`, resolveDir: folder, loader: 'ts' },
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
  });
  return ((await import(pathToFileURL(outfile).href)) as { readonly validatePostInput: (value: unknown) => unknown }).validatePostInput;
}

/** Nanoseconds per call: the median of several rounds after two that are not counted. */
function timeOf(judge: Judge, value: unknown, { quick }: Setting): number {
  const round = quick ? 60 : 200;
  let right = 0;
  const times: number[] = [];
  for (let index = -2; index < 7; index += 1) {
    let calls = 0;
    const start = performance.now();
    let now = start;
    while (now - start < round) {
      for (let batch = 0; batch < 500; batch += 1) if (judge(value)) right += 1;
      calls += 500;
      now = performance.now();
    }
    if (index >= 0) times.push(((now - start) * 1e6) / calls);
  }
  // Used, so that no compiler may drop the calls.
  return right < 0 ? NaN : median(times);
}

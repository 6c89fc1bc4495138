import { gzipSync } from 'node:zlib';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { bytes, seconds } from '../figures.js';
import { sdkOf, smallSdkOf } from '../made.js';
import { measure } from '../measure.js';
import { filesBelow, installed, type Setting } from '../setting.js';
import type { Table } from '../table.js';

/** What users of one operation ship, and how long the entry takes to load. */
export async function measureBundle(setting: Setting): Promise<Table> {
  const folder = await sdkOf(setting);
  const rows: string[][] = [];
  for (const module of ['v3/aggracct-bc/wb-channel/special-reduction', 'v3/pay/transactions/jsapi']) {
    if (!existsSync(join(folder, `src/${module}.ts`))) continue;
    rows.push([
      `\`post\` of ${module}, with validator, signing, encryption`,
      await gzipped(folder, `export { post } from './src/${module}.ts';`),
      '8 kB',
    ]);
    rows.push([
      `\`validatePostInput\` of ${module}`,
      await gzipped(folder, `export { validatePostInput } from './src/${module}.ts';`),
      '4 kB',
    ]);
  }
  for (const sdk of [folder, await smallSdkOf(setting)]) rows.push(await rowOfImport(sdk, setting));
  return {
    title: 'One operation',
    head: ['what', 'docwright', 'budget'],
    rows,
    notes: [
      'Sizes are minified and gzipped by esbuild and zlib. The time to load is that of node with the import less that of node without.',
    ],
  };
}

async function rowOfImport(folder: string, { quick }: Setting): Promise<string[]> {
  await measure({ file: process.execPath, words: [installed('typescript/bin/tsc'), '-p', 'tsconfig.build.json'], folder }, { runs: 0 });
  const load = (text: string) => ({ file: process.execPath, words: ['--input-type=module', '-e', text], folder });
  const runs = { runs: quick ? 5 : 15 };
  const empty = await measure(load('0'), runs);
  const entry = await measure(load("import './dist/index.js'"), runs);
  const modules = filesBelow(join(folder, 'src')).filter((path) => /^v[23]/.test(path)).length;
  return [`import of the entry, ${modules} modules behind it`, seconds(Math.max(0, entry.wall - empty.wall)), '30 ms'];
}

async function gzipped(folder: string, text: string): Promise<string> {
  writeFileSync(join(folder, 'entry.ts'), text);
  const { outputFiles } = await build({
    entryPoints: [join(folder, 'entry.ts')],
    bundle: true,
    minify: true,
    write: false,
    platform: 'node',
    format: 'esm',
    target: 'node20',
  });
  return bytes(gzipSync(outputFiles[0]?.contents ?? '', { level: 9 }).length);
}

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bytes, ratio, seconds } from '../figures.js';
import { documentOf, sdkOf } from '../made.js';
import { measure, type Program } from '../measure.js';
import { heyApiPlain, heyApiWithZod, kubbPeer, type Peer } from '../peers.js';
import { freshFolder, installed, sizeOf, type Setting } from '../setting.js';
import type { Table } from '../table.js';

/** How long the compilers need for the generated code, tests left out. */
export async function measureCompile(setting: Setting): Promise<Table> {
  const document = await documentOf(setting);
  const rows: { readonly name: string; readonly size: number; readonly old: number; readonly native: number }[] = [];
  const notes: string[] = [];
  const subjects = [
    { name: 'docwright: types + validators + calls', make: () => makeOurs(setting) },
    ...[heyApiPlain, heyApiWithZod, kubbPeer].map((peer) => ({ name: peer.name, make: () => makeTheirs(setting, peer, document) })),
  ];
  for (const { name, make } of subjects) {
    try {
      const { folder, sources } = await make();
      const runs = { runs: setting.quick ? 1 : 3, accept: [0, 1, 2] };
      const old = await measure(compiler('typescript/bin/tsc', folder), runs);
      const native = await measure(compiler('typescript-7/bin/tsc', folder), runs);
      rows.push({ name, size: sizeOf(sources, (path) => path.endsWith('.ts')), old: old.wall, native: native.wall });
      if (old.code !== 0) notes.push(`TypeScript 5.9 finds errors in the code of ${name}.`);
    } catch (error) {
      notes.push(`${name}: not measured, ${String(error).replace(/\s+/g, ' ').slice(0, 300)}`);
    }
  }
  const base = rows.find(({ name }) => name === heyApiPlain.name);
  return {
    title: 'Type-check of the generated code, without tests',
    head: ['generator', 'sources', 'TypeScript 5.9', 'ratio', 'TypeScript 7', 'ratio'],
    rows: rows.map(({ name, size, old, native }) => [
      name,
      bytes(size),
      seconds(old),
      ratio(old, base?.old),
      seconds(native),
      ratio(native, base?.native),
    ]),
    notes: [`Ratios are to ${heyApiPlain.name}, which has no validators.`, ...notes],
  };
}

interface Made {
  /** Holds `tsconfig.json`. */
  readonly folder: string;
  readonly sources: string;
}

async function makeOurs(setting: Setting): Promise<Made> {
  const folder = await sdkOf(setting);
  return { folder, sources: join(folder, 'src') };
}

async function makeTheirs(setting: Setting, peer: Peer, document: string): Promise<Made> {
  const folder = freshFolder(setting, 'compile-peer');
  await measure(peer.prepare(folder, document), { runs: 0 });
  const compilerOptions = {
    target: 'es2022',
    lib: ['es2023', 'dom', 'dom.iterable'],
    module: 'esnext',
    moduleResolution: 'bundler',
    strict: true,
    skipLibCheck: true,
    noEmit: true,
    types: ['node'],
    allowImportingTsExtensions: true,
  };
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, include: ['out'] }));
  return { folder, sources: join(folder, 'out') };
}

function compiler(path: string, folder: string): Program {
  return { file: process.execPath, words: [installed(path), '-p', 'tsconfig.json', '--noEmit'], folder };
}

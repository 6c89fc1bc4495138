import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../../../', import.meta.url));

/** Bytes of a program after bundling, minifying and packing; the modules of Node stay outside. */
async function packedSize(program: string): Promise<number> {
  const { outputFiles } = await build({
    stdin: { contents: program, resolveDir: root, loader: 'ts' },
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    platform: 'node',
    target: 'node20',
  });
  return gzipSync(outputFiles[0]?.contents ?? '', { level: 9 }).length;
}

const merchant = `export { Merchant } from './generated/src/runtime/merchant.js';`;

describe.each([
  ['special reduction', './generated/src/v3/aggracct-bc/wb-channel/special-reduction.js'],
  ['JSAPI prepay', './generated/src/v3/pay/transactions/jsapi.js'],
])('a bundle of %s', (_name, operation) => {
  it('with validator, signing and encryption, and the merchant that calls it, has at most 8 KiB', async () => {
    expect(await packedSize(`export { post } from '${operation}'; ${merchant}`)).toBeLessThanOrEqual(8 * 1024);
  });

  it('as a function has less', async () => {
    expect(await packedSize(`export { post } from '${operation}';`)).toBeLessThanOrEqual(6.5 * 1024);
  });

  it('as validator alone has at most 4 kB', async () => {
    expect(await packedSize(`export { validatePostInput } from '${operation}';`)).toBeLessThanOrEqual(4000);
  });
});

describe('importing the SDK', () => {
  /** All modules that are there before the first line of the importer runs. */
  async function loadedWith(entry: string): Promise<string[]> {
    const { metafile } = await build({
      entryPoints: [entry],
      absWorkingDir: root,
      bundle: true,
      write: false,
      metafile: true,
      platform: 'node',
      format: 'esm',
      packages: 'external',
    });
    const loaded = new Set([entry]);
    // A set is visited to its end, however long it grows on the way.
    for (const path of loaded)
      for (const next of metafile.inputs[path]?.imports ?? []) if (next.kind === 'import-statement') loaded.add(next.path);
    return [...loaded];
  }

  it('loads no operation, and of packages and modules of Node only what keys need', async () => {
    const loaded = await loadedWith('generated/src/index.ts');
    const ours = loaded.filter((path) => path.startsWith('generated/src/'));
    expect(loaded.filter((path) => !ours.includes(path))).toEqual(['node:crypto']);
    expect(ours.filter((path) => !path.startsWith('generated/src/runtime/')).sort()).toEqual([
      'generated/src/index.ts',
      'generated/src/routes.ts',
    ]);
  });
});

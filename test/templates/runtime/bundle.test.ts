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

const operation = `./test/templates/exemplar/special-reduction.js`;

describe('a bundle', () => {
  it('of one operation with validator, signing and encryption, and the merchant that calls it, has at most 8 kB', async () => {
    const size = await packedSize(`export { post } from '${operation}'; export { Merchant } from './templates/runtime/merchant.js';`);
    expect(size).toBeLessThanOrEqual(8 * 1024);
  });

  it('of one operation as a function has less', async () => {
    expect(await packedSize(`export { post } from '${operation}';`)).toBeLessThanOrEqual(6.5 * 1024);
  });

  it('of a validator alone has at most 1 kB', async () => {
    expect(await packedSize(`export { isPostInput } from '${operation}';`)).toBeLessThanOrEqual(1024);
  });
});

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, posix, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { emitPage } from '../../generator/emit/index.js';
import type { ApiPage } from '../../generator/model/api.js';
import type { Operation as Facts } from '../../templates/runtime/operation.js';

/** The facts of the first operation of each page, with its validator, as the runtime works from them: built together, and run. */
export async function bundlePages(pages: readonly ApiPage[]): Promise<Facts[]> {
  const modules = new Map<string, string>(
    pages.flatMap(emitPage).flatMap(({ path, text }) => (path.startsWith('src/') ? [[`/${path}`, text] as const] : [])),
  );
  const entry = [...modules].map(([path, text], index) => {
    const name = /^export const (\w+Operation): Operation = /m.exec(text)?.[1] ?? '';
    return `export { ${name} as operation${String(index)} } from '${path}';`;
  });
  const { outputFiles } = await build({
    stdin: { contents: entry.join('\n'), resolveDir: '/' },
    bundle: true,
    write: false,
    platform: 'node',
    format: 'esm',
    alias: { 'fast-xml-parser': resolve('node_modules/fast-xml-parser') },
    plugins: [
      {
        name: 'pages',
        setup(builder) {
          builder.onResolve({ filter: /^[./].*$/ }, ({ path, importer, namespace }) => {
            if (namespace === 'file' && importer !== '' && !importer.startsWith('<')) return undefined;
            const module = posix.resolve(dirname(importer), path).replace(/\.js$/, '.ts');
            if (modules.has(module)) return { path: module, namespace: 'pages', sideEffects: false };
            return { path: resolve(module.replace('/src/runtime/', 'templates/runtime/')), sideEffects: false };
          });
          builder.onLoad({ filter: /.*/, namespace: 'pages' }, ({ path }) => ({ contents: modules.get(path) ?? '', loader: 'ts' }));
        },
      },
    ],
  });
  const folder = mkdtempSync(join(tmpdir(), 'docwright-bundle-'));
  try {
    writeFileSync(join(folder, 'pages.mjs'), outputFiles[0]?.text ?? '');
    // Only operations are exported, as named above.
    const loaded = (await import(pathToFileURL(join(folder, 'pages.mjs')).href)) as Readonly<Record<string, Facts>>;
    return [...modules.keys()].map((path, index) => {
      const facts = loaded[`operation${String(index)}`];
      if (facts === undefined) throw new Error(`${path} has no operation`);
      return facts;
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

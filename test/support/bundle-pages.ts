import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, posix, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { emitPage } from '../../generator/emit/index.js';
import type { ApiPage } from '../../generator/model/api.js';
import type { Operation, Webhook } from '../../templates/runtime/operation.js';

/** What the runtime works from, of one page. */
export interface BundledPage {
  /** By id, each with its validator. */
  readonly operations: ReadonlyMap<string, Operation>;
  readonly webhook: Webhook | undefined;
}

/** The facts of pages that have a module, built together with the runtime, and loaded. */
export async function bundlePages(pages: readonly ApiPage[]): Promise<BundledPage[]> {
  const modules = new Map<string, string>(
    pages.flatMap(emitPage).flatMap(({ path, text }) => (path.startsWith('src/') ? [[`/${path}`, text] as const] : [])),
  );
  const entry = [...modules.keys()].map((path, index) => `export * as page${String(index)} from '${path}';`);
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
    // Modules of pages are exported, as named above.
    const loaded = (await import(pathToFileURL(join(folder, 'pages.mjs')).href)) as Readonly<Record<string, PageModule>>;
    return [...modules.keys()].map((_, index) => bundled(loaded[`page${String(index)}`] ?? {}));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

type PageModule = Readonly<Record<string, unknown>>;

function bundled(module: PageModule): BundledPage {
  // The names tell what they are.
  const operations = Object.entries(module).flatMap(([name, value]) => (/^[a-z]+Operation$/.test(name) ? [value as Operation] : []));
  return {
    operations: new Map(operations.map((operation) => [operation.id, operation])),
    webhook: module['webhook'] as Webhook | undefined,
  };
}

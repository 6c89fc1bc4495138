import { build } from 'esbuild';
import { cpSync, mkdtempSync, readdirSync, realpathSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

/** docwright as npm would install it, for tests that need a process of their own. */
export interface Installation {
  readonly folder: string;
  /** The script behind `docwright`. */
  readonly main: string;
  dispose(): void;
}

export async function install(): Promise<Installation> {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'docwright-installed-')));
  const entries = readdirSync('generator', { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.ts'));
  await build({ entryPoints: entries.map((path) => join('generator', path)), outdir: join(folder, 'dist/generator'), format: 'esm' });
  cpSync('package.json', join(folder, 'package.json'));
  cpSync('templates', join(folder, 'templates'), { recursive: true });
  symlinkSync(resolve('node_modules'), join(folder, 'node_modules'));
  return { folder, main: join(folder, 'dist/generator/cli/main.js'), dispose: () => rmSync(folder, { recursive: true }) };
}

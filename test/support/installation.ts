import { cpSync, mkdtempSync, readdirSync, realpathSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { build } from 'esbuild';

/** docwright as it is installed somewhere, for processes of its own. */
export interface Installation {
  readonly folder: string;
  /** The script that runs the commands. */
  readonly main: string;
  dispose(): void;
}

/** Compiles the generator as it stands, next to what it needs at run time. */
export async function installDocwright(): Promise<Installation> {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'docwright-installed-')));
  const entries = readdirSync('generator', { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.ts'));
  await build({ entryPoints: entries.map((path) => join('generator', path)), outdir: join(folder, 'dist/generator'), format: 'esm' });
  cpSync('package.json', join(folder, 'package.json'));
  cpSync('templates', join(folder, 'templates'), { recursive: true });
  symlinkSync(resolve('node_modules'), join(folder, 'node_modules'));
  return { folder, main: join(folder, 'dist/generator/cli/main.js'), dispose: () => rmSync(folder, { recursive: true }) };
}

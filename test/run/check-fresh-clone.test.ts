import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, realpathSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { build } from 'esbuild';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { makeProject, pageText, type Project } from '../support/project.js';

// Compiles docwright and generates an SDK in a process of its own.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

/** What reads pages and writes code. */
const heavy = new Set([
  'ts-morph',
  'prettier',
  '@prettier/plugin-oxc',
  'micromark',
  'mdast-util-from-markdown',
  'remark-parse',
  'php-parser',
]);

let project: Project;
let installation: string;

beforeAll(async () => {
  project = makeProject({ 'openapi/v3/cups.md': pageText({ verb: 'get', answer: ['size | integer | Size'] }) });
  installation = realpathSync(mkdtempSync(join(tmpdir(), 'docwright-installed-')));
  const entries = readdirSync('generator', { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.ts'));
  await build({ entryPoints: entries.map((path) => join('generator', path)), outdir: join(installation, 'dist/generator'), format: 'esm' });
  cpSync('package.json', join(installation, 'package.json'));
  cpSync('templates', join(installation, 'templates'), { recursive: true });
  symlinkSync(resolve('node_modules'), join(installation, 'node_modules'));
});

afterAll(() => {
  project.dispose();
  rmSync(installation, { recursive: true });
});

function run(...words: readonly string[]): string {
  const main = join(installation, 'dist/generator/cli/main.js');
  return execFileSync(process.execPath, [main, ...words, '--specs', 'specs', '--out', 'sdk', '--jobs', '1', '--no-cache'], {
    cwd: project.folder,
    encoding: 'utf8',
    stdio: 'pipe',
  });
}

/** Leaves of each heavy library only the file that says which version it is. */
function takeHeavyLibrariesAway(): void {
  const folder = join(installation, 'node_modules');
  rmSync(folder);
  mkdirSync(folder);
  for (const name of readdirSync('node_modules').flatMap((each) =>
    each.startsWith('@') ? readdirSync(join('node_modules', each)).map((own) => `${each}/${own}`) : [each],
  )) {
    const link = join(folder, name);
    mkdirSync(dirname(link), { recursive: true });
    if (heavy.has(name)) cpSync(join('node_modules', name, 'package.json'), join(link, 'package.json'));
    else symlinkSync(resolve('node_modules', name), link);
  }
}

test('a fresh clone in which nothing changed is checked without ts-morph, prettier and the parsers', () => {
  run('generate');
  takeHeavyLibrariesAway();
  expect(run('check', '--strict')).toContain('up to date');
  project.write('specs/openapi/v3/cups.md', pageText({ verb: 'get', answer: ['size | string | Size'] }));
  expect(() => run('check')).toThrow(/Cannot find/);
});

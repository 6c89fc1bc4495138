import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { installDocwright, type Installation } from '../support/installation.js';
import { makeProject, type Project } from '../support/project.js';
import { pageText } from '../support/write-page.js';

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
let installation: Installation;

beforeAll(async () => {
  project = makeProject({ 'openapi/v3/cups.md': pageText({ verb: 'get', answer: ['size | integer | Size'] }) });
  installation = await installDocwright();
});

afterAll(() => {
  project.dispose();
  installation.dispose();
});

function run(...words: readonly string[]): string {
  return execFileSync(process.execPath, [installation.main, ...words, '--specs', 'specs', '--out', 'sdk', '--jobs', '1', '--no-cache'], {
    cwd: project.folder,
    encoding: 'utf8',
    stdio: 'pipe',
  });
}

/** Leaves of each heavy library only the file that says which version it is. */
function takeHeavyLibrariesAway(): void {
  const folder = join(installation.folder, 'node_modules');
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

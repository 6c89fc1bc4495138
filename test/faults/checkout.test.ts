import { spawn, type ChildProcess } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { git } from '../support/git.js';
import { installDocwright, type Installation } from '../support/installation.js';
import { makeProject, readTree, type Project } from '../support/project.js';
import { pageText } from '../support/write-page.js';

const many = process.env['FAULTS'] === 'all' ? 300 : 30;

let docwright: Installation;
let project: Project;
let watch: ChildProcess;
let output: string;
let errors: string;

beforeAll(async () => {
  docwright = await installDocwright();
});
afterAll(() => docwright.dispose());

/** On `main` and `other` most pages differ, some are there only once; `bare` has no pages at all. */
beforeEach(() => {
  project = makeProject({});
  git(project.folder, 'init', '--quiet', '--initial-branch', 'bare');
  project.write('.gitignore', 'sdk\n.*\n');
  project.write('README.md', 'Tea.\n');
  commit();
  for (const branch of ['main', 'other']) {
    git(project.folder, 'checkout', '--quiet', '-b', branch, 'bare');
    for (let index = 0; index < many; index += 1) {
      const folder = index % 3 === 0 ? branch : 'both';
      project.write(`specs/openapi/v3/${folder}/tea${String(index)}.md`, pageText({ description: `Tea of ${branch}.` }));
    }
    if (branch === 'other') project.write('specs/webhook/v3/CUP.BROKEN.md', pageText({ answerKeyword: '应答规范' }));
    commit();
  }
});

afterEach(async () => {
  if (watch.exitCode === null && watch.signalCode === null) {
    const ended = new Promise((resolve) => watch.once('exit', resolve));
    watch.kill('SIGKILL');
    await ended;
  }
  project.dispose();
});

function commit(): void {
  git(project.folder, 'add', '--all');
  git(project.folder, 'commit', '--quiet', '--message', 'pages');
}

function checkOut(branch: string): void {
  git(project.folder, 'checkout', '--quiet', branch);
}

function start(...words: readonly string[]): ChildProcess {
  return spawn(process.execPath, [docwright.main, 'generate', '--jobs', '1', ...words], { cwd: project.folder });
}

function beginWatch(): void {
  [output, errors] = ['', ''];
  watch = start('--out', 'sdk', '--watch');
  watch.stdout?.on('data', (chunk) => void (output += String(chunk)));
  watch.stderr?.on('data', (chunk) => void (errors += String(chunk)));
}

async function fresh(): Promise<Record<string, string>> {
  const run = start('--out', '.fresh', '--no-cache', '--quiet');
  expect(await new Promise((resolve) => run.once('exit', resolve))).toBe(0);
  const files = readTree(join(project.folder, '.fresh'));
  rmSync(join(project.folder, '.fresh'), { recursive: true });
  return files;
}

/** What a run says at its end. */
const runs = (): string[] => output.split('\n').filter((line) => line.startsWith('sdk: ') || line.startsWith('Nothing written'));

/** Waits until the SDK is what a run without a past makes, and nothing more happens. */
async function expectSettled(): Promise<void> {
  const wanted = await fresh();
  await expect.poll(() => readTree(join(project.folder, 'sdk')), { timeout: 240_000, interval: 200 }).toEqual(wanted);
  const settled = runs().length;
  await setTimeout(1500);
  expect(runs()).toHaveLength(settled);
  expect(readTree(join(project.folder, 'sdk'))).toEqual(wanted);
  expect(watch.exitCode).toBeNull();
}

async function expectRuns(count: number): Promise<void> {
  await expect.poll(() => runs().length, { timeout: 240_000, interval: 100 }).toBeGreaterThanOrEqual(count);
}

it('a watch follows checkouts back and forth, and ends with the output of the last', { timeout: 600_000 }, async () => {
  checkOut('main');
  beginWatch();
  await expectRuns(1);
  for (const branch of ['other', 'main', 'other', 'main', 'other']) {
    checkOut(branch);
    await setTimeout(branch === 'main' ? 20 : 200);
  }
  await expectSettled();
  expect(errors).toBe('');
  expect(runs().filter((line) => line.includes(' 0 files written, 0 deleted'))).toEqual([]);
  // After the first run, which says what is wrong in the pages, each run has a line, and so has each difference of the contract.
  const [, ...later] = output.slice(output.indexOf('sdk: ')).trimEnd().split('\n');
  expect(later.filter((line) => !/^(?:sdk: |Nothing written|(?:error|warn|info) {2}(?:[A-Z]+ \/v3\/|WEBHOOK ))/.test(line))).toEqual([]);

  watch.kill('SIGINT');
  expect(await new Promise((resolve) => watch.once('exit', resolve))).toBe(0);
});

it('a watch outlives a checkout without pages, and goes on when they are back', { timeout: 600_000 }, async () => {
  checkOut('main');
  beginWatch();
  await expectRuns(1);
  const before = readTree(join(project.folder, 'sdk'));
  checkOut('bare');
  await expect.poll(() => errors, { timeout: 60_000 }).toContain('specs');
  expect(readTree(join(project.folder, 'sdk'))).toEqual(before);
  checkOut('other');
  await expectSettled();
  expect(
    errors
      .trim()
      .split('\n')
      .filter((line) => line.startsWith('docwright: ')),
  ).toHaveLength(1);
});

it('a watch survives a moment without pages', { timeout: 600_000 }, async () => {
  checkOut('main');
  beginWatch();
  await expectRuns(1);
  checkOut('bare');
  checkOut('other');
  await expectSettled();
});

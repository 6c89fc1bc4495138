import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { runIn } from '../support/command-line.js';
import { makeProject, type Project } from '../support/project.js';
import { pageText } from '../support/write-page.js';

// Compiles and runs the tests of an SDK.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const leaves = 'specs/openapi/v3/leaves.md';
const cups = 'specs/openapi/v3/cups.md';
const flags = ['--specs', 'specs', '--out', 'sdk', '--jobs', '1'];

let project: Project;

beforeAll(async () => {
  project = makeProject({
    'openapi/v3/leaves.md': leavesPage('kind'),
    'openapi/v3/cups.md': cupsPage('put'),
    'openapi/v3/pots.md': cupsPage('get'),
  });
  await runIn(project.folder, 'generate', ...flags);
  git('init', '--quiet');
  commit('v1');
  const test = 'test/v3/pots.test.ts';
  const text = project.files()[test] ?? '';
  const wish = `import { expect, test as passes } from 'vitest';\n${text}\npasses('the tea is cold', () => expect('hot').toBe('cold'));\n`;
  project.write(`sdk/${test}`, wish);
  commit('v2');
  project.write(`sdk/${test}`, text);
  mkdirSync(join(project.folder, 'temporary'));
  vi.stubEnv('TMPDIR', join(project.folder, 'temporary'));
  symlinkSync(resolve('node_modules'), join(project.folder, 'node_modules'));
});

afterAll(() => {
  vi.unstubAllEnvs();
  project.dispose();
});

function leavesPage(field: string, ...more: readonly string[]): string {
  return pageText({
    request: ['json {data-required} | object | Order', `${field} {data-required data-indent=1} | string | Kind`, ...more],
  });
}

function cupsPage(verb: string): string {
  return pageText({ verb, answer: ['size | integer | Size'] });
}

function git(...words: readonly string[]): void {
  const identity = ['-c', 'user.name=docs', '-c', 'user.email=docs@example.org', '-c', 'commit.gpgsign=false', '-c', 'tag.gpgsign=false'];
  execFileSync('git', [...identity, ...words], { cwd: project.folder });
}

function commit(tag: string): void {
  git('add', 'specs', 'sdk');
  git('commit', '--quiet', '--message', tag);
  git('tag', tag);
}

interface Compat {
  readonly code: number;
  readonly verdict: { readonly breaking: boolean; readonly semver: string };
  readonly findings: readonly { readonly ruleId: string; readonly operation: string; readonly message: string }[];
}

async function checkCompat(revision: string): Promise<Compat> {
  const before = project.files();
  const { code, output, errors } = await runIn(project.folder, 'check', ...flags, '--compat', revision, '--format', 'json');
  expect(errors).not.toContain('defect');
  expect(project.files()).toEqual(before);
  // Checked against its schema elsewhere.
  return { code, ...(JSON.parse(output) as Omit<Compat, 'code'>) };
}

describe('check --compat', () => {
  test('finds nothing where nothing changed, and leaves nothing behind', async () => {
    expect(await checkCompat('v1')).toMatchObject({ code: 0, findings: [] });
    expect(readdirSync(tmpdir())).toEqual([]);
  });

  test('says what no longer compiles or passes, next to what the rules say', async () => {
    project.write(leaves, leavesPage('sort'));
    project.write(cups, cupsPage('post'));
    const { code, verdict, findings } = await checkCompat('v2');
    expect([code, verdict.breaking, verdict.semver]).toEqual([1, true, 'major']);
    expect(findings.map(({ ruleId, operation }) => [ruleId, operation])).toEqual([
      ['request-field-renamed', 'POST /v3/leaves'],
      ['operation-method-changed', 'PUT /v3/cups'],
      ['surface-export-removed', 'PUT /v3/cups'],
      ['surface-export-renamed', 'PUT /v3/cups'],
      ['surface-signature-changed', 'POST /v3/leaves'],
      ['surface-test-broken', 'GET /v3/pots'],
    ]);
    expect(findings.slice(2).map(({ message }) => message)).toEqual([
      expect.stringMatching(/^`test\/v3\/cups\.test\.ts` no longer compiles, line \d+: .*put/),
      expect.stringMatching(/^`test\/v3\/cups\.test\.ts` no longer compiles, line \d+: .*Did you mean 'postOperation'/),
      expect.stringMatching(/^`test\/v3\/leaves\.test\.ts` no longer compiles, line \d+: .*kind/),
      expect.stringMatching(/^`test\/v3\/pots\.test\.ts` no longer passes, "the tea is cold": .*hot/),
    ]);
  });

  test('says what changed since the revision, which is no fault of an SDK that is up to date', async () => {
    project.write(leaves, leavesPage('kind', 'note {data-indent=1} | string | Note'));
    project.write(cups, cupsPage('put'));
    await runIn(project.folder, 'generate', ...flags, '--force');
    expect(await checkCompat('v1')).toMatchObject({
      code: 0,
      verdict: { breaking: false, semver: 'minor' },
      findings: [{ ruleId: 'request-field-added-optional', operation: 'POST /v3/leaves' }],
    });
    project.write(leaves, leavesPage('kind', 'note {data-indent=1} | string | Note', 'size {data-indent=1} | string | Size'));
    const { code, findings } = await checkCompat('v1');
    expect([code, findings.length]).toEqual([1, 2]);
  });

  test.each([
    ['nowhere', 'nowhere is no revision'],
    ['v1^{tree}', 'is no revision'],
  ])('refuses %s', async (revision, message) => {
    const { code, errors } = await runIn(project.folder, 'check', ...flags, '--compat', revision);
    expect([code, errors]).toEqual([2, expect.stringContaining(message)]);
  });

  test('ends with 2 where the packages of the SDK are not installed, and says what to do', async () => {
    project.remove('node_modules');
    const { code, errors } = await runIn(project.folder, 'check', ...flags, '--compat', 'v1');
    expect([code, errors]).toEqual([2, expect.stringContaining('npm install')]);
  });
});

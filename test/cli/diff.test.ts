import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { runCommand } from '../../generator/cli/run-command.js';
import type { World } from '../../generator/cli/world.js';
import { exampleNotification, examplePage } from '../../generator/drift/examples/example-page.js';
import { runIn } from '../support/command-line.js';
import { fatalPage, makeProject, type Project } from '../support/project.js';

const lamps = 'specs/openapi/v3/lamps.md';
const page = (rows: string): string => examplePage({ request: `json! object\n  lamp_id! string | number\n${rows}` });

// The first run imports all rooms.
vi.setConfig({ testTimeout: 60_000 });

let project: Project;

beforeAll(() => {
  project = makeProject({ 'openapi/v3/lamps.md': page(''), 'openapi/v3/{id}/lights.md': page('') });
  git('init', '--quiet');
  commit('Begin', 'v1');
  project.write(lamps, page('  colour string | colour'));
  commit('Let lamps have <colours>');
  project.write(lamps, page('  colour! string | colour'));
  commit('Ask for the colour', 'v2');
  project.write(lamps, examplePage({ title: 'Light up', request: 'json! object\n  lamp_id! string | number\n  colour! string | colour' }));
  commit('Name it better');
});

afterAll(() => project.dispose());

function git(...words: readonly string[]): string {
  const identity = ['-c', 'user.name=docs', '-c', 'user.email=docs@example.org', '-c', 'commit.gpgsign=false', '-c', 'tag.gpgsign=false'];
  return execFileSync('git', [...identity, ...words], { cwd: project.folder, encoding: 'utf8' });
}

function commit(subject: string, tag?: string): void {
  git('add', '--all');
  git('commit', '--quiet', '--message', subject);
  if (tag !== undefined) git('tag', tag);
}

async function run(...words: readonly string[]): Promise<{ readonly code: number; readonly output: string; readonly errors: string }> {
  let output = '';
  let errors = '';
  const world: World = {
    folder: project.folder,
    environment: { GITHUB_STEP_SUMMARY: join(project.folder, 'summary.md') },
    output: { isTerminal: false, width: 100, write: (text) => void (output += text) },
    errors: { isTerminal: false, width: 100, write: (text) => void (errors += text) },
    interrupted: () => Promise.resolve(),
  };
  const [command = '', ...rest] = words;
  const code = await runCommand([command, '--jobs', '1', '--no-cache', ...rest], world);
  return { code, output, errors };
}

describe('diff', () => {
  test.each<[words: string[], code: number, rules: string[]]>([
    [['v1'], 1, ['request-field-added-required', 'title-changed']],
    [['v1', 'v1'], 0, []],
    [['v1', 'v2:specs'], 1, ['request-field-added-required']],
    [['v1', 'v2~1'], 0, ['request-field-added-optional']],
    [['v1:specs', 'specs', '--fail-on', 'none'], 0, ['request-field-added-required', 'title-changed']],
    [['HEAD~1'], 0, ['title-changed']],
  ])('%j ends with %i', async (words, code, expected) => {
    const run_ = await run('diff', ...words, '--format', 'json');
    expect(run_.errors).toMatch(/^compared 2 pages of .* in \d+\.\d+ s\n$/);
    // Checked against its schema elsewhere.
    const { findings } = JSON.parse(run_.output) as { readonly findings: readonly { readonly ruleId: string }[] };
    expect([run_.code, ...findings.map(({ ruleId }) => ruleId)]).toEqual([code, ...expected]);
  });

  test.each([
    [['nowhere'], 'nowhere is no revision'],
    [['v1:nowhere'], 'there is no folder v1:nowhere'],
    [['--', '--upload-pack=x'], 'is no revision'],
    [['v1', '--format', 'prose'], 'there is no format prose'],
    [['v1', '--fail-on', 'sometimes'], 'Allowed choices are error, warn, none.'],
  ])('refuses %j', async (words, message) => {
    const { code, errors } = await run('diff', ...words);
    expect(code).toBe(2);
    expect(errors).toContain(message);
  });

  test('takes an empty folder for what there was before the first page, or is left after the last', async () => {
    project.write('nothing/.gitkeep', '');
    const added = await run('diff', 'nothing', 'v1:specs', '--format', 'json');
    expect(added).toMatchObject({ code: 0, errors: expect.stringContaining('compared 0 pages of nothing with 2 of v1:specs') });
    expect(added.output.match(/"ruleId": "[\w-]+"/g)).toEqual(['"ruleId": "page-added"', '"ruleId": "page-added"']);
    const removed = await run('diff', 'v1:specs', 'nothing', '--format', 'json');
    expect([removed.code, removed.output.match(/"page-removed"/g)?.length]).toEqual([1, 2]);
    project.write('nothing/notes.md', 'no page');
    expect(await run('diff', 'nothing', 'v1:specs')).toMatchObject({ code: 2, errors: expect.stringContaining('holds no pages') });
    project.remove('nothing');
  });

  test('takes a revision without the specs folder for the time before the first page', async () => {
    const nothing = git('commit-tree', '-m', 'Nothing yet', git('hash-object', '-t', 'tree', '-w', '--stdin').trim()).trim();
    const { code, output, errors } = await run('diff', nothing, 'v1', '--format', 'json');
    expect([code, output.match(/"page-added"/g)?.length]).toEqual([0, 2]);
    expect(errors).toContain(`compared 0 pages of ${nothing}:specs with 2 of v1:specs`);
    expect((await run('diff', `${nothing}:specs`, 'v1')).code).toBe(2);
    expect(await run('changelog', `${nothing}..v1`)).toMatchObject({
      output: expect.stringContaining('POST /v3/lamps'),
      errors: `note: ${nothing} has no pages in specs, so that all pages count as new\n`,
    });
  });

  test('writes several formats in one run, and the summary of a step', async () => {
    const { output } = await run(
      'diff',
      'v1',
      'v2',
      '--format',
      'github',
      '--format',
      'html:out/drift.html',
      '--format',
      'sarif:out/drift.sarif',
    );
    expect(output).toMatch(/^::error file=specs\/openapi\/v3\/lamps\.md,line=\d+,col=3,title=request-field-added-required::/);
    expect(readFileSync(join(project.folder, 'out/drift.html'), 'utf8')).toContain('<!doctype html>');
    expect(JSON.parse(readFileSync(join(project.folder, 'out/drift.sarif'), 'utf8'))).toHaveProperty('version', '2.1.0');
    expect(readFileSync(join(project.folder, 'summary.md'), 'utf8')).toContain('## The documented contract breaks');
  });

  test('prints its report also where a page cannot be read, and ends with 3', async () => {
    project.write(lamps, fatalPage);
    const { code, output } = await run('diff', 'v1');
    project.write(lamps, git('show', `HEAD:${lamps}`));
    expect(code).toBe(3);
    expect(output).toContain('not evaluated: POST /v3/lamps (openapi/v3/lamps.md)');
  });

  test('goes by accepted findings and levels of the specs folder, and refuses those without a reason', async () => {
    const { output } = await run('diff', 'v1', 'v2', '--format', 'json', '--fail-on', 'none');
    const [, fingerprint = ''] = /"fingerprint": "(\w+)"/.exec(output) ?? [];
    const entry = { fingerprint, rule: 'request-field-added-required', reason: 'was always so' };
    project.write('specs/.docwright/accepted.json', JSON.stringify([entry]));
    expect((await run('diff', 'v1:specs', 'specs')).code).toBe(0);
    project.write('specs/.docwright/accepted.json', JSON.stringify([{ ...entry, until: '2020-01-01' }]));
    expect(await run('diff', 'v1:specs', 'specs')).toMatchObject({ code: 1, output: expect.stringContaining('expired on 2020-01-01') });
    project.write('specs/.docwright/accepted.json', JSON.stringify([{ ...entry, reason: '' }]));
    expect(await run('diff', 'v1:specs', 'specs')).toMatchObject({ code: 2, errors: expect.stringContaining('has no reason') });
    project.write('specs/.docwright/accepted.json', '[]');
    for (const nothing of ['null', '[]', '"off"']) {
      project.write('specs/.docwright/levels.json', nothing);
      expect(await run('diff', 'v1:specs', 'specs')).toMatchObject({
        code: 2,
        errors: expect.stringContaining('holds no object of rules'),
      });
    }
    project.write('specs/.docwright/levels.json', JSON.stringify({ 'request-field-gone': { level: 'off', reason: 'x' } }));
    expect(await run('diff', 'v1:specs', 'specs')).toMatchObject({
      code: 2,
      errors: expect.stringContaining('names a rule that does not exist'),
    });
    project.write('specs/.docwright/levels.json', JSON.stringify({ 'request-field-added-required': { level: 'warn', reason: 'x' } }));
    expect((await run('diff', 'v1:specs', 'specs')).code).toBe(0);
    expect((await run('diff', 'v1:specs', 'specs', '--fail-on', 'warn')).code).toBe(1);
    project.remove('specs/.docwright');
  });

  test('says of a shallow clone how to get the history', async () => {
    const clone = mkdtempSync(join(tmpdir(), 'docwright-shallow-'));
    git('clone', '--quiet', '--depth', '1', pathToFileURL(project.folder).href, clone);
    const words = ['--specs', join(clone, 'specs')];
    for (const command of [
      ['diff', 'HEAD~1'],
      ['changelog', 'HEAD~1..HEAD'],
    ]) {
      expect(await runIn(clone, ...command, ...words, '--no-cache')).toMatchObject({
        code: 2,
        errors: expect.stringMatching(/^docwright: HEAD~1 is no revision that this shallow clone holds\n {2}help {2}.*--unshallow/),
      });
    }
    expect((await runIn(clone, 'diff', 'HEAD', ...words, '--no-cache')).code).toBe(0);
    rmSync(clone, { recursive: true });
  });

  test('follows a link to the specs folder, and says where a folder is that no revision has', async () => {
    symlinkSync('specs', join(project.folder, 'link'));
    expect(await run('diff', 'HEAD', '--specs', 'link')).toMatchObject({ code: 0, output: expect.stringContaining('no changes') });
    expect((await run('diff', 'HEAD', '--specs', 'link')).errors).toContain('compared 2 pages of HEAD:specs');
    project.remove('link');
    const elsewhere = makeProject({ 'openapi/v3/lamps.md': page('') });
    for (const words of [
      ['diff', 'HEAD'],
      ['changelog', 'v1..v2'],
    ]) {
      expect(await run(...words, '--specs', join(elsewhere.folder, 'specs'))).toMatchObject({
        code: 2,
        errors: expect.stringMatching(/specs is outside of the git repository .*\n {2}help {2}name folders, or/),
      });
    }
    elsewhere.dispose();
  });

  test('reads overlays that stand elsewhere at the revision, and those of no repository for all revisions', async () => {
    const entry = '- operation: POST /v3/lamps\n  field: json.lamp_id\n  set: { required: false }\n  reason: it is made up\n';
    const elsewhere = makeProject({});
    elsewhere.write('fixes/lamps.yaml', entry);
    expect((await run('diff', 'HEAD', '--overlays', join(elsewhere.folder, 'fixes'))).output).toMatch(/^no changes/);
    elsewhere.dispose();

    const branch = git('branch', '--show-current').trim();
    git('checkout', '--quiet', '-b', 'overlaid');
    project.write('fixes/lamps.yaml', entry);
    commit('Mend the page from outside');
    for (const names of [['HEAD'], ['HEAD', 'HEAD'], ['HEAD:specs'], ['HEAD', 'specs']]) {
      expect((await run('diff', ...names, '--overlays', 'fixes')).output).toMatch(/^no changes/);
    }
    expect((await run('diff', 'HEAD~1', '--overlays', 'fixes')).output).toContain('(as ../fixes/lamps.yaml:1 says)');
    const { output } = await run('changelog', 'HEAD~1..HEAD', '--by', 'commit', '--overlays', 'fixes');
    expect(output).toContain('`json.lamp_id` was required and is optional now');
    git('checkout', '--quiet', branch);
  });

  test('sees that a page takes the place of one that nobody edited', async () => {
    const same = page('  colour string | colour');
    for (const folder of ['one', 'two']) project.write(`${folder}/openapi/v3/lamps.md`, same);
    project.write('two/openapi/v3/Lamps.md', page('  room string | room'));
    const collided = await run('diff', 'one', 'two');
    expect(collided).toMatchObject({ code: 3, output: expect.stringContaining('not evaluated: POST /v3/lamps (openapi/v3/lamps.md)') });
    expect((await run('diff', 'two', 'one')).errors).toMatch(/^two: openapi\/v3\/lamps\.md:1:1: its output would overwrite/);
    project.remove('two/openapi/v3/Lamps.md');

    for (const folder of ['one', 'two']) project.write(`${folder}/webhook/v3/LAMP.LIT.md`, exampleNotification());
    project.write('two/webhook/v3/A/LAMP.LIT.md', exampleNotification({ payload: 'lamp_id string | number of the lamp' }));
    const repeated = await run('diff', 'one', 'two', '--format', 'json');
    expect(repeated.output.match(/"ruleId": "[\w-]+"/g)).toEqual(['"ruleId": "webhook-became-optional"']);
    project.remove('one');
    project.remove('two');
  });

  test('leaves the repository as it is', async () => {
    const before = git('status', '--porcelain', '--untracked-files=no') + git('rev-parse', 'HEAD');
    await run('diff', 'v1', 'v2');
    expect(git('status', '--porcelain', '--untracked-files=no') + git('rev-parse', 'HEAD')).toBe(before);
    expect(existsSync(join(project.folder, '.git/index.lock'))).toBe(false);
  });
});

describe('changelog', () => {
  test('has one chapter per release, newest first, and one for what has none', async () => {
    const { code, output } = await run('changelog', 'v1..');
    expect(code).toBe(0);
    expect(output.match(/^##? .*$/gm)).toEqual([
      expect.stringMatching(/^# Changes of the API from v1 to HEAD$/),
      expect.stringMatching(/^## HEAD \(\d{4}-\d\d-\d\d\)$/),
      expect.stringMatching(/^## v2 \(\d{4}-\d\d-\d\d\)$/),
    ]);
    expect(output).toContain('- **breaking** `POST /v3/lamps`: `json.colour` (string, required) is documented now');
  });

  test('has one chapter per commit if asked for', async () => {
    const { output } = await run('changelog', 'v1..v2', '--by', 'commit');
    expect(output.match(/^##? .*$/gm)).toHaveLength(3);
    expect(output).toContain('Let lamps have &#60;colours&#62;');
    expect(output).toContain('- **breaking** `POST /v3/lamps`: `json.colour` was optional and is required now');
  });

  test('is JSON if asked for', async () => {
    const { output } = await run('changelog', 'v1..v2', '--format', 'json');
    expect(JSON.parse(output)).toMatchObject({
      version: 1,
      from: 'v1',
      to: 'v2',
      verdict: { semver: 'major' },
      entries: [{ name: 'v2', products: [{ product: 'v3/lamps', findings: [{ ruleId: 'request-field-added-required' }] }] }],
    });
  });

  test('refuses a range that is written backwards, in which nothing would seem to have changed', async () => {
    for (const words of [[], ['--by', 'commit']])
      expect(await run('changelog', 'v2..v1', ...words)).toMatchObject({ code: 2, errors: expect.stringContaining('write v1..v2') });
    expect((await run('changelog', 'v1..v1')).code).toBe(0);
  });

  test.each(['v1', 'v1...v2', 'v1..nowhere'])('refuses %s', async (range) => {
    expect((await run('changelog', range)).code).toBe(2);
  });
});

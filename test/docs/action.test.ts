import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { parse } from 'yaml';
import { examplePage } from '../../generator/drift/examples/example-page.js';
import { installDocwright, type Installation } from '../support/installation.js';
import { fatalPage, makeProject, type Project } from '../support/project.js';
import { runAction, type ActionRun, type Context } from '../support/run-action.js';

// Each run starts processes.
vi.setConfig({ testTimeout: 60_000 });

const lamps = 'specs/openapi/v3/lamps.md';
const page = (rows: string): string => examplePage({ request: `json! object\n  lamp_id! string | number\n${rows}` });

let project: Project;
let installation: Installation;

beforeAll(async () => {
  installation = await installDocwright();
  project = makeProject({ 'openapi/v3/lamps.md': page('') });
  git('init', '--quiet');
  commit('v1', page('  colour string | colour'));
  commit('v2', page('  colour! string | colour'));
});

afterAll(() => {
  project.dispose();
  installation.dispose();
});

function git(...words: readonly string[]): string {
  const identity = ['-c', 'user.name=docs', '-c', 'user.email=docs@example.org', '-c', 'commit.gpgsign=false', '-c', 'tag.gpgsign=false'];
  return execFileSync('git', [...identity, ...words], { cwd: project.folder, encoding: 'utf8' }).trim();
}

/** Commits the pages as they are, then leaves the next state of the page on disk. */
function commit(tag: string, next: string): void {
  git('add', '--all');
  git('commit', '--quiet', '--message', tag);
  git('tag', tag);
  project.write(lamps, next);
}

function run(context: Context, foundComment?: string): ActionRun {
  return runAction(project.folder, installation.folder, context, foundComment);
}

describe('action.yml', () => {
  it('compares with its base, says what it found in outputs, annotations and summary, and fails where the contract breaks', () => {
    const { code, failedStep, log, outputs, summary, calls } = run({ 'inputs.base': 'v2' });
    expect([code, failedStep]).toEqual([1, 'Say how it went']);
    expect(log).toContain(`::error file=${lamps},line=`);
    expect(outputs).toMatchObject({ breaking: 'true', 'docs-only': 'false', semver: 'major', errors: '1', warnings: '0', notes: '0' });
    expect(JSON.parse(outputs['verdict'] ?? '')).toMatchObject({ breaking: true, wire: 1, source: 1 });
    expect(outputs['report']).toMatch(/drift\.html$/);
    expect(summary).toContain('The documented contract breaks');
    expect(calls).toEqual([]);
  });

  it.each<[why: string, context: Context, code: number, semver: string]>([
    ['the base of the pull request', { 'github.event.pull_request.base.sha': 'v1' }, 1, 'major'],
    ['the commit before the push', { 'github.event.before': 'v2' }, 1, 'major'],
    ['the commit before the last, where the push made the branch', { 'github.event.before': '0'.repeat(40) }, 1, 'major'],
    ['a head that is no breach', { 'inputs.base': 'v1', 'inputs.head': 'v2' }, 0, 'minor'],
    ['a level that is loud enough', { 'inputs.base': 'v2', 'inputs.fail-on': 'none' }, 0, 'major'],
    ['folders', { 'inputs.base': 'specs', 'inputs.head': 'specs' }, 0, 'none'],
  ])('takes %s', (_, context, code, semver) => {
    const ending = run(context);
    expect([ending.code, ending.outputs['semver']]).toEqual([code, semver]);
  });

  it('runs nothing that an input says', () => {
    const { code, log } = run({ 'inputs.base': 'v2"; echo "ran" #', 'inputs.specs': '$(echo ran)' });
    expect(code).toBe(2);
    expect(log).not.toMatch(/^ran$/m);
  });

  it('ends with 3, and with a report, where a page cannot be understood', () => {
    const text = readFileSync(`${project.folder}/${lamps}`, 'utf8');
    project.write(lamps, fatalPage);
    const { code, outputs } = run({ 'inputs.base': 'v2' });
    project.write(lamps, text);
    expect([code, outputs['breaking']]).toEqual([3, 'false']);
  });

  it.each([
    ['writes a comment', '', 'gh api --method POST repos/lights/specs/issues/7/comments'],
    ['replaces its own comment', '41', 'gh api --method PATCH repos/lights/specs/issues/comments/41'],
  ])('%s on the pull request', (_, found, call) => {
    const pull = { 'github.event_name': 'pull_request', 'github.event.pull_request.number': '7', 'github.repository': 'lights/specs' };
    const { calls } = run({ ...pull, 'inputs.base': 'v2', 'inputs.comment': 'true' }, found);
    expect(calls[0]).toContain('repos/lights/specs/issues/7/comments --paginate');
    expect(calls[1]).toContain(call);
    expect(calls[2]).toBe('<!-- docwright -->');
    expect(calls.join('\n')).toContain('request-became-required');
  });
});

describe('the workflows in docs/drift.md', () => {
  const blocks = [...readFileSync('docs/drift.md', 'utf8').matchAll(/```yaml\n([^]*?)```/g)].map(([, text = '']) => text);

  it('are two, and give the action and the command what they take', () => {
    // Both files are written for GitHub, which fixes these members.
    const workflows = blocks.map((text) => parse(text) as { readonly jobs: Readonly<Record<string, { readonly steps: readonly Use[] }>> });
    const steps = workflows.flatMap(({ jobs }) => Object.values(jobs).flatMap((job) => job.steps));
    expect(workflows).toHaveLength(2);
    const { inputs, outputs } = parse(readFileSync('action.yml', 'utf8')) as Record<'inputs' | 'outputs', object>;
    const ours = steps.find(({ uses }) => uses?.startsWith('docwright/') === true);
    expect(Object.keys(inputs)).toEqual(expect.arrayContaining(Object.keys(ours?.with ?? {})));
    const used = [...blocks.join('\n').matchAll(/steps\.(\w+)\.outputs\.([\w-]+)/g)];
    expect(used.map(([, id]) => id)).toEqual([ours?.id]);
    expect(Object.keys(outputs)).toEqual(expect.arrayContaining(used.map(([, , name]) => name)));
    const commands = steps.flatMap(({ run: command }) => (command?.startsWith('npx docwright ') === true ? [command] : []));
    expect(commands).toEqual([expect.stringContaining('docwright check')]);
  });
});

interface Use {
  readonly id?: string;
  readonly uses?: string;
  readonly run?: string;
  readonly with?: object;
}

import { renameSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { hashContent } from '../../generator/output/content-hash.js';
import { runIn, type Ending } from '../support/command-line.js';
import { fatalPage, makeProject, type Project } from '../support/project.js';
import { pageText } from '../support/write-page.js';

// The first run imports all rooms and formats the runtime.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const leaves = 'specs/openapi/v3/leaves.md';
const leavesModule = 'sdk/src/v3/leaves.ts';
const manifest = 'sdk/docwright.manifest.json';
const model = 'sdk/docwright.model.json';
const flags = ['--specs', 'specs', '--out', 'sdk', '--jobs', '1'];

/** Contents of files by path; null takes a file away. */
type Edits = Readonly<Record<string, string | null>>;

let project: Project;
let texts: Readonly<Record<string, string>>;

beforeAll(async () => {
  project = makeProject({
    'openapi/v3/leaves.md': leavesPage(),
    'openapi/v3/cups.md': pageText({ verb: 'get', answer: ['size | integer | Size'] }),
  });
  await runIn(project.folder, 'generate', ...flags);
  texts = project.files('.');
});

afterAll(() => project.dispose());

function leavesPage(row = 'kind {data-required data-indent=1} | string | Kind'): string {
  return pageText({ request: ['json {data-required} | object | Order', row] });
}

function textOf(path: string): string {
  return texts[path] ?? '';
}

async function check(edits: Edits, ...words: readonly string[]): Promise<Ending> {
  const apply = (changes: Edits): void => {
    for (const [path, text] of Object.entries(changes)) {
      if (text === null) rmSync(join(project.folder, path), { force: true });
      else project.write(path, text);
    }
  };
  apply(edits);
  try {
    const before = project.files();
    const ending = await runIn(project.folder, 'check', ...flags, ...words);
    expect(project.files()).toEqual(before);
    return ending;
  } finally {
    apply(Object.fromEntries(Object.keys(edits).map((path) => [path, texts[path] ?? null])));
  }
}

async function findings(edits: Edits): Promise<{ readonly code: number; readonly rules: readonly string[]; readonly verdict: unknown }> {
  const { code, output } = await check(edits, '--format', 'json');
  // Checked against its schema elsewhere.
  const report = JSON.parse(output) as { readonly verdict: unknown; readonly findings: readonly { readonly ruleId: string }[] };
  return { code, rules: report.findings.map(({ ruleId }) => ruleId), verdict: report.verdict };
}

describe('check', () => {
  const wording = (): Edits => ({ [leaves]: textOf(leaves).replace('Kind', 'Kind of leaf') });
  const contract = (): Edits => ({ [leaves]: leavesPage('kind {data-required data-indent=1} | integer | Kind') });

  test.each<[situation: string, edits: () => Edits, words: string[], code: number, said: string]>([
    ['nothing changed', () => ({}), [], 0, 'up to date'],
    ['nothing changed', () => ({}), ['--strict'], 0, 'up to date'],
    ['words of a page changed', wording, [], 0, '3 files stale; only words changed'],
    ['words of a page changed', wording, ['--strict'], 1, '3 files stale; only words changed'],
    ['the contract changed', contract, [], 1, 'the next release is major'],
    ['a file is missing', () => ({ [leavesModule]: null }), [], 1, '1 file missing'],
    ['a file is nobody’s', () => ({ 'sdk/src/v3/own.ts': 'export {};\n' }), [], 1, '1 file extra'],
    [
      'files are nobody’s, before and behind what is generated',
      () => ({
        'sdk/src/a.ts': '',
        'sdk/src/v3-own/a.ts': '',
        'sdk/src/v3/z/a.ts': '',
        'sdk/src/v4.ts': '',
        'sdk/test/z.ts': '',
        'sdk/src/dist/a.js': '',
      }),
      [],
      1,
      '5 files extra',
    ],
    ['the manifest has other line ends', () => ({ [manifest]: textOf(manifest).replaceAll('\n', '\r\n') }), ['--strict'], 0, 'up to date'],
    ['a page is gone', () => ({ [leaves]: null }), [], 1, '2 files extra'],
    ['a file was edited by hand', () => ({ [leavesModule]: `${textOf(leavesModule)}// mine\n` }), [], 1, '1 file edited'],
    ['the model is no model', () => ({ [model]: '{}' }), [], 1, 'edited   docwright.model.json'],
    [
      'the model is a list of anything, and the manifest is damaged',
      () => ({ [model]: '{"pages":[{}]}', [manifest]: '' }),
      [],
      1,
      'cannot be read',
    ],
    [
      'the manifest lost a line',
      () => ({ [manifest]: textOf(manifest).replace(/ *"src\/v3\/leaves\.ts".*\n/, '') }),
      [],
      1,
      '1 file extra',
    ],
    [
      'another docwright made the SDK',
      () => ({ [manifest]: textOf(manifest).replace(/("generator": *")./, '$1-') }),
      [],
      1,
      'docwright has changed',
    ],
    ['the manifest is damaged', () => ({ [manifest]: '{}' }), [], 1, 'the manifest cannot be read'],
    [
      'the manifest holds a merge conflict',
      () => ({ [manifest]: textOf(manifest).replace(/(.*leaves.*\n)/, '<<<<<<< ours\n$1=======\n$1>>>>>>> theirs\n') }),
      [],
      1,
      'docwright.manifest.json:7 holds marks of a merge conflict\n  help  resolve the pages, then run `docwright generate`',
    ],
    ['a page cannot be understood', () => ({ [leaves]: fatalPage }), [], 3, ''],
  ])('says when %s', async (_, edits, words, code, said) => {
    const ending = await check(edits(), ...words);
    expect(ending.output).toContain(said);
    expect(ending.code).toBe(code);
  });

  test('says when a link stands in the place of a folder that was written', async () => {
    const [source, moved] = [join(project.folder, 'sdk/src'), join(project.folder, 'moved')];
    renameSync(source, moved);
    symlinkSync(moved, source);
    try {
      expect(await runIn(project.folder, 'check', ...flags)).toMatchObject({
        code: 1,
        output: expect.stringContaining('edited   src/v3/leaves.ts'),
      });
    } finally {
      rmSync(source);
      renameSync(moved, source);
    }
  });

  test('finds nothing on a page that cannot be understood, though its old files stay', async () => {
    expect(await findings({ [leaves]: fatalPage })).toEqual({ code: 3, rules: [], verdict: expect.objectContaining({ semver: 'none' }) });
    expect((await check({ [leaves]: fatalPage })).output).toContain('not evaluated: POST /v3/leaves (openapi/v3/leaves.md)');
  });

  test('ends with 2 where there is no manifest, and says what to do', async () => {
    const { code, errors } = await check({ [manifest]: null });
    expect([code, errors]).toEqual([2, expect.stringContaining('docwright generate')]);
  });

  test('shows with --diff what would change in each file', async () => {
    const { output } = await check(contract(), '--diff');
    expect(output).toContain('--- src/v3/leaves.ts\ton disk\n+++ src/v3/leaves.ts\tas generated\n@@');
    expect(output).toMatch(/^-.*kind: string/m);
    expect(output).toMatch(/^\+.*kind: number/m);
  });

  test('names the rule of what changed, with the version of the next release', async () => {
    expect(await findings(contract())).toEqual({
      code: 1,
      rules: ['request-type-changed'],
      verdict: { breaking: true, docsOnly: false, semver: 'major', wire: 1, source: 1 },
    });
    const title = { [leaves]: textOf(leaves).replace('# Tea', '# Green tea') };
    expect(await findings(title)).toMatchObject({ code: 0, rules: ['title-changed'], verdict: { docsOnly: true, semver: 'patch' } });
  });

  test('tells a file edited by hand from a change of the API', async () => {
    expect(await findings({ [leavesModule]: `${textOf(leavesModule)}// mine\n` })).toMatchObject({
      code: 1,
      rules: ['surface-edited-by-hand'],
      verdict: { docsOnly: true, semver: 'none' },
    });
  });

  test('tells files that differ only because docwright does', async () => {
    const older = textOf(leavesModule).replace('export ', 'export  ');
    const edits = {
      [leavesModule]: older,
      [manifest]: textOf(manifest)
        .replace(/("generator": *")./, '$1-')
        .replace(hashContent(textOf(leavesModule)), hashContent(older)),
    };
    expect(await findings(edits)).toMatchObject({ code: 1, rules: ['surface-changed-without-docs'], verdict: { docsOnly: true } });
  });

  describe('with decisions of the team in .docwright/', () => {
    const levels = 'specs/.docwright/levels.json';
    const accepted = 'specs/.docwright/accepted.json';
    const entry = async (until?: string): Promise<string> => {
      const { output } = await check(contract(), '--format', 'json');
      // Checked against its schema elsewhere.
      const [finding] = (JSON.parse(output) as { readonly findings: readonly { readonly fingerprint: string; readonly ruleId: string }[] })
        .findings;
      return JSON.stringify([{ fingerprint: finding?.fingerprint, rule: finding?.ruleId, reason: 'The page was wrong.', until }]);
    };

    test('does not fail for what is accepted', async () => {
      expect(await findings({ ...contract(), [accepted]: await entry() })).toMatchObject({
        code: 0,
        rules: [],
        verdict: { docsOnly: true },
      });
    });

    test('fails again when the acceptance has expired', async () => {
      expect(await findings({ ...contract(), [accepted]: await entry('2020-01-31') })).toMatchObject({
        code: 1,
        rules: ['request-type-changed'],
      });
    });

    test.each([
      ['off', 0, []],
      ['info', 1, ['request-type-changed']],
    ])('gives a rule the level %s', async (level, code, rules) => {
      const override = JSON.stringify({ 'request-type-changed': { level, reason: 'Types are only a hint here.' } });
      expect(await findings({ ...contract(), [levels]: override })).toMatchObject({ code, rules, verdict: { breaking: false } });
    });

    test('refuses a file that makes no sense', async () => {
      const { code, errors } = await check({ ...contract(), [levels]: '{"no-such-rule":{"level":"off","reason":"Because."}}' });
      expect([code, errors]).toEqual([2, expect.stringContaining('no-such-rule')]);
    });
  });
});

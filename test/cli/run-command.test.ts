import { cpSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { runCommand } from '../../generator/cli/run-command.js';
import type { TextStream, World } from '../../generator/cli/world.js';
import { hashContent } from '../../generator/output/content-hash.js';
import { generate } from '../../generator/run/generate.js';
import { fatalPage, makeProject, type Project } from '../support/project.js';
import { pageText } from '../support/write-page.js';

const pages = {
  'openapi/v3/leaves.md': pageText({ request: ['json {data-required} | object | Order', 'kind {data-indent=1} | string | Kind'] }),
  'openapi/v3/cups.md': pageText({ verb: 'get' }),
};

let project: Project;
let made: Project;

beforeAll(async () => {
  made = makeProject(pages);
  await generate(made.settings);
}, 60_000);

afterAll(() => {
  made.dispose();
});

beforeEach(() => {
  project = makeProject(pages);
});

afterEach(() => {
  project.dispose();
});

interface Run {
  readonly code: number;
  readonly output: string;
  readonly errors: string;
}

async function run(...words: readonly string[]): Promise<Run> {
  const output = capture();
  const errors = capture();
  const world: World = { folder: project.folder, environment: {}, output, errors, interrupted: () => Promise.resolve() };
  const common = ['--jobs', '1', '--no-cache', '--out', 'sdk'];
  const code = await runCommand(words[0] === 'generate' || words[0] === 'check' ? [...words, ...common] : words, world);
  return { code, output: output.text(), errors: errors.text() };
}

/** The SDK of the pages, as `generate` made it. */
function useMade(): void {
  cpSync(made.settings.out, project.settings.out, { recursive: true });
}

function capture(isTerminal = false): TextStream & { text(): string } {
  let written = '';
  return { isTerminal, width: 100, write: (text) => void (written += text), text: () => written };
}

describe('generate', () => {
  test('says in one line what it made', async () => {
    const { code, output, errors } = await run('generate');
    expect(code).toBe(0);
    expect(errors).toBe('');
    expect(output).toMatch(
      /^sdk: 2 operations \(2 v3, 0 v2\) and 0 webhooks from 2 pages; \d+ files written, 0 deleted, 0 unchanged; the pages have 4 notes in \d+\.\d+ s\n$/m,
    );
  });

  test('is silent when told so and nothing is wrong', async () => {
    expect(await run('generate', '--quiet')).toEqual({ code: 0, output: '', errors: '' });
  });

  test('says which files are in the way, and what to do', async () => {
    useMade();
    project.write('sdk/src/v3/cups.ts', 'mine');
    const { code, output } = await run('generate');
    expect(code).toBe(1);
    expect(output).toContain('src/v3/cups.ts: was edited by hand');
    expect(output).toContain('--force');
  });

  test('shows fatal faults with their row and ends with 3', async () => {
    project.write('specs/openapi/v3/cups.md', fatalPage);
    const { code, output } = await run('generate');
    expect(code).toBe(3);
    expect(output).toContain('openapi/v3/cups.md:1:1  fatal  doc-method-anchor-missing');
    expect(output).toContain('1 | # Tea\n');
    expect(output).toContain('Nothing written to sdk');
  });

  test('lists what a dry run would do', async () => {
    const { code, output } = await run('generate', '--dry-run');
    expect(code).toBe(0);
    expect(output).toContain('write   src/v3/cups.ts\n');
    expect(output).toContain('would be written');
  });
});

describe('check', () => {
  test('is content with an SDK that is up to date', async () => {
    useMade();
    const { code, output } = await run('check');
    expect(code).toBe(0);
    expect(output).toMatch(/^sdk: up to date in /);
  });

  test('fails for a change of the contract, and says which release is next', async () => {
    useMade();
    project.write('specs/openapi/v3/cups.md', pageText({ verb: 'get', answer: [] }));
    const { code, output } = await run('check');
    expect(code).toBe(1);
    expect(output).toContain('stale    src/v3/cups.ts\n');
    expect(output).toContain('the next release is major');
  });

  test.each([
    ['does not fail for wording alone', [], 0],
    ['fails for wording alone when it is strict', ['--strict'], 1],
  ])('%s', async (_, flags, expected) => {
    useMade();
    project.write('specs/openapi/v3/cups.md', pageText({ verb: 'get', description: 'Lists cups.' }));
    const { code, output } = await run('check', ...flags);
    expect(code).toBe(expected);
    expect(output).toContain('stale    src/v3/cups.ts\n');
  });

  test.each([
    ['missing', () => project.remove('sdk/src/v3/cups.ts')],
    ['edited', () => project.write('sdk/src/v3/cups.ts', 'mine')],
    ['extra', () => project.write('sdk/src/v3/pots.ts', 'mine')],
  ])('fails for a file that is %s', async (state, change) => {
    useMade();
    change();
    const { code, output } = await run('check');
    expect(code).toBe(1);
    expect(output).toContain(`${state.padEnd(7)}  src/v3/`);
  });

  test('does not mind files of others beside the generated ones', async () => {
    useMade();
    project.write('sdk/NOTES.md', 'mine');
    expect((await run('check')).code).toBe(0);
  });

  test('shows what would change', async () => {
    useMade();
    project.write('sdk/src/v3/cups.ts', 'mine\n');
    expect((await run('check', '--diff')).output).toContain('\n-mine\n');
  });

  test('writes nothing', async () => {
    useMade();
    project.write('specs/openapi/v3/cups.md', pageText({ verb: 'get', answer: [] }));
    const before = project.files('.');
    await run('check', '--diff', '--strict');
    expect(project.files('.')).toEqual(before);
  });

  test('prints JSON that programs can read', async () => {
    useMade();
    project.remove('sdk/src/v3/cups.ts');
    const { output } = await run('check', '--format', 'json');
    expect(JSON.parse(output)).toMatchObject({ version: 1, files: { missing: ['src/v3/cups.ts'], extra: [], edited: [] } });
  });

  test('names files that were edited by hand among the findings', async () => {
    useMade();
    project.write('sdk/src/v3/cups.ts', 'mine');
    const { output } = await run('check', '--format', 'json');
    expect(JSON.parse(output)).toMatchObject({
      verdict: { breaking: false, semver: 'none' },
      findings: [{ ruleId: 'surface-edited-by-hand', level: 'error', operation: 'GET /v3/cups' }],
    });
  });

  test('says so when docwright itself has changed', async () => {
    useMade();
    const manifest = project.files()['docwright.manifest.json'] ?? '';
    const module = project.files()['src/v3/cups.ts'] ?? '';
    const older = module.replace('Do not edit', 'Do not change');
    project.write('sdk/src/v3/cups.ts', older);
    project.write(
      'sdk/docwright.manifest.json',
      manifest.replace(/"generator": "/, '$&x').replaceAll(hashContent(module), hashContent(older)),
    );
    const { code, output } = await run('check', '--format', 'json');
    expect(code).toBe(1);
    expect(JSON.parse(output)).toMatchObject({ findings: [{ ruleId: 'surface-changed-without-docs', level: 'warn', semver: 'patch' }] });
  });

  test('lives with findings that the team has accepted', async () => {
    useMade();
    project.write('specs/openapi/v3/cups.md', pageText({ verb: 'get', answer: [] }));
    const { findings } = JSON.parse((await run('check', '--format', 'json')).output);
    const accepted = findings.map(({ fingerprint, ruleId }: { fingerprint: string; ruleId: string }) => ({
      fingerprint,
      rule: ruleId,
      reason: 'The page was wrong.',
    }));
    project.write('specs/.docwright/accepted.json', JSON.stringify(accepted));
    expect((await run('check')).code).toBe(0);
  });

  test('needs an SDK', async () => {
    const { code, errors } = await run('check');
    expect(code).toBe(2);
    expect(errors).toContain('docwright generate');
  });

  test('ends with 3 when a page cannot be understood', async () => {
    useMade();
    project.write('specs/openapi/v3/cups.md', fatalPage);
    expect((await run('check')).code).toBe(3);
  });
});

describe('inspect', () => {
  test.each(['openapi/v3/cups.md', 'openapi/v3/cups', 'specs/openapi/v3/cups.md'])('prints the model of %s', async (name) => {
    const { code, output } = await run('inspect', name, '--jobs', '1', '--no-cache');
    expect(code).toBe(0);
    expect(JSON.parse(output)).toMatchObject({ file: 'openapi/v3/cups.md', operations: [{ id: 'GET /v3/cups' }] });
  });

  test('minds only what is wrong with its page', async () => {
    project.write('specs/openapi/v3/spoons.md', fatalPage);
    expect(await run('inspect', 'openapi/v3/cups', '--jobs', '1', '--no-cache')).toMatchObject({ code: 0, errors: '' });
    expect(await run('inspect', 'openapi/v3/spoons', '--jobs', '1', '--no-cache')).toMatchObject({
      code: 3,
      output: '',
      errors: expect.stringContaining('openapi/v3/spoons.md'),
    });
    project.remove('specs/openapi/v3/spoons.md');
  });

  test('suggests the page that was meant', async () => {
    const { code, errors } = await run('inspect', 'openapi/v3/cubs', '--jobs', '1', '--no-cache');
    expect(code).toBe(2);
    expect(errors).toContain('did you mean openapi/v3/cups.md?');
  });
});

describe('openapi', () => {
  test('prints a document', async () => {
    const { code, output } = await run('openapi', '--jobs', '1', '--no-cache');
    expect(code).toBe(0);
    expect(JSON.parse(output)).toMatchObject({ openapi: '3.1.0' });
  });
});

describe('explain', () => {
  test.each(['doc-type-unknown', 'response-encryption-added'])('knows %s', async (code) => {
    const { code: ended, output } = await run('explain', code);
    expect(ended).toBe(0);
    expect(output.startsWith(code)).toBe(true);
  });

  test('suggests the code that was meant', async () => {
    const { code, errors } = await run('explain', 'doc-type-unknwon');
    expect(code).toBe(2);
    expect(errors).toContain('did you mean doc-type-unknown?');
  });
});

describe('a command line', () => {
  test.each([
    ['a mistyped command', ['generat'], 'did you mean generate?'],
    ['a mistyped flag', ['generate', '--spec', 'x'], 'did you mean --specs?'],
    ['a number of jobs that is none', ['generate', '--jobs', 'many'], 'whole number'],
    ['a folder that is not there', ['generate', '--specs', 'nowhere'], 'there is no folder'],
    ['a format that is not there', ['check', '--format', 'jason'], 'json'],
  ])('with %s ends with 2 and says what is meant', async (_, words, hint) => {
    const { code, errors } = await run(...words);
    expect(code).toBe(2);
    expect(errors).toContain(hint);
  });

  test.each(['generate', 'check', 'openapi', 'inspect', 'explain'])('has help for %s with examples and exit codes', async (command) => {
    const { code, output } = await run(command, '--help');
    expect(code).toBe(0);
    expect(output).toContain(`docwright ${command}`);
    expect(output).toContain('Exit codes:');
  });
});

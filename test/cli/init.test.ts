import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { runCommand } from '../../generator/cli/run-command.js';
import { checkShellBlock } from '../support/check-shell-block.js';
import { fatalPage } from '../support/project.js';
import { pageText } from '../support/write-page.js';

let parent: string;
let home: string;

beforeEach(() => {
  parent = mkdtempSync(join(tmpdir(), 'docwright-init-'));
  home = join(parent, 'shop');
  mkdirSync(home);
});
afterEach(() => rmSync(parent, { recursive: true }));

function write(path: string, text: string): void {
  mkdirSync(dirname(join(parent, path)), { recursive: true });
  writeFileSync(join(parent, path), text);
}

function read(path: string): string {
  return readFileSync(join(home, path), 'utf8');
}

const page = pageText({ verb: 'get' });

interface Options {
  readonly folder?: string;
  /** What the user types, one line per question. */
  readonly typed?: readonly string[];
}

async function init(words: readonly string[] = [], { folder = home, typed }: Options = {}) {
  let output = '';
  let errors = '';
  const questions: string[] = [];
  const lines = [...(typed ?? [])];
  const code = await runCommand(['init', '--jobs', '1', '--no-cache', ...words], {
    folder,
    environment: {},
    output: { isTerminal: typed !== undefined, width: 100, write: (text) => void (output += text) },
    errors: { isTerminal: false, width: 100, write: (text) => void (errors += text) },
    interrupted: () => Promise.resolve(),
    ...(typed && {
      ask: (question: string) => {
        questions.push(question);
        return Promise.resolve(lines.shift() ?? '');
      },
    }),
  });
  return { code, output, errors, questions };
}

/** The steps of the job that `init` wrote, and where it runs. */
function job(path = '.github/workflows/docwright.yml') {
  // Written by `exampleWorkflow`; what is missing makes the test fail.
  const { jobs } = parse(read(path)) as {
    jobs: { docwright: { defaults?: object; steps: { run?: string; uses?: string; with?: object }[] } };
  };
  return jobs.docwright;
}

describe('in a repository that has the pages', () => {
  beforeEach(() => {
    write('shop/docs/pages/openapi/v3/cups.md', page);
    mkdirSync(join(home, '.git'));
  });

  test('it finds them, writes a config, a first SDK and a workflow, and says what comes next', async () => {
    const { code, output, errors } = await init();
    expect({ code, errors }).toEqual({ code: 0, errors: '' });
    expect(read('docwright.config.js')).toContain('specs: "docs/pages"');
    expect(existsSync(join(home, 'generated/src/v3/cups.ts'))).toBe(true);
    const commands = job().steps.flatMap(({ run }) => run ?? []);
    for (const command of commands) expect(await checkShellBlock(command)).toEqual([]);
    expect(commands).toEqual([expect.stringMatching(/docwright\S* check /), expect.stringMatching(/docwright\S* diff "\$BASE" /)]);
    expect(output).toContain('wrote docwright.config.js\nwrote .github/workflows/docwright.yml\nwrote .gitignore\n');
    expect(output).toContain('1 operation (1 v3, 0 v2)');
    expect(output).toMatch(/\nNext:\n {2}read generated\/README\.md/);
  });

  test.each([
    ['node_modules\n', '  add .docwright-cache/ and generated/dist/ to .gitignore\n'],
    ['/.docwright-cache\n', '  add generated/dist/ to .gitignore\n'],
    ['.docwright-cache/\r\ndist/\r\n', undefined],
  ])('where .gitignore stands already as %j, it says what is missing there', async (ignored, step) => {
    write('shop/.gitignore', ignored);
    const { output } = await init();
    if (step === undefined) expect(output).not.toContain('to .gitignore');
    else expect(output).toContain(step);
    expect(read('.gitignore')).toBe(ignored);
  });

  test('a second run changes nothing', async () => {
    await init();
    write('shop/docwright.config.js', `${read('docwright.config.js')}// mine\n`);
    write('shop/.github/workflows/docwright.yml', 'mine');
    const { code, output } = await init();
    expect(code).toBe(0);
    expect(output).toContain('keeping docwright.config.js\nkeeping .github/workflows/docwright.yml\n');
    expect(read('docwright.config.js')).toContain('// mine');
    expect(read('.github/workflows/docwright.yml')).toBe('mine');
  });

  test('it keeps to settings that stand in package.json', async () => {
    write('shop/package.json', JSON.stringify({ type: 'module', docwright: { specs: 'docs/pages', out: 'sdk' } }));
    const { code, output } = await init();
    expect(code).toBe(0);
    expect(output).toContain('keeping package.json\n');
    expect(readdirSync(home).toSorted()).toEqual(['.git', '.github', '.gitignore', 'docs', 'package.json', 'sdk']);
  });

  test('it does not let flags and a config contradict each other', async () => {
    write('shop/docwright.config.js', 'export default { specs: "docs/pages" };\n');
    const { code, errors } = await init(['--out', 'sdk']);
    expect(code).toBe(2);
    expect(errors).toContain('docwright.config.js has settings already');
  });

  test('a folder in which .js is no module gets a config that is one', async () => {
    write('shop/package.json', '{"name":"shop"}');
    expect((await init()).code).toBe(0);
    expect(read('docwright.config.mjs')).toContain('export default {');
    expect(existsSync(join(home, 'docwright.config.js'))).toBe(false);
  });

  test('where docwright is installed, the config is typed by its function and the workflow uses that docwright', async () => {
    write('shop/package.json', '{"type":"module","devDependencies":{"docwright":"^0.1.0"}}');
    write('shop/package-lock.json', '{}');
    mkdirSync(join(home, 'node_modules'));
    symlinkSync(resolve('.'), join(home, 'node_modules/docwright'));
    expect((await init()).code).toBe(0);
    expect(read('docwright.config.js')).toContain("import { defineConfig } from 'docwright';\n\nexport default defineConfig({");
    expect(
      job()
        .steps.flatMap(({ run }) => run ?? [])
        .slice(0, 2),
    ).toEqual(['npm ci', 'npx docwright check --format github']);
  });

  test('run in a folder below, it puts the workflow where GitHub looks for it', async () => {
    mkdirSync(join(home, 'packages/pay'), { recursive: true });
    const { code } = await init([], { folder: join(home, 'packages/pay') });
    expect(code).toBe(0);
    expect(read('packages/pay/docwright.config.js')).toContain('specs: "../../docs/pages"');
    expect(job().defaults).toEqual({ run: { 'working-directory': 'packages/pay' } });
  });

  test('a page that nobody understands is shown, and the config stays', async () => {
    write('shop/docs/pages/openapi/v3/tea.md', fatalPage);
    const { code, output } = await init();
    expect(code).toBe(3);
    expect(output).toContain('openapi/v3/tea.md:1:1  fatal');
    expect(output).toContain('mend what is said above, then run `npx docwright generate`');
    expect(existsSync(join(home, 'docwright.config.js'))).toBe(true);
  });
});

describe('in a repository that has the SDK', () => {
  beforeEach(() => {
    write('pages/.git/config', '[remote "origin"]\n\turl = git@github.com:example/pages.git\n');
    write('pages/v3/cups.md', page);
    mkdirSync(join(home, '.git'));
  });

  test('it finds the pages in the repository beside, and the workflow checks out both', async () => {
    const { code } = await init(['--out', '.', '--name', '@example/pay']);
    expect(code).toBe(0);
    expect(read('docwright.config.js')).toContain('specs: "../pages"');
    expect(JSON.parse(read('package.json'))).toMatchObject({ name: '@example/pay' });
    expect(
      job()
        .steps.slice(0, 2)
        .map((step) => step.with),
    ).toEqual([{ path: 'shop' }, { repository: 'example/pages', path: 'pages' }]);
    expect(job().defaults).toEqual({ run: { 'working-directory': 'shop' } });
  });

  test('it takes over the SDK that stands there, with its name', async () => {
    await init(['--out', 'client', '--name', '@example/pay']);
    rmSync(join(home, 'docwright.config.js'));
    const { code, output } = await init();
    expect(code).toBe(0);
    expect(read('docwright.config.js')).toContain('out: "client"');
    expect(output).toMatch(/client: .* 0 files written/);
  });

  test('it asks for the repository where nothing tells its name', async () => {
    write('pages/.git/config', '');
    const { output } = await init();
    expect(output).toContain('write the repository of the pages into .github/workflows/docwright.yml');
  });
});

describe('questions', () => {
  beforeEach(() => {
    write('shop/old/openapi/v3/cups.md', page);
    write('shop/specs/openapi/v3/cups.md', page);
  });

  test('on a terminal it asks which pages, where to and how the package is called', async () => {
    const { code, questions } = await init([], { typed: ['3', '2', '', 'Shop!', 'shop-pay'] });
    expect(code).toBe(0);
    expect(questions).toEqual([
      expect.stringContaining('  1  old\n  2  specs\nWhich of them [1]: '),
      expect.stringContaining('give a number from 1 to 2'),
      'Folder of the SDK [generated]: ',
      'Name of its package [@docwright/wechatpay]: ',
      expect.stringContaining('give small letters'),
    ]);
    expect(read('docwright.config.js')).toMatch(/specs: "specs",\n {2}out: "generated",\n {2}package: \{ name: "shop-pay"/);
  });

  test('without a terminal it does not choose for the user', async () => {
    const { code, errors } = await init();
    expect(code).toBe(2);
    expect(errors).toContain('pages are in old, specs\n  help  name one of these folders');
  });

  test('with --yes it asks nothing', async () => {
    expect((await init(['--yes', '--specs', 'old'], { typed: [] })).questions).toEqual([]);
  });
});

test.each([
  ['no pages at all', [], 'there are no pages here'],
  ['a folder without pages', ['--specs', 'empty'], 'holds no pages'],
  ['a folder that is not there', ['--specs', 'nowhere'], 'there is no folder'],
  ['a name that npm would refuse', ['--name', 'My Shop'], 'My Shop is no name of a package'],
])('with %s it says so and writes nothing', async (_, words, message) => {
  mkdirSync(join(home, 'empty'));
  const { code, errors } = await init(words);
  expect(code).toBe(2);
  expect(errors).toContain(message);
  expect(errors).toContain('  help  ');
  expect(readdirSync(home)).toEqual(['empty']);
});

test('documents that are no pages of the dialect are not taken for some', async () => {
  write('shop/docs/v2/guide.md', '# Guide\n');
  expect((await init()).errors).toContain('there are no pages here');
});

test('the program itself sets up a project, asks nothing in a pipe, and the config it wrote holds', () => {
  write('shop/specs/openapi/v3/cups.md', page);
  const docwright = (...words: string[]) =>
    // By its name, as npx runs it: it has to be executable.
    spawnSync(resolve('dist/generator/cli/main.js'), words, { cwd: home, encoding: 'utf8', timeout: 60_000 });
  expect(docwright('init')).toMatchObject({ status: 0, stderr: '' });
  expect(docwright('check')).toMatchObject({ status: 0, stderr: '', stdout: expect.stringMatching(/^generated: up to date/) });
});

import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { runIn } from '../support/command-line.js';
import { fatalPage, makeProject, type Project } from '../support/project.js';
import { pageText } from '../support/write-page.js';

let project: Project;
let server: Server;

beforeAll(async () => {
  server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterAll(() => server.close());

beforeEach(() => {
  project = makeProject({ 'openapi/v3/cups.md': pageText({ verb: 'get' }) });
});
afterEach(() => project.dispose());

const common = ['--jobs', '1', '--no-cache'];
const generated = ['generate', '--out', 'sdk', ...common] as const;

interface Fault {
  /** What the newcomer has done before. */
  readonly before?: () => unknown;
  readonly words: readonly string[] | (() => readonly string[]);
  readonly code: number;
  /** What is wrong, and where: texts that are said. */
  readonly says: readonly string[];
  /** What to do about it. */
  readonly fix: string;
}

const git = (...words: readonly string[]) =>
  spawnSync('git', ['-c', 'user.name=Newcomer', '-c', 'user.email=newcomer@example.com', ...words], { cwd: project.folder });

const faults: Readonly<Record<string, Fault>> = {
  'no specs folder': {
    before: () => project.remove('specs'),
    words: generated,
    code: 2,
    says: ['there is no folder', '/specs'],
    fix: 'name the folder of the pages with --specs DIR, or run `docwright init`',
  },
  'a folder without pages': {
    before: () => project.write('texts/readme.md', 'Hello'),
    words: ['lint', '--specs', 'texts', ...common],
    code: 2,
    says: ['/texts holds no pages'],
    fix: 'name a folder that holds openapi/ and webhook/',
  },
  'a page as the folder': {
    words: ['lint', '--specs', 'specs/openapi/v3/cups.md', ...common],
    code: 2,
    says: ['there is no folder', 'cups.md'],
    fix: 'name the folder of the pages',
  },
  'a mistyped page': {
    words: ['generate', 'openapi/v3/cusp.md', ...common],
    code: 2,
    says: ['no page matches openapi/v3/cusp.md'],
    fix: 'did you mean openapi/v3/cups.md?',
  },
  'a glob that names nothing': {
    words: ['lint', 'v3/payments/**', ...common],
    code: 2,
    says: ['no page matches v3/payments/**'],
    fix: 'name pages relative to the specs folder, such as "openapi/v3/**"',
  },
  'an SDK among the pages': {
    words: ['generate', '--out', 'specs/openapi/sdk', ...common],
    code: 2,
    says: ['/specs/openapi/sdk is among the pages'],
    fix: 'name a folder of its own for the SDK with --out DIR',
  },
  'an SDK in a folder with files of one’s own': {
    before: () => project.write('mine/package.json', '{"name":"mine"}'),
    words: ['generate', '--out', 'mine', ...common],
    code: 1,
    says: ['package.json: a file that docwright did not write is in the way', 'Nothing written to mine: 1 file in the way'],
    fix: 'move it, or name another folder with --out',
  },
  'an SDK in a file': {
    before: () => project.write('sdk', 'a file'),
    words: generated,
    code: 2,
    says: ['/sdk is no folder'],
    fix: 'name another one with --out DIR',
  },
  'an SDK below a file': {
    before: () => project.write('sdks', 'a file'),
    words: ['generate', '--out', 'sdks/pay', ...common],
    code: 2,
    says: ['cannot make', '/sdks: a file stands where a folder is needed'],
    fix: 'name another folder with --out DIR',
  },
  'a generated file that was edited': {
    before: async () => {
      await runIn(project.folder, ...generated);
      project.write('sdk/src/index.ts', `${readFileSync(join(project.folder, 'sdk/src/index.ts'), 'utf8')}// mine\n`);
    },
    words: generated,
    code: 1,
    says: ['src/index.ts: was edited by hand'],
    fix: 'keep your change elsewhere, then run again with --force',
  },
  'check before generate': {
    words: ['check', '--out', 'sdk', ...common],
    code: 2,
    says: ['/sdk holds no SDK made by docwright'],
    fix: 'run `docwright generate` first, or name its folder with --out DIR',
  },
  'an SDK that is stale': {
    before: async () => {
      await runIn(project.folder, ...generated);
      project.write('specs/openapi/v3/cups.md', pageText({ verb: 'get', answer: [] }));
    },
    words: ['check', '--out', 'sdk', ...common],
    code: 1,
    says: ['stale    src/v3/cups.ts'],
    fix: 'run `docwright generate`, and commit what it writes',
  },
  'a mistyped command': { words: ['genrate'], code: 2, says: ["unknown command 'genrate'"], fix: 'did you mean generate?' },
  'a mistyped flag': { words: ['check', '--strcit'], code: 2, says: ["unknown option '--strcit'"], fix: 'did you mean --strict?' },
  'a flag before the command': {
    words: ['--specs', 'pages', 'generate'],
    code: 2,
    says: ["unknown option '--specs'"],
    fix: 'flags come after the command',
  },
  'a format that is none': {
    words: ['lint', '--format', 'yaml', ...common],
    code: 2,
    says: ['there is no format yaml'],
    fix: 'give one of text, json, markdown, github, sarif, junit, html',
  },
  'a report in a place where no file can be': {
    before: () => project.write('reports', 'a file'),
    words: ['lint', '--format', 'json:reports/lint.json', ...common],
    code: 2,
    says: ['/reports/lint.json cannot be written: a file stands where a folder is needed'],
    fix: 'name another file',
  },
  'a revision that is none': {
    before: () => git('init', '--quiet') && git('commit', '--quiet', '--allow-empty', '--message', 'Begin'),
    words: ['diff', 'HEAD~9', ...common],
    code: 2,
    says: ['HEAD~9 is no revision'],
    fix: 'name a folder, or a revision of this repository such as `main`',
  },
  'a revision without the pages': {
    before: () => git('init', '--quiet') && git('commit', '--quiet', '--allow-empty', '--message', 'Begin'),
    words: ['diff', 'HEAD:pages', ...common],
    code: 2,
    says: ['there is no folder HEAD:pages'],
    fix: 'name one that holds openapi/ and webhook/',
  },
  'no git repository': {
    words: ['diff', 'main', ...common],
    code: 2,
    says: ['is in no git repository'],
    fix: 'name folders, or run docwright in a git repository',
  },
  'a range that is none': {
    before: () => git('init', '--quiet'),
    words: ['changelog', 'v1'],
    code: 2,
    says: ['v1 is no range of revisions'],
    fix: 'write FROM..TO',
  },
  'a port that is in use': {
    // The server listens on a port.
    words: () => ['mock', '--port', String((server.address() as AddressInfo).port), ...common],
    code: 2,
    says: ['cannot be used: another program listens on it'],
    fix: 'name another --port, or none for a free one',
  },
  'keys that are none': {
    before: () => project.write('keys.json', '[]'),
    words: ['mock', '--keys', 'keys.json', ...common],
    code: 2,
    says: ['/keys.json cannot be used', 'holds no keys of the mock server'],
    fix: 'name another one, or leave the flag out',
  },
  'fixtures that are not there': {
    words: ['mock', '--fixtures', 'answers', ...common],
    code: 2,
    says: ['/answers cannot be used: it is not there'],
    fix: 'name another one, or leave the flag out',
  },
  'a notification for nobody': {
    words: ['mock', 'REFUND.SUCCESS', ...common],
    code: 2,
    says: ['nobody is named who shall hear of REFUND.SUCCESS'],
    fix: 'name the address of the receiver with --webhook URL',
  },
  'an address that is none': {
    words: ['mock', '--webhook', 'localhost', ...common],
    code: 2,
    says: ["'localhost' is invalid"],
    fix: 'Give an address such as http://127.0.0.1:3000/notify.',
  },
  'a config with a typing mistake': {
    before: () => project.write('docwright.config.js', 'export default { spec: "pages" };\n'),
    words: generated,
    code: 2,
    says: ['docwright.config.js has an unknown setting "spec"'],
    fix: 'did you mean specs?',
  },
  'a config with a value of the wrong kind': {
    before: () => project.write('docwright.config.js', 'export default { jobs: "two" };\n'),
    words: ['lint'],
    code: 2,
    says: ['docwright.config.js: jobs has a value of the wrong kind'],
    fix: 'give a whole number from 1',
  },
  'a config that throws': {
    before: () => project.write('docwright.config.js', 'throw new Error("not today");\n'),
    words: generated,
    code: 2,
    says: ['docwright.config.js cannot be loaded: Error: not today'],
    fix: 'correct the file; `node FILE` says where the fault is',
  },
  'a config that exports nothing': {
    before: () => project.write('docwright.config.js', 'export const specs = "pages";\n'),
    words: generated,
    code: 2,
    says: ['docwright.config.js holds no settings'],
    fix: 'export an object',
  },
  'a package.json that is broken': {
    before: () => project.write('package.json', '{ "name": '),
    words: generated,
    code: 2,
    says: ['/package.json cannot be read'],
    fix: 'repair the file; package.json must be JSON',
  },
  'overlays that are not there': {
    words: ['lint', '--overlays', 'corrections', ...common],
    code: 2,
    says: ['there is no folder', '/corrections'],
    fix: 'name the folder of the overlays with --overlays DIR, or leave it out',
  },
  'an overlay that is no YAML': {
    before: () => project.write('specs/overlays/a.yaml', '- operation: ['),
    words: generated,
    code: 3,
    says: ['overlays/a.yaml:1:', 'fatal  doc-overlay-invalid'],
    fix: '  help  ',
  },
  'a page that is no page': {
    before: () => project.write('specs/openapi/v3/tea.md', fatalPage),
    words: generated,
    code: 3,
    says: ['openapi/v3/tea.md:1:1  fatal  doc-method-anchor-missing', 'Nothing written to sdk'],
    fix: '  help  ',
  },
  'a page that is no text': {
    before: () => project.write('specs/openapi/v3/tea.md', new Uint8Array([0xff, 0xfe, 0])),
    words: generated,
    code: 3,
    says: ['openapi/v3/tea.md:1:1  fatal  doc-unreadable'],
    fix: '  help  ',
  },
  'a page that is a link': {
    before: () => symlinkSync('cups.md', join(project.folder, 'specs/openapi/v3/tea.md')),
    words: generated,
    code: 3,
    says: ['openapi/v3/tea.md:1:1  fatal  doc-unreadable', 'it is a symbolic link'],
    fix: '  help  ',
  },
  'a number of jobs that is none': {
    words: ['generate', '--jobs', '0'],
    code: 2,
    says: ["'0' is invalid"],
    fix: 'Give a whole number from 1.',
  },
  'a code that is none': {
    words: ['explain', 'doc-typo-unknown'],
    code: 2,
    says: ['there is no code'],
    fix: 'did you mean doc-type-unknown?',
  },
  'nothing to explain': { words: ['explain'], code: 2, says: ['explain needs a code'], fix: 'name one, or give --all' },
};

test.each(Object.entries(faults))('%s', async (_, { before, words, code, says, fix }) => {
  await before?.();
  const ending = await runIn(project.folder, ...(typeof words === 'function' ? words() : words));
  const said = ending.output + ending.errors;
  for (const text of [...says, fix]) expect(said).toContain(text);
  expect(ending.code).toBe(code);
  expect(said).not.toContain('    at ');
});

// The administrator may do everything.
test.skipIf(process.getuid?.() === 0)('a folder that may not be written', async () => {
  mkdirSync(join(project.folder, 'locked'), { mode: 0o500 });
  const { code, errors } = await runIn(project.folder, 'generate', '--out', 'locked/sdk', ...common);
  expect([code, errors]).toEqual([2, expect.stringContaining('permission is denied')]);
});

test('a manifest that is lost costs nothing', async () => {
  await runIn(project.folder, ...generated);
  rmSync(join(project.folder, 'sdk/docwright.manifest.json'));
  expect(await runIn(project.folder, 'check', '--out', 'sdk', ...common)).toMatchObject({
    code: 2,
    errors: expect.stringContaining('run `docwright generate`'),
  });
  expect(await runIn(project.folder, ...generated)).toMatchObject({ code: 0 });
});

test('a manifest with the marks of a merge is rebuilt', async () => {
  await runIn(project.folder, ...generated);
  const path = join(project.folder, 'sdk/docwright.manifest.json');
  const manifest = readFileSync(path, 'utf8');
  writeFileSync(path, manifest.replace('"pages": {', '<<<<<<< HEAD\n  "pages": {'));
  expect(await runIn(project.folder, 'check', '--out', 'sdk', ...common)).toMatchObject({
    code: 1,
    output: expect.stringContaining('run `docwright generate`'),
  });
  expect(await runIn(project.folder, ...generated)).toMatchObject({ code: 0 });
  expect(readFileSync(path, 'utf8')).toBe(manifest);
});

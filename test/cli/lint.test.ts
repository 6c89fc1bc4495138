import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { runCommand } from '../../generator/cli/run-command.js';
import type { World } from '../../generator/cli/world.js';
import { examplePage } from '../../generator/diagnostics/example-page.js';
import { fatalPage, makeProject, type Project } from '../support/project.js';

const file = 'openapi/v3/teas.md';
const json = '| json {data-required} | object | the body';
const pageOf = (row: string): string => examplePage({ request: [json, row], samples: '' });
const warned = pageOf('| drink {data-indent=1} | object | the drink');
const mistaken = pageOf('| sort {data-indent=1} | string {data-required} | sort of the tea');

// The first run imports all rooms.
vi.setConfig({ testTimeout: 60_000 });

let project: Project;

beforeEach(() => {
  project = makeProject({ [file]: examplePage() });
});

afterEach(() => project.dispose());

async function lint(...words: readonly string[]): Promise<{ readonly code: number; readonly output: string; readonly errors: string }> {
  let output = '';
  let errors = '';
  const world: World = {
    folder: project.folder,
    environment: {},
    output: { isTerminal: false, width: 100, write: (text) => void (output += text) },
    errors: { isTerminal: false, width: 100, write: (text) => void (errors += text) },
    interrupted: () => Promise.resolve(),
  };
  const code = await runCommand(['lint', '--jobs', '1', '--no-cache', ...words], world);
  return { code, output, errors };
}

describe('lint ends', () => {
  test.each<[title: string, page: string, words: string[], code: number]>([
    ['with 0 on a sound page', examplePage(), [], 0],
    ['with 0 on a warning', warned, [], 0],
    ['with 1 on a warning, where these fail', warned, ['--fail-on', 'warn'], 1],
    ['with 1 on more warnings than allowed', warned, ['--max-warnings', '0'], 1],
    ['with 0 on as many warnings as allowed', warned, ['--max-warnings', '1'], 0],
    ['with 1 on an error', mistaken, [], 1],
    ['with 0 on an error, where nothing fails', mistaken, ['--fail-on', 'none'], 0],
    ['with 0 on an error of another page', mistaken, ['openapi/v3/other.md'], 0],
    ['with 3 on a page that cannot be understood', fatalPage, [], 3],
    ['with 2 on a bound that is no count', warned, ['--max-warnings', 'few'], 2],
    ['with 2 on globs that name nothing', warned, ['openapi/v4/**'], 2],
  ])('%s', async (_title, page, words, code) => {
    project.write(`specs/${file}`, page);
    project.write('specs/openapi/v3/other.md', examplePage({ samples: '' }));
    expect((await lint(...words)).code).toBe(code);
  });
});

test('--fix mends the page, and says so', async () => {
  project.write(`specs/${file}`, mistaken);
  const { code, errors } = await lint('--fix');
  expect(code).toBe(0);
  expect(errors).toContain(`mended ${file}`);
  expect(readFileSync(join(project.settings.specs, file), 'utf8')).toBe(
    pageOf('| sort {data-required data-indent=1} | string | sort of the tea'),
  );
});

test('--suppress-all silences what there is, and entries for what is gone fail until they are pruned', async () => {
  project.write(`specs/${file}`, mistaken);
  expect((await lint('--suppress-all')).code).toBe(0);
  expect((await lint()).errors).toContain('suppressed');
  project.write(`specs/${file}`, examplePage());
  const unused = await lint();
  expect(unused.code).toBe(1);
  expect(unused.errors).toContain('--prune-suppressions');
  expect((await lint('--prune-suppressions')).code).toBe(0);
  expect(existsSync(join(project.settings.specs, '.docwright/suppressions.json'))).toBe(false);
});

test('levels of the settings hold on the pages that they name', async () => {
  const levels = [{ code: 'doc-object-empty', level: 'error', paths: ['openapi/v3/**'], reason: 'the kitchen guesses otherwise' }];
  project.write('package.json', JSON.stringify({ docwright: { lint: { levels } } }));
  project.write(`specs/${file}`, warned);
  expect((await lint()).code).toBe(1);
});

test('the JSON report holds what the text says', async () => {
  project.write(`specs/${file}`, warned);
  const { summary, diagnostics } = JSON.parse((await lint('--format', 'json')).output) as { summary: object; diagnostics: object[] };
  expect(summary).toEqual({ fatal: 0, error: 0, warn: 1, info: 1 });
  expect(diagnostics).toMatchObject([{ code: 'doc-sample-missing' }, { code: 'doc-object-empty', file, severity: 'warn' }]);
});

test('--watch looks at once, and ends when it is interrupted', async () => {
  project.write(`specs/${file}`, warned);
  const { code, output } = await lint('--watch');
  expect(code).toBe(0);
  expect(output).toContain('doc-object-empty');
});

test('--quiet keeps from a terminal what is not wrong, and not from those who read reports', async () => {
  project.write(`specs/${file}`, warned);
  expect(await lint('--quiet')).toEqual({ code: 0, output: '', errors: '' });
  const { output, errors } = await lint('--quiet', '--format', 'text', '--format', 'json', '--format', 'sarif:lint.sarif');
  expect(errors).toBe('');
  expect(JSON.parse(output)).toMatchObject({ summary: { warn: 1 } });
  expect(readFileSync(join(project.folder, 'lint.sarif'), 'utf8')).toContain('doc-object-empty');
});

test('--watch looks again when a page changes', async () => {
  project.write(`specs/${file}`, warned);
  let output = '';
  let stop = (): void => undefined;
  const interrupted = new Promise<void>((resolve) => {
    stop = resolve;
  });
  const write = (text: string): void => {
    output += text;
    if (text.includes('doc-object-empty')) project.write(`specs/${file}`, mistaken);
    if (text.includes('doc-attribute-misplaced')) stop();
  };
  const stream = { isTerminal: false, width: 100, write };
  const world: World = { folder: project.folder, environment: {}, output: stream, errors: stream, interrupted: () => interrupted };
  expect(await runCommand(['lint', '--jobs', '1', '--no-cache', '--watch'], world)).toBe(0);
  expect(output.match(/^looking at the pages$/gm)?.length).toBeGreaterThan(1);
});

test('what is silenced is silent in other commands, too', async () => {
  project.write(`specs/${file}`, warned);
  expect(await said('generate')).toContain('doc-object-empty');
  expect((await lint('--suppress-all')).code).toBe(0);
  expect(await said('generate', '--force')).not.toContain('doc-');
  expect(await said('inspect', file)).not.toContain('doc-');
});

/** What another command says of the pages. */
async function said(...words: readonly string[]): Promise<string> {
  let output = '';
  const stream = { isTerminal: false, width: 100, write: (text: string) => void (output += text) };
  const world: World = { folder: project.folder, environment: {}, output: stream, errors: stream, interrupted: () => Promise.resolve() };
  await runCommand([...words, '--jobs', '1', '--no-cache'], world);
  return output;
}

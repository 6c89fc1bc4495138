import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runCommand } from '../../generator/cli/run-command.js';
import { openProgressBar } from '../../generator/cli/progress-bar.js';
import { usesColour, isUnattended, type World } from '../../generator/cli/world.js';
import { runIn } from '../support/command-line.js';
import { makeProject, type Project } from '../support/project.js';
import { pageText } from '../support/write-page.js';

let project: Project;
beforeAll(() => {
  project = makeProject({
    'openapi/v3/cups.md': pageText({ verb: 'get' }),
    'openapi/v3/tea/leaves.md': pageText({ verb: 'get' }),
    'webhook/v3/REFUND.SUCCESS.md': readFileSync('specs/webhook/v3/REFUND.SUCCESS.md', 'utf8'),
  });
});
afterAll(() => project.dispose());

const commands = async (): Promise<string[]> => {
  const { output } = await runIn(project.folder, '--help');
  return [...output.matchAll(/^ {2}([a-z]+) /gm)].flatMap(([, name = '']) => (name === 'help' ? [] : [name]));
};

describe('help', () => {
  test('of every command has examples that the command itself understands', async () => {
    for (const command of await commands()) {
      const { code, output } = await runIn(project.folder, command, '--help');
      const examples = [...(/Examples:\n([^]*?)\n\n/.exec(output)?.[1] ?? '').matchAll(/docwright ([a-z]+)([^\n)]*)/g)];
      expect([command, code, examples.length > 0]).toEqual([command, 0, true]);
      for (const [, name, words = ''] of examples) {
        expect(name).toBe(command);
        for (const [flag] of words.matchAll(/--[a-z-]+/g)) expect(output).toMatch(new RegExp(`^ {2}(-., )?${flag}\\b`, 'm'));
      }
    }
  });

  test.each([['check'], ['lint'], ['mock']])('of %s names the exit codes', async (command) => {
    expect((await runIn(project.folder, command, '--help')).output).toMatch(/Exit codes:\n {3}0 {2}[^]*\n {3}2 {2}[^]*\n {2}70 {2}/);
  });
});

describe('a mistyped word', () => {
  test.each([
    ['command', ['chekc'], 'did you mean check?'],
    ['command to be explained', ['help', 'chekc'], 'did you mean check?'],
    ['flag', ['check', '--strcit'], 'did you mean --strict?'],
    ['format', ['check', '--format', 'jsno:x.json'], 'give one of text, json'],
    ['level', ['diff', '.', '--fail-on', 'warning'], 'Allowed choices are error, warn, none.'],
    ['rule', ['explain', 'response-encrypton-added'], 'did you mean response-encryption-added?'],
    ['diagnostic', ['explain', 'doc-typ-unknown'], 'did you mean doc-type-unknown?'],
    ['page', ['inspect', 'openapi/v3/cusp'], 'did you mean openapi/v3/cups.md?'],
    ['page without its folder', ['inspect', 'leaves'], 'did you mean openapi/v3/tea/leaves.md?'],
    ['page without its folder, mistyped', ['lint', 'leavse.md'], 'did you mean openapi/v3/tea/leaves.md?'],
    ['page of generate', ['generate', 'openapi/v3/cusp.md'], 'did you mean openapi/v3/cups.md?'],
    ['notification', ['mock', '--webhook', 'http://127.0.0.1:9', 'REFUND.SUCESS'], 'did you mean REFUND.SUCCESS?'],
    ['shell', ['completions', 'bahs'], 'Allowed choices are bash, zsh, fish.'],
  ])('as a %s is recognised', async (_, words, hint) => {
    const { code, errors } = await runIn(project.folder, ...words);
    expect(code).toBe(2);
    expect(errors).toContain(hint);
    expect(errors).toMatch(/^docwright: /);
    expect(errors).toMatch(/^ {2}help {2}/m);
  });
});

const world = (environment: Record<string, string>, isTerminal: boolean): World => {
  const stream = { isTerminal, width: 80, write: () => undefined };
  return { folder: project.folder, environment, output: stream, errors: stream, interrupted: () => Promise.resolve() };
};

test.each<[Record<string, string>, boolean, boolean, boolean]>([
  [{}, true, true, true],
  [{}, false, true, false],
  [{ NO_COLOR: '1' }, true, true, false],
  [{ NO_COLOR: '' }, true, true, true],
  [{ FORCE_COLOR: '1' }, false, true, true],
  [{ FORCE_COLOR: '0' }, true, true, false],
  [{ FORCE_COLOR: '1', NO_COLOR: '1' }, false, true, false],
  [{ FORCE_COLOR: '1' }, true, false, false],
  [{ TERM: 'dumb' }, true, true, false],
])('with %j, a terminal: %s and no --no-color: %s, there are colours: %s', (environment, isTerminal, flag, expected) => {
  const there = world(environment, isTerminal);
  expect(usesColour(there.output, there, flag)).toBe(expected);
});

test.each<[Record<string, string>, boolean, boolean]>([
  [{}, true, false],
  [{}, false, true],
  [{ CI: 'true' }, true, true],
  [{ TERM: 'dumb' }, true, true],
])('with %j and a terminal: %s, nobody looks at a bar: %s', (environment, isTerminal, expected) => {
  expect(isUnattended(world(environment, isTerminal))).toBe(expected);
});

test('progress stays in one line and leaves nothing behind', () => {
  let screen = '';
  let now = 0;
  const bar = openProgressBar({ isTerminal: true, width: 80, write: (text) => void (screen += text) }, () => now);
  bar.begin('reading pages', 10);
  for (let step = 0; step < 10; step += 1) {
    now += 500;
    bar.advance(1);
  }
  bar.end();
  expect(screen).toContain('10/10');
  expect(screen).not.toContain('\n');
  expect(screen.endsWith('\r\u001B[K')).toBe(true);
});

test('a report has colours where they are forced', async () => {
  let output = '';
  const there = {
    ...world({ FORCE_COLOR: '1' }, false),
    output: { isTerminal: false, width: 80, write: (text: string) => void (output += text) },
  };
  await runCommand(['lint', '--jobs', '1', '--no-cache'], there);
  expect(output).toContain('\u001B[');
});

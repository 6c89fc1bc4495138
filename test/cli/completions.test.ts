import { spawnSync } from 'node:child_process';
import { mkdtempSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runIn } from '../support/command-line.js';

let folder: string;
const scripts: Record<string, string> = {};

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'docwright-completions-'));
  mkdirSync(join(folder, 'my specs'));
  writeFileSync(join(folder, 'notes.md'), '');
  for (const shell of ['bash', 'zsh', 'fish']) {
    const { code, output } = await runIn(folder, 'completions', shell);
    expect(code).toBe(0);
    scripts[shell] = join(folder, `docwright.${shell}`);
    writeFileSync(scripts[shell], output);
  }
});
afterAll(() => rmSync(folder, { recursive: true }));

const hasShell = (name: string): boolean => spawnSync(name, ['--version']).status === 0;

function shell(name: string, ...words: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync(name, words, { cwd: folder, encoding: 'utf8' });
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  return stdout;
}

const cases: readonly (readonly [string, readonly string[]])[] = [
  ['docwright che', ['check']],
  ['docwright check --str', ['--strict']],
  ['docwright check --format sa', ['sarif']],
  ['docwright diff --fail-on ', ['error', 'warn', 'none']],
  ['docwright completions z', ['zsh']],
  ['docwright explain doc-type-unk', ['doc-type-unknown']],
  ['docwright explain response-encryption-ad', ['response-encryption-added']],
  ['docwright generate --specs my', ['my specs']],
  ['docwright lint no', ['notes.md']],
];

describe('bash', () => {
  test.each([
    ...cases,
    ['docwright check --format=sa', ['sarif']] as const,
    ['docwright check --format json:no', ['notes.md']] as const,
    ['docwright check --jobs ', []] as const,
  ])('completes "%s"', (line, expected) => {
    // As bash splits a line: words at blanks, and = and : for themselves.
    const words = line.split(/ |(?<=[=:])|(?=[=:])/);
    const program = `source "$1"; shift; COMP_WORDS=("$@"); COMP_CWORD=$((\${#COMP_WORDS[@]}-1)); _docwright; printf '%s\\n' "\${COMPREPLY[@]}"`;
    const output = shell('bash', '--norc', '-c', program, 'bash', scripts['bash'] ?? '', ...words);
    expect(output.split('\n').filter((word) => word !== '')).toEqual(expected);
  });

  test('knows the function for the command', () => {
    expect(shell('bash', '--norc', '-c', `source "$1"; complete -p docwright`, 'bash', scripts['bash'] ?? '')).toContain(
      '-F _docwright docwright',
    );
  });
});

describe.runIf(hasShell('fish'))('fish', () => {
  test.each(cases)('completes "%s"', (line, expected) => {
    const output = shell('fish', '--no-config', '-c', 'source $argv[1]; complete -C $argv[2]', scripts['fish'] ?? '', line);
    const offered = output
      .split('\n')
      .flatMap((entry) => (entry === '' ? [] : [(entry.split('\t')[0] ?? '').replaceAll('\\ ', ' ').replace(/\/$/, '')]));
    expect(offered.toSorted()).toEqual(expected.toSorted());
  });
});

describe.runIf(hasShell('zsh'))('zsh', () => {
  test('reads the script', () => {
    shell('zsh', '-f', '-n', scripts['zsh'] ?? '');
  });

  test('offers commands, and for each the flags of its help', async () => {
    // The functions of the completion system print what they are asked to offer.
    const program = `compdef() { :; }; _describe() { print -rl -- "\${(@)commands}"; }; _arguments() { print -rl -- "$@"; }
      source "$1"; shift; words=("$@"); CURRENT=$#words; _docwright`;
    const ask = (...words: readonly string[]): string => shell('zsh', '-f', '-c', program, 'zsh', scripts['zsh'] ?? '', ...words);
    expect(ask('docwright', '')).toMatch(/^check:say whether/m);
    const { output } = await runIn(folder, 'check', '--help');
    const flags = [...output.matchAll(/^ {2}(?:-., )?(--[a-z-]+)/gm)].map(([, flag]) => flag);
    const offered = ask('docwright', 'check', '')
      .split('\n')
      .flatMap((spec) => /^\*?(--[a-z-]+)/.exec(spec)?.[1] ?? []);
    expect(offered).toEqual(flags);
    expect(ask('docwright', 'check', '')).toContain('(text json markdown github sarif junit html)');
  });
});

test.each(['bash', 'zsh', 'fish'])('every command and every flag of the help is in the script for %s', async (name) => {
  const script = readFileSync(scripts[name] ?? '', 'utf8');
  const { output } = await runIn(folder, '--help');
  const commands = [...output.matchAll(/^ {2}([a-z]+) /gm)].flatMap(([, command = '']) => (command === 'help' ? [] : [command]));
  const helps = await Promise.all(commands.map((command) => runIn(folder, command, '--help')));
  const flags = helps.flatMap((help) => [...help.output.matchAll(/^ {2}(?:-., )?--([a-z-]+)/gm)].map(([, flag = '']) => flag));
  expect(flags.length).toBeGreaterThan(commands.length);
  expect([...commands, ...flags].filter((word) => !script.includes(word))).toEqual([]);
});

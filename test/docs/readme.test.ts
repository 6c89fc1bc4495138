import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { runCommand } from '../../generator/cli/run-command.js';
import { exitCode } from '../../generator/cli/exit-code.js';

const root = fileURLToPath(new URL('../../', import.meta.url));
const readme = readFileSync(`${root}README.md`, 'utf8');
const excerpts = [...readme.matchAll(/<!-- from (\S+) -->/g)].map(([, file = '']) => file);

test('it quotes a page and what becomes of it', () => {
  expect(excerpts.map((file) => file.split('/')[0])).toEqual(['specs', 'generated', 'generated']);
});

test('it lists the commands that there are', async () => {
  let help = '';
  const stream = { isTerminal: false, width: 100, write: (text: string) => void (help += text) };
  await runCommand(['--help'], { folder: root, environment: {}, output: stream, errors: stream, interrupted: () => Promise.resolve() });
  const commands = [...help.matchAll(/^ {2}([a-z]+) /gm)].map(([, name]) => name).filter((name) => name !== 'help');
  expect(tableBelow('command').map((cell) => /docwright ([a-z]+)/.exec(cell)?.[1])).toEqual(commands);
});

test('it lists the exit codes that there are', () => {
  expect(tableBelow('exit code').map(Number)).toEqual(Object.values(exitCode));
});

test('it gives a reason for every runtime dependency', () => {
  // The manifest of this project.
  const { dependencies } = JSON.parse(readFileSync(`${root}package.json`, 'utf8')) as { readonly dependencies: Record<string, string> };
  const named = tableBelow('runtime dependency').flatMap((cell) => [...cell.matchAll(/`([^`]+)`/g)].map(([, name]) => name));
  expect(named.toSorted()).toEqual(Object.keys(dependencies).toSorted());
  expect(tableBelow('runtime dependency', 1)).not.toContain('');
});

/** First cells, or others, of the rows of the table with this header. */
function tableBelow(header: string, cell = 0): string[] {
  const [, rows = ''] = readme.split(`| ${header} | `)[1]?.split(/\| --- \| --- \|\n/) ?? [];
  return (
    rows
      .split('\n\n')[0]
      ?.split('\n')
      .map((row) => row.replace(/^\| | \|$/g, '').split(' | ')[cell] ?? '') ?? []
  );
}

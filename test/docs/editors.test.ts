import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { runCommand } from '../../generator/cli/run-command.js';
import type { World } from '../../generator/cli/world.js';
import { examplePage } from '../../generator/diagnostics/example-page.js';
import { makeProject } from '../support/project.js';

interface Pattern {
  readonly regexp: string;
  readonly [group: string]: number | string;
}

interface Tasks {
  readonly tasks: readonly {
    readonly command: string;
    readonly problemMatcher: {
      readonly pattern: readonly Pattern[];
      readonly background: { readonly beginsPattern: string; readonly endsPattern: string };
    };
  }[];
}

const root = new URL('../../', import.meta.url);
const text = readFileSync(new URL('docs/editors.md', root), 'utf8');
const tasks = JSON.parse(/<!-- tasks\.json -->\n\n```json\n([^]*?)```/.exec(text)?.[1] ?? '') as Tasks; // read as what it is
const task = tasks.tasks[0];
const file = 'openapi/v3/teas.md';

/** The problems that an editor finds in an output, one line after the other. */
function problemsIn(output: string): Record<string, string>[] {
  const patterns = task?.problemMatcher.pattern ?? [];
  const lines = output.split('\n');
  return lines.flatMap((_, start) => {
    const problem: Record<string, string> = {};
    const fits = patterns.every(({ regexp, ...groups }, index) => {
      const match = new RegExp(regexp).exec(lines[start + index] ?? '');
      for (const [name, group] of Object.entries(groups)) problem[name] = match?.[Number(group)] ?? '';
      return match !== null;
    });
    return fits ? [problem] : [];
  });
}

test('the problem matcher finds what lint says while it watches', async () => {
  const page = examplePage({
    request: [
      '| json {data-required} | object | the body',
      '| sort {data-indent=1} | string {data-required} | 茶的种类',
      '| drink {data-indent=1} | object | the drink',
    ],
    samples: '',
  });
  const project = makeProject({ [file]: page });
  let output = '';
  const stream = { isTerminal: false, width: 100, write: (written: string) => void (output += written) };
  const world: World = { folder: project.folder, environment: {}, output: stream, errors: stream, interrupted: () => Promise.resolve() };
  const [program = '', name = '', ...words] = (task?.command ?? '').split(' ');
  expect([program, name]).toEqual(['npx', 'docwright']);
  await runCommand([...words, '--jobs', '1'], world);
  project.dispose();
  expect(problemsIn(output)).toEqual([
    { file, line: '6', column: '1', severity: 'info', code: 'doc-sample-missing', message: 'operation has no sample' },
    {
      file,
      line: '13',
      column: '34',
      severity: 'error',
      code: 'doc-attribute-misplaced',
      message: '`data-required` belongs to the name cell',
    },
    { file, line: '14', column: '3', severity: 'warn', code: 'doc-object-empty', message: 'no row says what is inside of `drink`' },
  ]);
  const { beginsPattern, endsPattern } = task?.problemMatcher.background ?? { beginsPattern: '', endsPattern: '' };
  const lines = output.split('\n');
  const begin = lines.findIndex((line) => new RegExp(beginsPattern).test(line));
  expect(begin).toBe(0);
  expect(lines.findIndex((line) => new RegExp(endsPattern).test(line))).toBeGreaterThan(begin);
});

test('every schema that it names is published', () => {
  const manifest = JSON.parse(readFileSync(new URL('package.json', root), 'utf8')) as {
    readonly exports: Readonly<Record<string, unknown>>;
  }; // read as what it is
  const names = [...text.matchAll(/`(?:docwright\/schemas\/)?(\w+\.json)`/g)]
    .map(([, schema]) => `./schemas/${schema ?? ''}`)
    .filter((path) => path !== './schemas/tasks.json');
  expect(names).toHaveLength(6);
  for (const path of names) expect(Object.keys(manifest.exports)).toContain(path);
  for (const [, path = ''] of text.matchAll(/node_modules\/docwright\/(\S+\.schema\.json)/g))
    expect(() => readFileSync(new URL(path, root))).not.toThrow();
});

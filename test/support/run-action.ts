import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { parse } from 'yaml';

/** Where an action runs, in the words of its expressions: `inputs.base`, `github.event_name`. */
export type Context = Readonly<Record<string, string>>;

export interface ActionRun {
  /** Exit code of the step that failed, or 0. */
  readonly code: number;
  readonly failedStep?: string;
  readonly log: string;
  readonly outputs: Readonly<Record<string, string>>;
  /** What the step summary says. */
  readonly summary: string;
  /** Of each call of `gh`: its arguments and the bodies it was given, one per line. */
  readonly calls: readonly string[];
}

interface Step {
  readonly name: string;
  readonly id?: string;
  readonly if?: string;
  readonly run: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly 'working-directory'?: string;
}

interface Action {
  readonly inputs: Readonly<Record<string, { readonly default: string }>>;
  readonly outputs: Readonly<Record<string, { readonly value: string }>>;
  readonly runs: { readonly steps: readonly Step[] };
}

/** Writes down what it is called with; it answers a question for comments with `FOUND_COMMENT`. */
const standInForGh = `#!/usr/bin/env bash
echo "gh $*" >> "$GH_LOG"
for word in "$@"; do case "$word" in body=@*) cat "\${word#body=@}" >> "$GH_LOG";; esac; done
case "$*" in *--jq*) echo "$FOUND_COMMENT";; esac
`;

/**
 * Runs the steps of the composite action as GitHub does: one `bash -e -o pipefail` each, with files for outputs and summary, and
 * nothing of this process in its environment but what programs need.
 *
 * @param repository the folder that is checked out
 * @param action the folder that the action was fetched to
 */
export function runAction(repository: string, action: string, given: Context, foundComment = ''): ActionRun {
  // The file is written for GitHub, which fixes its members.
  const { inputs, outputs, runs } = parse(readFileSync('action.yml', 'utf8')) as Action;
  const folder = mkdtempSync(join(tmpdir(), 'docwright-runner-'));
  const write = (path: string, text: string, mode = 0o644): string => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text, { mode });
    return join(folder, path);
  };
  try {
    write('bin/gh', standInForGh, 0o755);
    const [output, summary, calls] = ['output', 'summary', 'calls'].map((name) => write(name, '')) as [string, string, string]; // of three names
    const defaults = Object.entries(inputs).map(([name, input]) => [`inputs.${name}`, input.default]);
    const context = new Map<string, string>([...defaults, ...Object.entries(given), ['github.action_path', action]] as [string, string][]);
    let log = '';
    let failed: { readonly step: string; readonly code: number } | undefined;
    for (const step of runs.steps) {
      if (step.if !== undefined && !holds(step.if, context)) continue;
      const script = write(`scripts/${step.name}.sh`, step.run);
      writeFileSync(output, '');
      const run = spawnSync('bash', ['--noprofile', '--norc', '-e', '-o', 'pipefail', script], {
        cwd: step['working-directory'] === undefined ? repository : fill(step['working-directory'], context),
        encoding: 'utf8',
        env: {
          PATH: [join(folder, 'bin'), dirname(process.execPath), process.env['PATH']].join(delimiter),
          HOME: folder,
          GITHUB_OUTPUT: output,
          GITHUB_STEP_SUMMARY: summary,
          GITHUB_ACTIONS: 'true',
          RUNNER_TEMP: folder,
          GH_LOG: calls,
          FOUND_COMMENT: foundComment,
          ...Object.fromEntries(Object.entries(step.env ?? {}).map(([name, value]) => [name, fill(value, context)])),
        },
      });
      log += run.stdout + run.stderr;
      for (const line of readFileSync(output, 'utf8').split('\n')) {
        const [, name, value = ''] = /^([\w-]+)=(.*)$/.exec(line) ?? [];
        if (name !== undefined) context.set(`steps.${step.id ?? ''}.outputs.${name}`, value);
      }
      if (run.status !== 0) {
        failed = { step: step.name, code: run.status ?? -1 };
        break;
      }
    }
    return {
      code: failed?.code ?? 0,
      ...(failed && { failedStep: failed.step }),
      log,
      outputs: Object.fromEntries(Object.entries(outputs).map(([name, { value }]) => [name, fill(value, context)])),
      summary: readFileSync(summary, 'utf8'),
      calls: readFileSync(calls, 'utf8')
        .split('\n')
        .filter((line) => line !== ''),
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Puts values in the place of `${{ … }}`; what is not there is empty, as on GitHub. */
function fill(text: string, context: ReadonlyMap<string, string>): string {
  return text.replaceAll(/\$\{\{ ([\w.-]+) \}\}/g, (_, name: string) => context.get(name) ?? '');
}

/** A condition of comparisons joined by `&&`. */
function holds(condition: string, context: ReadonlyMap<string, string>): boolean {
  return condition.split(' && ').every((comparison) => {
    const [, name = '', value] = /^([\w.-]+) == '([^']*)'$/.exec(comparison) ?? [];
    return context.get(name) === value;
  });
}

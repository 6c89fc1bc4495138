import type { Finding, Level } from '../drift/finding.js';
import type { RuleId } from '../drift/registry.js';
import { makeBench } from './bench-folder.js';
import { compileTests, type CompileError } from './compile-tests.js';
import type { OldTests } from './old-tests.js';
import { runTests, type TestFailure } from './run-tests.js';
import { surfaceFinding, type SurfaceRule } from './surface-finding.js';

/** A client as it would be generated now. */
export interface Client {
  /** Folder of the SDK, for the packages installed there. */
  readonly out: string;
  /** Text by path of all its files. */
  readonly files: ReadonlyMap<string, string>;
  readonly levels?: ReadonlyMap<RuleId, Level>;
}

/**
 * Yesterday's tests against today's client (drift-rules.md §13): what no longer compiles or passes, one finding per rule and
 * operation. Tests that do not compile are not run.
 *
 * @throws SettingsError if the packages of the SDK are not installed
 */
export async function findBrokenTests(old: OldTests, { out, files, levels }: Client): Promise<Finding[]> {
  const ownFiles = [...files].filter(([path]) => !path.startsWith('test/'));
  const bench = makeBench(out, new Map([...ownFiles, ...old.files]));
  try {
    const errors = await compileTests(bench.folder);
    const broken = new Set(errors.map(({ path }) => path));
    const sound = [...old.files.keys()].filter((path) => path.endsWith('.test.ts') && !broken.has(path));
    const failures = sound.length === 0 ? [] : await runTests(bench, sound);
    return report(
      [...errors.map((error) => describeError(error, old)), ...failures.map((failure) => describeFailure(failure, old))],
      levels,
    );
  } finally {
    bench.remove();
  }
}

interface Trouble {
  readonly ruleId: SurfaceRule;
  readonly operation: string;
  readonly message: string;
}

function describeError({ path, line, statement, message, export: exported }: CompileError, old: OldTests): Trouble {
  const operations = old.operationsOf(path);
  // A page with several operations has one statement for each, which names verb and path.
  const named = operations.find((id) => id.split(' ').every((word) => statement.includes(`'${word}'`)));
  return {
    ruleId: exported === undefined ? 'surface-signature-changed' : `surface-export-${exported}`,
    operation: named ?? operations[0] ?? '',
    message: `\`${path}\` no longer compiles, line ${line}: ${message}`,
  };
}

function describeFailure({ path, operation, title, message }: TestFailure, old: OldTests): Trouble {
  const [why = ''] = message.split('\n');
  return {
    ruleId: 'surface-test-broken',
    operation: operation ?? old.operationsOf(path)[0] ?? '',
    message: `\`${path}\` no longer passes, "${title}": ${why}`,
  };
}

function report(troubles: readonly Trouble[], levels: Client['levels']): Finding[] {
  const groups = new Map<string, Trouble[]>();
  for (const trouble of troubles) {
    const key = JSON.stringify([trouble.ruleId, trouble.operation]);
    groups.set(key, [...(groups.get(key) ?? []), trouble]);
  }
  return [...groups.values()].flatMap(([first, ...others]) => {
    if (first === undefined) return [];
    const { ruleId, operation, message } = first;
    const more = others.length === 0 ? '' : ` (and ${others.length} more)`;
    return [surfaceFinding(ruleId, { operation, message: `${message}${more}` }, levels)];
  });
}

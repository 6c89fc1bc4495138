import { relative } from 'node:path';
import type { CheckResult } from '../run/check.js';
import { addCommonFlags, helpEnding, settingsFor, type CommonFlags } from './common-flags.js';
import { exitCode, type ExitCode } from './exit-code.js';
import { withProgressBar } from './progress-bar.js';
import type { AddCommand } from './run-command.js';
import { count, describeSeconds } from './summary.js';
import type { World } from './world.js';

interface CheckFlags extends CommonFlags {
  readonly strict?: boolean;
  readonly diff?: boolean;
}

export const addCheck: AddCommand = (program, world, end) => {
  const command = program
    .command('check')
    .description('say whether the SDK is up to date; reads only')
    .option('--strict', 'let wording alone fail as well')
    .option('--diff', 'show what would change in each file');
  addCommonFlags(command)
    .addHelpText(
      'after',
      helpEnding(
        ['docwright check', 'docwright check --strict --diff'],
        [
          [0, 'the SDK is what the pages say, or is stale in words only'],
          [1, 'files are stale, missing, extra or edited by hand'],
          [3, 'a page cannot be understood'],
        ],
      ),
    )
    .action(async (flags: CheckFlags) => end(await runCheck(flags, world)));
};

async function runCheck(flags: CheckFlags, world: World): Promise<ExitCode> {
  const { check } = await import('../run/check.js');
  const settings = await settingsFor(flags, world);
  const start = performance.now();
  const options = { strict: flags.strict === true, diff: flags.diff === true };
  const result = await withProgressBar(world, flags.quiet === true, (progress) => check(settings, { ...options, progress }));
  await printFiles(result, world);
  if (flags.quiet !== true || result.outcome !== 'fresh') {
    const out = relative(world.folder, settings.out) || '.';
    world.output.write(`${out}: ${summaryOf(result)} in ${describeSeconds(performance.now() - start)}\n`);
  }
  return endings[result.outcome];
}

const endings: Readonly<Record<CheckResult['outcome'], ExitCode>> = {
  fresh: exitCode.fine,
  wording: exitCode.fine,
  stale: exitCode.findings,
  fatal: exitCode.unreadable,
};

async function printFiles({ files, differences, interrupted }: CheckResult, world: World): Promise<void> {
  if (interrupted) {
    world.output.write('a run was interrupted while it put its files in place; run `docwright generate` to complete it\n');
  }
  for (const [word, paths] of Object.entries(files)) {
    for (const path of paths) {
      world.output.write(`${word.padEnd(7)}  ${path}\n`);
    }
  }
  if (differences.length > 0) {
    const { createTwoFilesPatch } = await import('diff');
    for (const { path, found, wanted } of differences) {
      world.output.write(createTwoFilesPatch(path, path, found, wanted, 'on disk', 'as generated'));
    }
  }
}

function summaryOf({ outcome, files, verdict, generatorChanged }: CheckResult): string {
  if (outcome === 'fresh') {
    return 'up to date';
  }
  const counts = Object.entries(files).filter(([, paths]) => paths.length > 0);
  const why = generatorChanged ? '; docwright has changed' : '';
  const next = verdict.semver === 'none' ? '' : `; the next release is ${verdict.semver}`;
  return `${counts.map(([word, paths]) => `${count(paths.length, 'file')} ${word}`).join(', ')}${why}${next}`;
}

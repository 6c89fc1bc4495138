import { relative } from 'node:path';
import { manifestName } from '../output/manifest.js';
import type { CheckResult } from '../run/check.js';
import { addCommonFlags, helpEnding, settingsFor, type CommonFlags } from './common-flags.js';
import { exitCode, type ExitCode } from './exit-code.js';
import { withProgressBar } from './progress-bar.js';
import { addFormatFlag, reportTargets, viewOf, type ReportFlags } from './report-flags.js';
import type { AddCommand } from './add-command.js';
import { count, describeSeconds } from './summary.js';
import type { TextStream, World } from './world.js';

interface CheckFlags extends CommonFlags, ReportFlags {
  readonly strict?: boolean;
  readonly diff?: boolean;
  readonly compat?: string;
}

export const addCheck: AddCommand = (program, world, end) => {
  const command = program
    .command('check')
    .description('say whether the SDK is up to date; reads only')
    .option('--strict', 'let wording alone fail as well')
    .option('--diff', 'show what would change in each file')
    .option(
      '--compat <rev>',
      'say what changed since a git revision, and compile and run the tests generated there against the SDK as it would be now',
    );
  addFormatFlag(addCommonFlags(command))
    .addHelpText(
      'after',
      helpEnding(
        [
          'docwright check',
          'docwright check --strict --diff',
          'docwright check --compat v1.2',
          'docwright check --format text --format sarif:drift.sarif',
        ],
        [
          [0, 'the SDK is what the pages say, or is stale in words only'],
          [1, 'files are stale, missing, extra or edited by hand, or old tests are broken'],
          [3, 'a page cannot be understood'],
        ],
      ),
    )
    .action(async (flags: CheckFlags) => end(await runCheck(flags, world)));
};

async function runCheck(flags: CheckFlags, world: World): Promise<ExitCode> {
  const { check } = await import('../run/check.js');
  const targets = reportTargets(flags);
  const settings = await settingsFor(flags, world);
  const start = performance.now();
  const options = {
    strict: flags.strict === true,
    diff: flags.diff === true,
    ...(flags.compat !== undefined && { compat: flags.compat }),
  };
  const checked = await withProgressBar(world, flags.quiet === true, (progress) => check(settings, { ...options, progress }));
  const { withoutSilenced } = await import('../run/without-silenced.js');
  const result = { ...checked, diagnostics: await withoutSilenced(checked.diagnostics, settings, checked.source) };
  const { writeReports } = await import('../run/write-reports.js');
  const view = viewOf(world, flags, {
    specs: settings.specs,
    source: (file, revision) => (revision === 'head' ? result.source(file) : undefined),
  });
  await writeReports({ command: 'check', ...result }, targets, view, { ...world, write: world.output.write });
  // What is no part of a report must not spoil one that a program reads.
  const notes = targets.some(({ format, file }) => format === 'text' && file === undefined) ? world.output : world.errors;
  await printNotes(result, notes);
  if (flags.quiet !== true || result.outcome !== 'fresh') {
    const out = relative(world.folder, settings.out) || '.';
    notes.write(`${out}: ${summaryOf(result)} in ${describeSeconds(performance.now() - start)}\n`);
  }
  if (result.files.stale.length + result.files.missing.length > 0) {
    notes.write('  help  run `docwright generate`, and commit what it writes\n');
  }
  return endings[result.outcome];
}

const endings: Readonly<Record<CheckResult['outcome'], ExitCode>> = {
  fresh: exitCode.fine,
  wording: exitCode.fine,
  stale: exitCode.findings,
  fatal: exitCode.unreadable,
};

async function printNotes({ differences, interrupted, damage }: CheckResult, notes: TextStream): Promise<void> {
  if (damage?.conflictLine !== undefined) {
    notes.write(`${manifestName}:${String(damage.conflictLine)} holds marks of a merge conflict\n`);
    notes.write('  help  resolve the pages, then run `docwright generate`: it rebuilds the manifest, and files that nobody edited\n');
  }
  if (interrupted) {
    notes.write('a run was interrupted while it put its files in place; run `docwright generate` to complete it\n');
  }
  if (differences.length > 0) {
    const { createTwoFilesPatch } = await import('diff');
    for (const { path, found, wanted } of differences) {
      notes.write(createTwoFilesPatch(path, path, found, wanted, 'on disk', 'as generated'));
    }
  }
}

function summaryOf({ files, verdict, accepted, generatorChanged, damage }: CheckResult): string {
  const counts = Object.entries(files).filter(([, paths]) => paths.length > 0);
  const state = counts.length === 0 ? 'up to date' : counts.map(([word, paths]) => `${count(paths.length, 'file')} ${word}`).join(', ');
  const isWording = files.stale.length > 0 && verdict.docsOnly && !accepted.some((entry) => entry.state === 'used');
  const why =
    damage !== undefined
      ? '; the manifest cannot be read'
      : generatorChanged
        ? '; docwright has changed'
        : isWording
          ? '; only words changed'
          : '';
  const next = verdict.semver === 'none' ? '' : `; the next release is ${verdict.semver}`;
  return `${state}${why}${next}`;
}

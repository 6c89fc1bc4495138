import type { LintOptions, LintResult } from '../run/lint.js';
import type { Settings } from '../run/settings.js';
import { SettingsError } from '../run/settings-error.js';
import { addCommonFlags, helpEnding, settingsFor, type CommonFlags } from './common-flags.js';
import { exitCode, type ExitCode } from './exit-code.js';
import { withProgressBar } from './progress-bar.js';
import { addFailOnFlag, addFormatFlag, reportTargets, unlessQuiet, viewOf, type FailOn, type ReportFlags } from './report-flags.js';
import type { AddCommand } from './add-command.js';
import { count, describeSeconds } from './summary.js';
import type { World } from './world.js';

interface LintFlags extends CommonFlags, ReportFlags {
  readonly fix?: boolean;
  readonly failOn: FailOn;
  readonly maxWarnings?: string;
  readonly suppressAll?: boolean;
  readonly pruneSuppressions?: boolean;
  readonly watch?: boolean;
}

export const addLint: AddCommand = (program, world, end) => {
  const command = program
    .command('lint')
    .description('say what is wrong in the pages')
    .argument('[globs...]', 'pages to look at, such as "openapi/v3/pay/**" (default: all)')
    .option('--fix', 'mend in the pages what is certain')
    .option('--max-warnings <n>', 'end with 1 if there are more warnings')
    .option('--suppress-all', 'write all that is found into .docwright/suppressions.json of the specs folder')
    .option('--prune-suppressions', 'take out of that file what is not found any more')
    .option('--watch', 'look again whenever a page changes');
  addFormatFlag(addFailOnFlag(addCommonFlags(command)))
    .addHelpText(
      'after',
      helpEnding(
        [
          'docwright lint',
          'docwright lint "openapi/v3/pay/**" --fix',
          'docwright lint --fail-on warn --format github --format sarif:lint.sarif',
        ],
        [
          [0, 'nothing at or above the level of --fail-on'],
          [1, 'faults, more warnings than allowed, or suppressions of what is not there any more'],
          [3, 'a page cannot be understood'],
        ],
      ),
    )
    .action(async (globs: string[], flags: LintFlags) => end(await runLint(globs, flags, world)));
};

async function runLint(globs: readonly string[], flags: LintFlags, world: World): Promise<ExitCode> {
  const settings = await settingsFor(flags, world);
  const options: LintOptions = {
    globs,
    folder: world.folder,
    fix: flags.fix === true,
    ...(flags.suppressAll === true ? { suppressions: 'all' } : flags.pruneSuppressions === true ? { suppressions: 'prune' } : {}),
  };
  const bounds = { failOn: flags.failOn, maxWarnings: parseBound(flags.maxWarnings) };
  const look = (): Promise<ExitCode> => lintOnce(settings, options, { flags, bounds, world });
  if (flags.watch !== true) return look();
  const { watchPages } = await import('../run/watch-pages.js');
  const { describeFailure } = await import('./describe-failure.js');
  await watchPages(settings, {
    end: world.interrupted(),
    async onChange() {
      // Editors wait for this line; it is in no report that a program reads.
      world.errors.write('looking at the pages\n');
      await look();
    },
    onFailure: (error) => world.errors.write(describeFailure(error).text),
  });
  return exitCode.fine;
}

interface Bounds {
  readonly failOn: FailOn;
  readonly maxWarnings: number;
}

interface LintView {
  readonly flags: LintFlags;
  readonly bounds: Bounds;
  readonly world: World;
}

async function lintOnce(settings: Settings, options: LintOptions, { flags, bounds, world }: LintView): Promise<ExitCode> {
  const { lint } = await import('../run/lint.js');
  const { writeReports } = await import('../run/write-reports.js');
  const targets = reportTargets(flags);
  const start = performance.now();
  const result = await withProgressBar(world, flags.quiet === true, (progress) => lint(settings, { ...options, progress }));
  const view = viewOf(world, flags, { specs: settings.specs, source: (file) => result.source(file) });
  const code = endingOf(result, bounds);
  const heard = unlessQuiet(targets, flags.quiet === true && code === exitCode.fine);
  await writeReports({ command: 'lint', diagnostics: result.diagnostics }, heard, view, {
    ...world,
    write: (text) => world.output.write(text),
  });
  printNotes(result, flags, world);
  if (flags.quiet !== true)
    world.errors.write(`looked at ${count(result.pages, 'page')} in ${describeSeconds(performance.now() - start)}\n`);
  return code;
}

function printNotes({ fixed, suppressed, unused }: LintResult, { quiet }: LintFlags, world: World): void {
  if (quiet !== true) {
    for (const file of fixed) world.errors.write(`mended ${file}\n`);
    if (suppressed > 0) world.errors.write(`${count(suppressed, 'diagnostic')} suppressed\n`);
  }
  for (const [file, codes] of unused) {
    for (const [code, listed] of codes) {
      world.errors.write(`${file}: ${code} is suppressed ${count(listed, 'time')}, but found less often; run with --prune-suppressions\n`);
    }
  }
}

function endingOf({ diagnostics, unused }: LintResult, { failOn, maxWarnings }: Bounds): ExitCode {
  const counted = (level: string): number => diagnostics.filter(({ severity }) => severity === level).length;
  if (counted('fatal') > 0) return exitCode.unreadable;
  const failing = failOn === 'none' ? 0 : counted('error') + (failOn === 'warn' ? counted('warn') : 0);
  return failing > 0 || counted('warn') > maxWarnings || unused.size > 0 ? exitCode.findings : exitCode.fine;
}

function parseBound(text: string | undefined): number {
  if (text === undefined) return Number.POSITIVE_INFINITY;
  if (/^\d{1,9}$/.test(text)) return Number(text);
  throw new SettingsError(`--max-warnings ${text} is no count`, 'give a whole number from 0');
}

import { relative } from 'node:path';
import type { GenerateOptions, GenerateResult } from '../run/generate.js';
import type { Settings } from '../run/settings.js';
import { addCommonFlags, helpEnding, settingsFor, type CommonFlags } from './common-flags.js';
import { exitCode, type ExitCode } from './exit-code.js';
import { withProgressBar } from './progress-bar.js';
import type { AddCommand } from './add-command.js';
import { count, describeApi, describeSeconds } from './summary.js';
import { usesColour, type World } from './world.js';

interface GenerateFlags extends CommonFlags {
  readonly dryRun?: boolean;
  readonly watch?: boolean;
  readonly keepGoing?: boolean;
  readonly force?: boolean;
}

export const addGenerate: AddCommand = (program, world, end) => {
  const command = program
    .command('generate')
    .description('write the SDK')
    .argument('[globs...]', 'pages to read anew, such as "openapi/v3/pay/**"; the files of other pages stay')
    .option('--dry-run', 'say what would be written, write nothing')
    .option('--watch', 'write again whenever a page changes')
    .option('--keep-going', 'write the sound pages although others cannot be understood')
    .option('--force', 'replace files that were edited by hand');
  addCommonFlags(command)
    .addHelpText(
      'after',
      helpEnding(
        ['docwright generate', 'docwright generate --specs pages --out sdk', 'docwright generate "openapi/v3/pay/**" --dry-run'],
        [
          [0, 'the SDK is as the pages say'],
          [1, 'nothing was written: files edited by hand, or not by docwright, are in the way'],
          [3, 'a page cannot be understood; nothing was written, or, with --keep-going, the others'],
        ],
      ),
    )
    .action(async (globs: string[], flags: GenerateFlags) => end(await runGenerate(globs, flags, world)));
};

/** What `docwright generate` does. @param globs none name all pages */
export async function runGenerate(globs: readonly string[], flags: GenerateFlags, world: World): Promise<ExitCode> {
  const settings = await settingsFor(flags, world);
  const options = {
    globs,
    folder: world.folder,
    force: flags.force === true,
    dryRun: flags.dryRun === true,
    keepGoing: flags.keepGoing === true,
  };
  const out = relative(world.folder, settings.out) || '.';
  if (flags.watch === true) {
    return watchPages(settings, options, { flags, out, world });
  }
  const { generate } = await import('../run/generate.js');
  const start = performance.now();
  const result = await audible(
    await withProgressBar(world, flags.quiet === true, (progress) => generate(settings, { ...options, progress })),
    settings,
  );
  await printResult(result, flags, world);
  if (flags.quiet !== true || result.outcome !== 'written') {
    world.output.write(`${await summaryOf(result, out, flags)} in ${describeSeconds(performance.now() - start)}\n`);
  }
  return endingOf(result);
}

interface WatchView {
  readonly flags: GenerateFlags;
  /** The output folder, for messages. */
  readonly out: string;
  readonly world: World;
}

async function watchPages(settings: Settings, options: GenerateOptions, { flags, out, world }: WatchView): Promise<ExitCode> {
  const { watch } = await import('../run/watch.js');
  const { describeFailure } = await import('./describe-failure.js');
  const { printable } = await import('../report/text/printable.js');
  let isFirst = true;
  // Reports of runs follow each other, however long they take to print.
  let printed = Promise.resolve();
  await watch(settings, {
    ...options,
    end: world.interrupted(),
    onRun(result, findings) {
      const quietly = { ...flags, quiet: !isFirst };
      isFirst = false;
      printed = printed.then(async () => {
        const heard = await audible(result, settings);
        await printResult(heard, quietly, world);
        for (const { level, operation, field, message } of findings) {
          world.output.write(printable(`${level}  ${operation}${field === null ? '' : `  ${field}`}  ${message}`) + '\n');
        }
        world.output.write(`${await summaryOf(heard, out, flags)}\n`);
      });
    },
    onFailure(error) {
      world.errors.write(describeFailure(error).text);
    },
  });
  await printed;
  return exitCode.fine;
}

/** Without the diagnostics that the team has silenced. */
async function audible(result: GenerateResult, settings: Settings): Promise<GenerateResult> {
  const { withoutSilenced } = await import('../run/without-silenced.js');
  return { ...result, diagnostics: await withoutSilenced(result.diagnostics, settings, result.source) };
}

function endingOf({ outcome, diagnostics }: GenerateResult): ExitCode {
  if (diagnostics.some(({ severity }) => severity === 'fatal')) {
    return exitCode.unreadable;
  }
  return outcome === 'written' ? exitCode.fine : exitCode.findings;
}

async function printResult({ diagnostics, plan, recovered, source }: GenerateResult, flags: GenerateFlags, world: World): Promise<void> {
  if (recovered) {
    world.errors.write('note: an earlier run was interrupted while it put its files in place; that was completed first\n');
  }
  const shown = flags.quiet === true ? diagnostics.filter(({ severity }) => severity === 'fatal') : diagnostics;
  if (shown.length > 0) {
    const { diagnosticsText } = await import('../report/text/diagnostics-text.js');
    const view = { colour: usesColour(world.output, world, flags.color), width: world.output.width, version: '', prefix: '', source };
    world.output.write(diagnosticsText(shown, view, { brief: true }));
  }
  for (const { path, kind, what } of plan.conflicts) {
    world.output.write(
      kind === 'edited'
        ? `${path}: was edited by hand; keep your change elsewhere, then run again with --force to replace the file\n`
        : `${path}: ${what} that docwright did not write is in the way; move it, or name another folder with --out, then run again\n`,
    );
  }
  if (flags.dryRun === true) {
    world.output.write([...plan.write.map((path) => `write   ${path}\n`), ...plan.delete.map((path) => `delete  ${path}\n`)].join(''));
  }
}

async function summaryOf({ outcome, plan, counts, diagnostics }: GenerateResult, out: string, flags: GenerateFlags): Promise<string> {
  const { countDiagnostics } = await import('../report/text/diagnostics-text.js');
  const said = diagnostics.length === 0 ? '' : `; the pages have ${countDiagnostics(diagnostics)}`;
  switch (outcome) {
    case 'fatal':
      return `Nothing written to ${out}: pages cannot be understood${said}`;
    case 'refused':
      return `Nothing written to ${out}: ${count(plan.conflicts.length, 'file')} in the way${said}`;
    case 'written': {
      const would = flags.dryRun === true ? 'would be ' : '';
      const files = `${count(plan.write.length, 'file')} ${would}written, ${plan.delete.length} deleted, ${plan.unchanged.length} unchanged`;
      return `${out}: ${describeApi(counts)}; ${files}${said}`;
    }
  }
}

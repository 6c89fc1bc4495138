import { resolve } from 'node:path';
import { openSpecsRevision } from '../run/specs-revision.js';
import type { Settings } from '../run/settings.js';
import type { SpecsTree } from '../run/specs-tree.js';
import type { SiteResult } from '../run/write-site.js';
import { addCommonFlags, helpEnding, settingsFor, type CommonFlags } from './common-flags.js';
import { exitCode, type ExitCode } from './exit-code.js';
import { withProgressBar } from './progress-bar.js';
import type { AddCommand } from './add-command.js';
import { describeApi, describeSeconds } from './summary.js';
import { usesColour, type World } from './world.js';

interface SiteFlags extends CommonFlags {
  readonly since?: string;
  readonly force?: boolean;
}

export const addSite: AddCommand = (program, world, end) => {
  const command = program
    .command('site')
    .description('write the model as a static web site')
    .option('--since <rev>', 'tell also what changed since that revision of the git repository here')
    .option('--force', 'replace files that were edited by hand');
  addCommonFlags(command, 'folder of the site: new, empty, or a site already (default: site)')
    .addHelpText(
      'after',
      helpEnding(
        ['docwright site', 'docwright site --specs pages --out public', 'docwright site --since v1.2'],
        [
          [0, 'the site is as the pages say'],
          [1, 'nothing was written: files edited by hand are in the way'],
          [3, 'a page cannot be understood; nothing was written'],
        ],
      ),
    )
    .action(async (flags: SiteFlags) => end(await runSite(flags, world)));
};

async function runSite({ out = 'site', ...flags }: SiteFlags, world: World): Promise<ExitCode> {
  const { writeSite } = await import('../run/write-site.js');
  const settings = await settingsFor(flags, world);
  const since = flags.since === undefined ? undefined : openEarlier(flags.since, settings, world);
  const start = performance.now();
  const result = await withProgressBar(world, flags.quiet === true, (progress) =>
    writeSite(settings, { out: resolve(world.folder, out), force: flags.force === true, progress, ...(since && { since }) }),
  );
  await printProblems(result, flags, world);
  if (flags.quiet !== true && result.outcome === 'written') {
    const { counts, plan, size } = result;
    const files = `${plan.write.length} files written, ${plan.delete.length} deleted, ${plan.unchanged.length} unchanged`;
    const time = describeSeconds(performance.now() - start);
    world.output.write(`${out}: ${describeApi(counts)}; ${files}; ${(size / 1e6).toFixed(1)} MB in ${time}\n`);
  }
  return { written: exitCode.fine, refused: exitCode.findings, fatal: exitCode.unreadable }[result.outcome];
}

function openEarlier(revision: string, settings: Settings, world: World): SpecsTree {
  return { ...openSpecsRevision(world.folder, settings, { revision }), name: revision };
}

/** What keeps the site from being written. Other faults of the pages stand in the site. */
async function printProblems({ diagnostics, plan, source }: SiteResult, flags: SiteFlags, world: World): Promise<void> {
  const fatal = diagnostics.filter(({ severity }) => severity === 'fatal');
  if (fatal.length > 0) {
    const { diagnosticsText } = await import('../report/text/diagnostics-text.js');
    const view = { colour: usesColour(world.errors, world, flags.color), width: world.errors.width, version: '', prefix: '', source };
    world.errors.write(diagnosticsText(fatal, view));
  }
  for (const { path, what } of plan.conflicts) {
    world.errors.write(
      `${path}: ${what} that was edited by hand, or is not of docwright, is in the way; move it, or run again with --force\n`,
    );
  }
}

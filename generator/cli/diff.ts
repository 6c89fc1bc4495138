import { join, resolve } from 'node:path';
import type { Finding } from '../drift/finding.js';
import type { Report } from '../report/report.js';
import { readDriftPolicy } from '../run/drift-policy.js';
import { openFolder } from '../run/folder-tree.js';
import { placeInRepository } from '../run/git-tree.js';
import { isFolder } from '../run/is-folder.js';
import { openRevision } from '../run/revision-tree.js';
import type { Settings } from '../run/settings.js';
import { openSpecsRevision } from '../run/specs-revision.js';
import type { SpecsTree } from '../run/specs-tree.js';
import { addCommonFlags, helpEnding, settingsFor, type CommonFlags } from './common-flags.js';
import { exitCode, type ExitCode } from './exit-code.js';
import { withProgressBar } from './progress-bar.js';
import { addFailOnFlag, addFormatFlag, reportTargets, viewOf, type FailOn, type ReportFlags } from './report-flags.js';
import type { AddCommand } from './add-command.js';
import { count, describeSeconds, number } from './summary.js';
import type { World } from './world.js';

interface DiffFlags extends CommonFlags, ReportFlags {
  readonly failOn: FailOn;
  readonly accepted?: string;
  readonly levels?: string;
}

export const addDiff: AddCommand = (program, world, end) => {
  const command = program
    .command('diff')
    .description('say what changed in the API between two revisions of the pages')
    .argument('<base>', 'a folder of pages, or REV[:folder] of the git repository here')
    .argument('[head]', 'the same; the pages as they are if left out')
    .option('--accepted <file>', 'findings to live with (default: .docwright/accepted.json in the specs folder)')
    .option('--levels <file>', 'levels that differ from the rules (default: .docwright/levels.json in the specs folder)');
  addFormatFlag(addFailOnFlag(addCommonFlags(command)))
    .addHelpText(
      'after',
      helpEnding(
        [
          'docwright diff HEAD~1',
          'docwright diff v1.2:specs main:specs --format html:drift.html',
          'docwright diff old-pages --fail-on warn',
        ],
        [
          [0, 'nothing at or above the level of --fail-on'],
          [1, 'findings, or accepted findings that have expired'],
          [3, 'a page cannot be understood; the others were compared and reported'],
        ],
      ),
    )
    .action(async (base: string, head: string | undefined, flags: DiffFlags) => end(await runDiff(base, head, flags, world)));
};

async function runDiff(baseName: string, headName: string | undefined, flags: DiffFlags, world: World): Promise<ExitCode> {
  const { diffTrees } = await import('../run/diff-trees.js');
  const targets = reportTargets(flags);
  const needsSpecs = headName === undefined || [baseName, headName].some((name) => !namesFolder(name, world));
  const settings = await settingsFor(needsSpecs ? flags : { ...flags, specs: flags.specs ?? '.' }, world);
  const base = openTree(baseName, settings, world);
  const head =
    headName === undefined
      ? openFolder(settings.specs, { name: 'the pages', overlays: settings.overlays })
      : openTree(headName, settings, world);
  const policy = readDriftPolicy({
    readText: head.readText,
    today: new Date().toISOString().slice(0, 10),
    ...(flags.accepted !== undefined && { accepted: resolve(world.folder, flags.accepted) }),
    ...(flags.levels !== undefined && { levels: resolve(world.folder, flags.levels) }),
  });
  const start = performance.now();
  const { report, faults } = await withProgressBar(world, flags.quiet === true, (progress) =>
    diffTrees(base, head, { settings, progress, ...policy }),
  );
  for (const { file, place, message } of faults.base) {
    world.errors.write(`${base.name}: ${file}:${place.line}:${place.column}: ${message}\n`);
  }
  const texts = { base: textsOf(base), head: textsOf(head) };
  const view = viewOf(world, flags, { specs: head.folder, source: (file, revision) => texts[revision](file) });
  const { writeReports } = await import('../run/write-reports.js');
  const shown: Report = { command: 'diff', ...report };
  await writeReports(shown, targets, view, {
    folder: world.folder,
    environment: world.environment,
    write: (text) => world.output.write(text),
  });
  if (flags.quiet !== true) {
    const pages = `${count(base.pages.length, 'page')} of ${base.name} with ${number(head.pages.length)} of ${head.name}`;
    world.errors.write(`compared ${pages} in ${describeSeconds(performance.now() - start)}\n`);
  }
  if (faults.base.length + faults.head.length > 0) return exitCode.unreadable;
  const isExpired = report.accepted.some(({ state }) => state === 'expired');
  return isExpired || report.findings.some(({ level }) => fails(level, flags.failOn)) ? exitCode.findings : exitCode.fine;
}

function fails(level: Finding['level'], failOn: FailOn): boolean {
  return failOn !== 'none' && (level === 'error' || (level === 'warn' && failOn === 'warn'));
}

/** Whether a name says by itself which folder is meant. */
function namesFolder(name: string, world: World): boolean {
  return name.includes(':') || isFolder(resolve(world.folder, name));
}

/**
 * A folder on disk wins over a revision of the same name. Overlays that the settings name belong to the specs folder, whichever way and
 * at whichever revision it is named.
 */
function openTree(name: string, settings: Settings, world: World): SpecsTree {
  const folder = resolve(world.folder, name);
  if (isFolder(folder)) {
    return openFolder(folder, { name, overlays: folder === settings.specs ? settings.overlays : join(folder, 'overlays') });
  }
  const colon = name.indexOf(':');
  if (colon === -1) return openSpecsRevision(world.folder, settings, { revision: name, mayBeAbsent: true });
  const revision = name.slice(0, colon);
  const path = name.slice(colon + 1).replace(/^(?:\.?\/)+|\/+$/g, '');
  return path === placeInRepository(world.folder, settings.specs)
    ? openSpecsRevision(world.folder, settings, { revision })
    : openRevision(world.folder, { revision, folder: path });
}

function textsOf(tree: SpecsTree): (file: string) => string | undefined {
  const pages = new Map(tree.pages.map((page) => [page.file, page]));
  return (file) => pages.get(file)?.text();
}

import { resolve } from 'node:path';
import { InvalidArgumentError, Option } from 'commander';
import type { ChangelogStep } from '../drift/changelog.js';
import { listCommits, listReleases, parseRange } from '../run/history.js';
import { folderInRepository, placeInRepository } from '../run/git-tree.js';
import { isFolder } from '../run/is-folder.js';
import { openSpecsRevision } from '../run/specs-revision.js';
import { writeNamedFile } from '../run/write-named-file.js';
import { addCommonFlags, helpEnding, settingsFor, type CommonFlags } from './common-flags.js';
import { exitCode, type ExitCode } from './exit-code.js';
import { withProgressBar } from './progress-bar.js';
import type { AddCommand } from './add-command.js';
import { count, describeSeconds } from './summary.js';
import type { World } from './world.js';

interface ChangelogFlags extends CommonFlags {
  readonly by?: 'release' | 'commit';
  readonly format?: ChangelogFormat;
}

interface ChangelogFormat {
  readonly name: 'markdown' | 'json';
  readonly file?: string;
}

export const addChangelog: AddCommand = (program, world, end) => {
  const command = program
    .command('changelog')
    .description('print release notes from the history of the pages')
    .argument('<from..to>', 'two revisions of the git repository here')
    .addOption(
      new Option('--by <step>', 'what one section tells of (default: release, if there is a tag in the range)').choices([
        'release',
        'commit',
      ]),
    )
    .addOption(formatFlag());
  addCommonFlags(command)
    .addHelpText(
      'after',
      helpEnding(
        ['docwright changelog v1.2..HEAD', 'docwright changelog main~20..main --by commit --format json:changes.json'],
        [
          [0, 'the notes were printed'],
          [3, 'a page of some revision cannot be understood; the notes leave it out'],
        ],
      ),
    )
    .action(async (range: string, flags: ChangelogFlags) => end(await runChangelog(range, flags, world)));
};

async function runChangelog(range: string, flags: ChangelogFlags, world: World): Promise<ExitCode> {
  const [{ buildChangelog }, { diffTrees }, reports] = await Promise.all([
    import('../drift/changelog.js'),
    import('../run/diff-trees.js'),
    import('../report/changelog.js'),
  ]);
  const start = performance.now();
  const settings = await settingsFor(flags, world);
  const folder = folderInRepository(world.folder, settings.specs);
  const overlays = isFolder(settings.overlays) ? [placeInRepository(world.folder, settings.overlays) ?? folder] : [];
  const { from, to } = parseRange(range);
  const releases = flags.by === 'commit' ? [] : listReleases(world.folder, { from, to });
  const points = releases.length === 0 ? listCommits(world.folder, { from, to }, folder, ...overlays) : releases;

  let hasFaults = false;
  let base = openSpecsRevision(world.folder, settings, { revision: from, mayBeAbsent: true });
  // A folder that was renamed within the range looks like this, too.
  if (base.pages.length === 0 && flags.quiet !== true) {
    world.errors.write(`note: ${from} has no pages in ${folder === '' ? 'its root' : folder}, so that all pages count as new\n`);
  }
  const steps: ChangelogStep[] = [];
  await withProgressBar(world, flags.quiet === true, async (progress) => {
    for (const [index, { commit, ...point }] of points.entries()) {
      const head = openSpecsRevision(world.folder, settings, { revision: commit, mayBeAbsent: index < points.length - 1 });
      const { report, faults } = await diffTrees(base, head, { settings, progress });
      for (const { file, place, message } of faults.head) {
        world.errors.write(`${point.name}: ${file}:${place.line}:${place.column}: ${message}\n`);
      }
      hasFaults ||= faults.head.length > 0;
      steps.push({ ...point, report });
      base = head;
    }
  });

  const changelog = buildChangelog({ from, to, steps });
  const { name, file }: ChangelogFormat = flags.format ?? { name: 'markdown' };
  const text = name === 'json' ? reports.changelogJson(changelog) : reports.changelogMarkdown(changelog);
  if (file === undefined) {
    world.output.write(text);
  } else {
    writeNamedFile(resolve(world.folder, file), text);
    if (flags.quiet !== true)
      world.errors.write(`${file}: ${count(steps.length, 'step')} in ${describeSeconds(performance.now() - start)}\n`);
  }
  return hasFaults ? exitCode.unreadable : exitCode.fine;
}

function formatFlag(): Option {
  const flag = new Option('--format <format[:file]>', 'how to print, and where to (default: markdown)').argParser(parseFormat);
  // Not `choices()`: a file may follow.
  flag.argChoices = ['markdown', 'json'];
  return flag;
}

function parseFormat(text: string): ChangelogFormat {
  const [name, ...rest] = text.split(':');
  if (name !== 'markdown' && name !== 'json') {
    throw new InvalidArgumentError('Formats are markdown and json.');
  }
  return rest.length === 0 ? { name } : { name, file: rest.join(':') };
}

import { relative, resolve, sep } from 'node:path';
import { printJson } from '../report/print-json.js';
import { noSuchPage } from '../run/no-such-page.js';
import { listPages } from '../run/page-tree.js';
import type { Settings } from '../run/settings.js';
import { addCommonFlags, helpEnding, settingsFor, type CommonFlags } from './common-flags.js';
import type { ExitCode } from './exit-code.js';
import { loadForCommand } from './load-for-command.js';
import type { AddCommand } from './add-command.js';
import type { World } from './world.js';

export const addInspect: AddCommand = (program, world, end) => {
  addCommonFlags(
    program
      .command('inspect')
      .description('print the model of one page as JSON')
      .argument('<page>', 'page relative to the specs folder, with or without .md')
      .addHelpText(
        'after',
        helpEnding(
          ['docwright inspect openapi/v3/refund/domestic/refunds', 'docwright inspect specs/webhook/v3/TRANSACTION.SUCCESS.md'],
          [
            [0, 'the model was printed'],
            [3, 'a page cannot be understood'],
          ],
        ),
      ),
  ).action(async (page: string, flags: CommonFlags) => end(await runInspect(page, flags, world)));
};

async function runInspect(name: string, flags: CommonFlags, world: World): Promise<ExitCode> {
  const settings = await settingsFor(flags, world);
  const file = findPage(name, settings, world);
  // What is wrong elsewhere is no answer to this question.
  const { api, code } = await loadForCommand(settings, { ...flags, quiet: true }, world, ({ file: faulty }) => faulty === file);
  const page = api?.pages.find((each) => each.file === file);
  if (page !== undefined) {
    world.output.write(printJson(page));
  }
  return code;
}

function findPage(name: string, { specs }: Settings, world: World): string {
  const fromFolder = relative(specs, resolve(world.folder, name)).split(sep).join('/');
  const names = [name, fromFolder].map((candidate) => (candidate.endsWith('.md') ? candidate : `${candidate}.md`));
  const files = listPages(specs).map(({ file }) => file);
  const found = files.find((file) => names.includes(file));
  if (found === undefined) throw noSuchPage([name], files);
  return found;
}

import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { describeRefusal } from '../output/output-error.js';
import type { InitChoice, PlannedFile } from '../run/init/plan-init.js';
import type { PageFolder, Surroundings } from '../run/init/surroundings.js';
import { SettingsError } from '../run/settings-error.js';
import { addCommonFlags, helpEnding, settingsFor, type CommonFlags } from './common-flags.js';
import { exitCode, type ExitCode } from './exit-code.js';
import type { AddCommand } from './add-command.js';
import type { World } from './world.js';

interface InitFlags extends CommonFlags {
  readonly name?: string;
  readonly yes?: boolean;
}

export const addInit: AddCommand = (program, world, end) => {
  const command = program
    .command('init')
    .description('set up a project: a config file, a first SDK and an example workflow; replaces no file')
    .option('--name <name>', 'how the SDK is called in its package.json')
    .option('--yes', 'ask nothing, as in CI and where there is no terminal');
  addCommonFlags(command)
    .addHelpText(
      'after',
      helpEnding(
        ['docwright init', 'docwright init --yes --specs ../docs --out sdk --name @example/pay'],
        [
          [0, 'the project is set up, and its SDK is as the pages say'],
          [1, 'files of others are in the way of the SDK'],
          [3, 'a page cannot be understood; the config file was written, the SDK was not'],
        ],
      ),
    )
    .action(async (flags: InitFlags) => end(await runInit(flags, world)));
};

async function runInit(flags: InitFlags, world: World): Promise<ExitCode> {
  const { lookAround } = await import('../run/init/surroundings.js');
  const { planInit } = await import('../run/init/plan-init.js');
  const { runGenerate } = await import('./generate.js');
  const around = lookAround(world.folder);
  const choice = await choose(around, flags, world);
  const { files, next } = planInit(around, choice);
  const say = (text: string): void => {
    if (flags.quiet !== true) world.output.write(`${text}\n`);
  };
  if (around.config !== undefined) say(`keeping ${around.config}`);
  for (const file of files) {
    say(writeNew(world.folder, file) ? `wrote ${file.path}` : `keeping ${file.path}`);
  }
  const code = await runGenerate([], flags, world);
  if (code === exitCode.fine) {
    say(['', 'Next:', ...next.map((step) => `  ${step}`)].join('\n'));
  } else {
    say('\nNext: mend what is said above, then run `npx docwright generate`');
  }
  return code;
}

/** @throws SettingsError if there are no pages, or a flag makes no sense */
async function choose(around: Surroundings, flags: InitFlags, world: World): Promise<InitChoice> {
  if (around.config !== undefined) return configuredChoice(around, around.config, flags, world);
  if (flags.name !== undefined && !isPackageName(flags.name)) throw new SettingsError(`${flags.name} is no name of a package`, packageHelp);
  const ask = flags.yes === true ? undefined : world.ask;
  const pages = flags.specs === undefined ? await choosePages(around.pages, ask) : namedPages(flags.specs, around);
  const { listPages } = await import('../run/page-tree.js');
  // Says what is wrong before anything is written.
  listPages((await settingsFor({ ...flags, specs: pages.path }, world)).specs);
  const name = { byDefault: around.packageName ?? '@docwright/wechatpay', accepts: isPackageName, help: packageHelp };
  return {
    pages,
    out: flags.out ?? (await answer(ask, 'Folder of the SDK', { byDefault: around.sdk ?? 'generated' })),
    name: flags.name ?? (await answer(ask, 'Name of its package', name)),
  };
}

/** What a config that stands already has decided. */
async function configuredChoice(around: Surroundings, config: string, flags: InitFlags, world: World): Promise<InitChoice> {
  if ([flags.specs, flags.out, flags.name].some((flag) => flag !== undefined)) {
    throw new SettingsError(
      `${config} has settings already`,
      'change them there, and run `docwright init` without --specs, --out and --name',
    );
  }
  const { pathFrom } = await import('../run/init/surroundings.js');
  const {
    specs,
    out,
    package: { name },
  } = await settingsFor(flags, world);
  return { pages: namedPages(pathFrom(around.folder, specs), around), out: pathFrom(around.folder, out), name };
}

const packageHelp = 'give small letters, digits, dots and dashes, such as @example/pay';

function isPackageName(name: string): boolean {
  return /^(?:@[a-z0-9][a-z0-9._-]*\/)?[a-z0-9][a-z0-9._-]*$/.test(name);
}

/** As given, and from which repository they are if that is known. */
function namedPages(specs: string, { folder, pages }: Surroundings): PageFolder {
  const path = specs.replaceAll('\\', '/');
  const known = pages.find((page) => resolve(folder, page.path) === resolve(folder, specs));
  return { ...known, path };
}

async function choosePages(found: readonly PageFolder[], ask: World['ask']): Promise<PageFolder> {
  const [first] = found;
  if (first === undefined) {
    throw new SettingsError(
      'there are no pages here, below this folder, or in a git repository beside it',
      'check out the repository of the pages beside this one, or name their folder: docwright init --specs DIR',
    );
  }
  if (found.length === 1) return first;
  if (ask === undefined) {
    throw new SettingsError(
      `pages are in ${found.map(({ path }) => path).join(', ')}`,
      'name one of these folders: docwright init --specs DIR',
    );
  }
  const list = found.map(({ path }, index) => `  ${index + 1}  ${path}`).join('\n');
  const number = await answer(ask, `Pages are in\n${list}\nWhich of them`, {
    byDefault: '1',
    accepts: (text) => found[Number(text) - 1] !== undefined,
    help: `give a number from 1 to ${found.length}`,
  });
  return found[Number(number) - 1] ?? first;
}

interface Answering {
  readonly byDefault: string;
  readonly accepts?: (text: string) => boolean;
  /** What to say of an answer that is not accepted. */
  readonly help?: string;
}

/** What the user says, or the default where nobody is asked. Asks again until the answer makes sense. */
async function answer(ask: World['ask'], question: string, { byDefault, accepts = () => true, help = '' }: Answering): Promise<string> {
  if (ask === undefined) return byDefault;
  const text = (await ask(`${question} [${byDefault}]: `)).trim() || byDefault;
  return accepts(text) ? text : answer(ask, `${help}\n${question}`, { byDefault, accepts, help });
}

/** @returns false if something stands there already */
function writeNew(folder: string, { path, text }: PlannedFile): boolean {
  const file = join(folder, path);
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text, { flag: 'wx' });
    return true;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'EEXIST') return false;
    throw new SettingsError(`${path} cannot be written: ${describeRefusal(error)}`, 'run docwright where you may write');
  }
}

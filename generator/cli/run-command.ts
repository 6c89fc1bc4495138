import { Command, CommanderError } from 'commander';
import { version } from '../run/package-folder.js';
import { exitCode, type ExitCode } from './exit-code.js';
import type { AddCommand } from './add-command.js';
import { describeFailure } from './describe-failure.js';
import type { World } from './world.js';

/** In the order of `--help`. Only the one that is called is loaded: the others would take longer than `check` does. */
const commands: Readonly<Record<string, () => Promise<AddCommand>>> = {
  init: async () => (await import('./init.js')).addInit,
  generate: async () => (await import('./generate.js')).addGenerate,
  check: async () => (await import('./check.js')).addCheck,
  diff: async () => (await import('./diff.js')).addDiff,
  changelog: async () => (await import('./changelog.js')).addChangelog,
  lint: async () => (await import('./lint.js')).addLint,
  openapi: async () => (await import('./openapi.js')).addOpenapi,
  inspect: async () => (await import('./inspect.js')).addInspect,
  mock: async () => (await import('./mock.js')).addMock,
  site: async () => (await import('./site.js')).addSite,
  explain: async () => (await import('./explain.js')).addExplain,
  completions: async () => (await import('./completions.js')).addCompletions,
};

/** Speaks of all the others. */
const speaksOfAll = 'completions';

/**
 * Runs docwright with the given arguments.
 *
 * @param given without the names of node and of the script
 * @returns the exit code; nothing is thrown
 */
export async function runCommand(given: readonly string[], world: World): Promise<ExitCode> {
  const words = withoutHelpCommand(given);
  let code: ExitCode = exitCode.fine;
  const program = new Command('docwright')
    .description('Turns markdown API pages into a typed TypeScript SDK, and says when the two drift apart.')
    .version(version)
    .configureOutput({
      writeOut: (text) => world.output.write(text),
      writeErr: (text) => world.errors.write(text),
      outputError: (text, write) =>
        write(text.replace(/^error: /, 'docwright: ').replace(/^\(Did you mean (.*)\?\)$/m, '  help  did you mean $1?')),
      getOutHelpWidth: () => world.output.width,
      getErrHelpWidth: () => world.errors.width,
    })
    .exitOverride()
    .showSuggestionAfterError()
    .addHelpText('after', '\nNew here: docwright init sets up a project; docwright COMMAND --help shows examples.')
    .showHelpAfterError('  help  docwright --help lists the commands; flags come after the command');
  for (const load of commandsFor(words)) {
    (await load())(program, world, (ended) => {
      code = ended;
    });
  }
  for (const command of program.commands) {
    command.showHelpAfterError(`  help  docwright ${command.name()} --help lists its arguments and flags`);
  }
  try {
    await program.parseAsync(words, { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) {
      return error.exitCode === 0 || error.code === 'commander.help' ? exitCode.fine : exitCode.badUsage;
    }
    const { text, code: ended } = describeFailure(error);
    world.errors.write(text);
    return ended;
  }
}

/** `help check` is `check --help`, and `help chekc` a mistyped command. */
function withoutHelpCommand(words: readonly string[]): readonly string[] {
  const [first, name] = words;
  if (first !== 'help' || name === undefined) return words;
  return Object.hasOwn(commands, name) ? [name, '--help'] : [name];
}

/** The command that the words name, or all of them where they name none: for `--help` and for suggestions. */
function commandsFor(words: readonly string[]): readonly (() => Promise<AddCommand>)[] {
  const [name = ''] = words;
  const load = Object.hasOwn(commands, name) ? commands[name] : undefined;
  return load === undefined || name === speaksOfAll ? Object.values(commands) : [load];
}

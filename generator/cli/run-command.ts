import { Command, CommanderError } from 'commander';
import { version } from '../run/package-folder.js';
import { addChangelog } from './changelog.js';
import { addCheck } from './check.js';
import { exitCode, type ExitCode } from './exit-code.js';
import { describeFailure } from './describe-failure.js';
import { addDiff } from './diff.js';
import { addExplain } from './explain.js';
import { addGenerate } from './generate.js';
import { addInspect } from './inspect.js';
import { addLint } from './lint.js';
import { addMock } from './mock.js';
import { addOpenapi } from './openapi.js';
import type { World } from './world.js';

/** Adds a command to the program. Its action says with which code the process shall end. */
export type AddCommand = (program: Command, world: World, end: (code: ExitCode) => void) => void;

const commands: readonly AddCommand[] = [
  addGenerate,
  addCheck,
  addDiff,
  addChangelog,
  addLint,
  addOpenapi,
  addInspect,
  addMock,
  addExplain,
];

/**
 * Runs docwright with the given arguments.
 *
 * @param words without the names of node and of the script
 * @returns the exit code; nothing is thrown
 */
export async function runCommand(words: readonly string[], world: World): Promise<ExitCode> {
  let code: ExitCode = exitCode.fine;
  const program = new Command('docwright')
    .description('Turns markdown API pages into a typed TypeScript SDK, and says when the two drift apart.')
    .version(version)
    .configureOutput({
      writeOut: (text) => world.output.write(text),
      writeErr: (text) => world.errors.write(text),
      getOutHelpWidth: () => world.output.width,
      getErrHelpWidth: () => world.errors.width,
    })
    .exitOverride()
    .showSuggestionAfterError()
    .showHelpAfterError('(docwright --help lists the commands and flags)');
  for (const add of commands) {
    add(program, world, (ended) => {
      code = ended;
    });
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

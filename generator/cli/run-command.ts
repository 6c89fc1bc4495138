import { Command, CommanderError } from 'commander';
import { OutputError } from '../output/output-error.js';
import { version } from '../run/package-folder.js';
import { SettingsError } from '../run/settings-error.js';
import { addChangelog } from './changelog.js';
import { addCheck } from './check.js';
import { exitCode, type ExitCode } from './exit-code.js';
import { addDiff } from './diff.js';
import { addExplain } from './explain.js';
import { addGenerate } from './generate.js';
import { addInspect } from './inspect.js';
import { addMock } from './mock.js';
import { addOpenapi } from './openapi.js';
import type { World } from './world.js';

/** Adds a command to the program. Its action says with which code the process shall end. */
export type AddCommand = (program: Command, world: World, end: (code: ExitCode) => void) => void;

const commands: readonly AddCommand[] = [addGenerate, addCheck, addDiff, addChangelog, addOpenapi, addInspect, addMock, addExplain];

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
    return explainFailure(error, world);
  }
}

function explainFailure(error: unknown, world: World): ExitCode {
  if (error instanceof CommanderError) {
    return error.exitCode === 0 || error.code === 'commander.help' ? exitCode.fine : exitCode.badUsage;
  }
  if (error instanceof SettingsError) {
    world.errors.write(`docwright: ${error.message}\n  help  ${error.help}\n`);
    return exitCode.badUsage;
  }
  if (error instanceof OutputError) {
    world.errors.write(`docwright: ${error.message}\n`);
    return exitCode.badUsage;
  }
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
  world.errors.write(`docwright ${version} has failed through a defect of its own; no file was changed.\n${stack}\n`);
  world.errors.write('  help  Report this text, together with the page that it names, to the maintainers of docwright.\n');
  return exitCode.defect;
}

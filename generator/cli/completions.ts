import { Argument, type Command } from 'commander';
import type { CommandWords, KnownValues } from './completions/command-words.js';
import { helpEnding } from './common-flags.js';
import { exitCode } from './exit-code.js';
import type { AddCommand } from './add-command.js';

const scripts = {
  bash: async () => (await import('./completions/bash.js')).bashScript,
  zsh: async () => (await import('./completions/zsh.js')).zshScript,
  fish: async () => (await import('./completions/fish.js')).fishScript,
} satisfies Record<string, () => Promise<(commands: readonly CommandWords[]) => string>>;

type Shell = keyof typeof scripts;
const shells: readonly Shell[] = ['bash', 'zsh', 'fish'];

export const addCompletions: AddCommand = (program, world, end) => {
  program
    .command('completions')
    .description('print a script that completes commands, flags and their values in a shell')
    .addArgument(new Argument('<shell>', 'the shell').choices(shells))
    .addHelpText(
      'after',
      helpEnding(
        [
          'source <(docwright completions bash)',
          'docwright completions zsh > "${fpath[1]}/_docwright"',
          'docwright completions fish > ~/.config/fish/completions/docwright.fish',
        ],
        [[0, 'the script was printed']],
      ),
    )
    .action(async (shell: Shell) => {
      const { wordsOf } = await import('./completions/command-words.js');
      const print = await scripts[shell]();
      world.output.write(print(wordsOf(program, await knownValues(program))));
      end(exitCode.fine);
    });
};

/** By the names in the help. */
async function knownValues(program: Command): Promise<KnownValues> {
  const { catalogue } = await import('../diagnostics/catalogue.js');
  const { rules } = await import('../drift/registry.js');
  const codes = [...Object.keys(catalogue), ...Object.keys(rules)].sort();
  return {
    code: { kind: 'words', words: codes },
    command: { kind: 'words', words: program.commands.map((command) => command.name()) },
    dir: { kind: 'folder' },
    base: { kind: 'folder' },
    file: { kind: 'file' },
    globs: { kind: 'file' },
    page: { kind: 'file' },
  };
}

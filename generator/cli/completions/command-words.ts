import type { Argument, Command, Option } from 'commander';

/** A command as shells complete it. */
export interface CommandWords {
  readonly name: string;
  readonly description: string;
  readonly flags: readonly FlagWords[];
  /** What stands where no flag does; undefined if nothing does. */
  readonly argument: ValueWords | undefined;
}

export interface FlagWords {
  /** With its dashes. */
  readonly long: string;
  readonly description: string;
  /** Undefined for a flag without value. */
  readonly value: ValueWords | undefined;
}

/** What completes a value. */
export type ValueWords =
  | { readonly kind: 'words'; readonly words: readonly string[] }
  | { readonly kind: 'folder' | 'file' }
  /** Only the user knows. */
  | { readonly kind: 'anything' };

/** What completes values of the names that stand in the help: `<dir>`. */
export type KnownValues = Readonly<Record<string, ValueWords>>;

/** The commands of a program with their visible flags. Choices of a flag or an argument win over `known`. */
export function wordsOf(program: Command, known: KnownValues): CommandWords[] {
  const helper = program.createHelp();
  return helper.visibleCommands(program).map((command) => {
    const [argument] = command.registeredArguments;
    return {
      name: command.name(),
      description: command.description(),
      flags: helper.visibleOptions(command).flatMap((option) => flagWords(option, known)),
      argument: argument && argumentWords(argument, known),
    };
  });
}

function flagWords(option: Option, known: KnownValues): FlagWords[] {
  const { long, flags, description, argChoices } = option;
  if (long === undefined) return [];
  const name = /[<[]([a-z]+)/.exec(flags)?.[1];
  const value = name === undefined ? undefined : valueWords(name, argChoices, known);
  return [{ long, description, value }];
}

function argumentWords(argument: Argument, known: KnownValues): ValueWords {
  return valueWords(argument.name(), argument.argChoices, known);
}

function valueWords(name: string, choices: readonly string[] | undefined, known: KnownValues): ValueWords {
  if (choices !== undefined) return { kind: 'words', words: choices };
  return (Object.hasOwn(known, name) ? known[name] : undefined) ?? { kind: 'anything' };
}

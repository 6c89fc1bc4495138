import { SettingsError } from '../run/settings-error.js';

/** What a command knows of the process it runs in. */
export interface World {
  /** The current folder. */
  readonly folder: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly output: TextStream;
  readonly errors: TextStream;
  /** Resolves when the user wants the command to stop. */
  interrupted(): Promise<void>;
  /** Asks the user for a line; absent where nobody would answer. */
  ask?(this: void, question: string): Promise<string>;
}

export interface TextStream {
  readonly isTerminal: boolean;
  /** In columns. */
  readonly width: number;
  write(text: string): void;
}

/** The process itself. */
export function processWorld(): World {
  const isAnswered = process.stdin.isTTY === true && process.stdout.isTTY === true && (process.env['CI'] ?? '') === '';
  return {
    ...(isAnswered && { ask: askTerminal }),
    folder: process.cwd(),
    environment: process.env,
    output: streamOf(process.stdout),
    errors: streamOf(process.stderr),
    interrupted: () =>
      new Promise((stop) => {
        process.once('SIGINT', stop);
        process.once('SIGTERM', stop);
      }),
  };
}

async function askTerminal(question: string): Promise<string> {
  const { createInterface } = await import('node:readline/promises');
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  try {
    return await new Promise((resolve, reject) => {
      // Ctrl+C or Ctrl+D: without an answer there is nothing to go on with.
      terminal.once('close', () => reject(new SettingsError('the question was not answered', 'answer it, or give --yes')));
      terminal.question(question).then(resolve, reject);
    });
  } finally {
    terminal.removeAllListeners('close').close();
  }
}

function streamOf(stream: NodeJS.WriteStream): TextStream {
  return {
    isTerminal: stream.isTTY === true,
    get width() {
      return stream.columns ?? 100;
    },
    write: (text) => {
      stream.write(text);
    },
  };
}

/** Colours only where somebody sees them, and nobody asked for none (https://no-color.org). */
export function usesColour(stream: TextStream, world: World, flag: boolean): boolean {
  return flag && stream.isTerminal && (world.environment['NO_COLOR'] ?? '') === '';
}

/** True where progress would only fill a log. */
export function isUnattended(world: World): boolean {
  return !world.errors.isTerminal || (world.environment['CI'] ?? '') !== '';
}

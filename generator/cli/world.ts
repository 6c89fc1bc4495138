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
      terminal.once('close', () => {
        process.stdout.write('\n');
        reject(new SettingsError('the question was not answered', 'answer it, or give --yes'));
      });
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

/**
 * Colours only where somebody sees them and nobody asked for none (https://no-color.org), or where somebody asked for them
 * (https://force-color.org).
 */
export function usesColour({ isTerminal }: TextStream, { environment }: World, flag: boolean): boolean {
  const { NO_COLOR: none = '', FORCE_COLOR: forced = '', TERM: terminal = '' } = environment;
  if (!flag || none !== '') return false;
  return forced === '' ? isTerminal && terminal !== 'dumb' : forced !== '0';
}

/** True where progress would only fill a log. */
export function isUnattended({ errors, environment }: World): boolean {
  return !errors.isTerminal || environment['TERM'] === 'dumb' || (environment['CI'] ?? '') !== '';
}

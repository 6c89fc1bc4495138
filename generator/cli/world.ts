/** What a command knows of the process it runs in. */
export interface World {
  /** The current folder. */
  readonly folder: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly output: TextStream;
  readonly errors: TextStream;
  /** Resolves when the user wants the command to stop. */
  interrupted(): Promise<void>;
}

export interface TextStream {
  readonly isTerminal: boolean;
  /** In columns. */
  readonly width: number;
  write(text: string): void;
}

/** The process itself. */
export function processWorld(): World {
  return {
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

import { runCommand } from '../../generator/cli/run-command.js';
import type { World } from '../../generator/cli/world.js';

export interface Ending {
  readonly code: number;
  readonly output: string;
  readonly errors: string;
}

/** Runs a command in this process, as a shell in `folder` would. */
export async function runIn(folder: string, ...words: readonly string[]): Promise<Ending> {
  let output = '';
  let errors = '';
  const world: World = {
    folder,
    environment: {},
    output: { isTerminal: false, width: 100, write: (text) => void (output += text) },
    errors: { isTerminal: false, width: 100, write: (text) => void (errors += text) },
    interrupted: () => Promise.resolve(),
  };
  const code = await runCommand([...words], world);
  return { code, output, errors };
}

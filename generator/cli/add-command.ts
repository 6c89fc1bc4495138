import type { Command } from 'commander';
import type { ExitCode } from './exit-code.js';
import type { World } from './world.js';

/** Adds a command to the program. Its action says with which code the process shall end. */
export type AddCommand = (program: Command, world: World, end: (code: ExitCode) => void) => void;

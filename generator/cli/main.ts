#!/usr/bin/env node
import { runCommand } from './run-command.js';
import { processWorld } from './world.js';

// A reader that has seen enough (`docwright openapi | head`) closes the pipe; that is no fault.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') {
      process.exit();
    }
    throw error;
  });
}

process.exitCode = await runCommand(process.argv.slice(2), processWorld());

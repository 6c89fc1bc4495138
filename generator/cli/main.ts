#!/usr/bin/env node
import { exitCode } from './exit-code.js';
import { isSupported, supportedNode } from './node-version.js';
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

if (isSupported(process.versions.node)) {
  const { runCommand } = await import('./run-command.js');
  process.exitCode = await runCommand(process.argv.slice(2), processWorld());
} else {
  // Loading more would fail with words that tell nobody what to do.
  process.stderr.write(`docwright: Node.js ${process.versions.node} is not supported\n  help  use Node.js ${supportedNode}\n`);
  process.exitCode = exitCode.badUsage;
}

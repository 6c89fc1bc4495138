// npm run test:mutants -- ROOM [FILE …]
import { Stryker } from '@stryker-mutator/core';
import { parseArgs } from 'node:util';
import { rooms } from './rooms.mjs';

const [name, ...files] = parseArgs({ allowPositionals: true }).positionals;
const room = rooms[name];

if (room === undefined) {
  console.error(`name a room: ${Object.keys(rooms).join(', ')}`);
  process.exitCode = 2;
} else {
  const folder = 'node_modules/.cache/docwright-mutants';
  await new Stryker({
    testRunner: 'vitest',
    // No test imports what it covers directly, so that nothing would be found to be related.
    vitest: { configFile: 'test/mutants/vitest.config.ts', related: false },
    mutate: files.length > 0 ? files : room.mutate,
    testFiles: room.tests,
    ignorePatterns: ['/bench', '/dist', '/docs', '/examples', '/generated'],
    coverageAnalysis: 'perTest',
    // In a thread that stays, nothing is loaded a second time.
    ignoreStatic: true,
    concurrency: 1,
    incremental: true,
    incrementalFile: `${folder}/${name}.json`,
    tempDirName: `${folder}/work`,
    reporters: ['clear-text', 'progress-append-only', 'html', 'json'],
    htmlReporter: { fileName: `${folder}/${name}.html` },
    jsonReporter: { fileName: `${folder}/${name}-report.json` },
    clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
    thresholds: { break: 85 },
  }).runMutationTest();
}

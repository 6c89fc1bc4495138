// npm run test:mutants -- ROOM [FILE …]
import { Stryker } from '@stryker-mutator/core';
import { parseArgs } from 'node:util';
import { rooms } from './rooms.mjs';

const {
  positionals: [name, ...files],
} = parseArgs({ allowPositionals: true });
const room = rooms[name];
if (room === undefined) throw new Error(`name a room: ${Object.keys(rooms).join(', ')}`);

const folder = 'node_modules/.cache/docwright-mutants';
await new Stryker({
  testRunner: 'vitest',
  vitest: { configFile: 'test/mutants/vitest.config.ts', related: false },
  mutate: files.length > 0 ? files : room.mutate,
  testFiles: room.tests,
  ignorePatterns: ['/bench', '/dist', '/docs', '/examples', '/generated'],
  coverageAnalysis: 'perTest',
  ignoreStatic: true,
  concurrency: 1,
  maxTestRunnerReuse: 0,
  incremental: true,
  incrementalFile: `${folder}/${name}.json`,
  tempDirName: `${folder}/work`,
  reporters: ['clear-text', 'progress-append-only', 'json', 'html'],
  jsonReporter: { fileName: `${folder}/${name}-report.json` },
  htmlReporter: { fileName: `${folder}/${name}.html` },
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
  thresholds: { break: 85 },
}).runMutationTest();

import { defineConfig } from 'vitest/config';
import { warmPool } from './warm-pool.js';

export default defineConfig({
  plugins: [
    // Stryker insists on a pool of its own; this one takes its place.
    {
      name: 'warm-pool',
      configureVitest: ({ project }) => void Object.assign(project.config, { pool: warmPool.name, poolRunner: warmPool }),
    },
  ],
  test: {
    include: ['test/**/*.test.ts'],
    // The sandbox lies in `node_modules`: nothing in it is to be left out, and its files are TypeScript.
    exclude: [],
    server: { deps: { inline: [/\/sandbox-/] } },
    setupFiles: ['test/mutants/forget-mutant.ts'],
    isolate: false,
    testTimeout: 20_000,
  },
});

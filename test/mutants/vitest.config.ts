import { defineConfig } from 'vitest/config';

/** The tests that mutants have to survive: those of the rooms that are mutated, without the long runs. */
export default defineConfig({
  test: {
    root: new URL('../..', import.meta.url).pathname,
    include: ['test/{page,model,drift,diagnostics,markdown}/**/*.test.ts', 'test/templates/runtime/**/*.test.ts'],
    exclude: ['test/drift/properties.test.ts'],
    testTimeout: 60_000,
  },
});

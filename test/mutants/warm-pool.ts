import { resolve } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { PoolRunnerInitializer, PoolWorker } from 'vitest/node';

const name = 'warm';
let thread: Worker | undefined;

/**
 * One thread that outlives a run, so that a mutant costs its tests and not the loading of all modules, nor new keys. Files of tests are
 * loaded anew for each run; no other module keeps anything between calls.
 */
export const warmPool: PoolRunnerInitializer = {
  name,
  createPoolWorker({ execArgv, env }): PoolWorker {
    const worker = (): Worker => (thread ??= new Worker(resolve('test/mutants/warm-worker.mjs'), { env, execArgv }));
    return {
      name,
      on: (event, listener) => void worker().on(event, listener),
      off: (event, listener) => void worker().off(event, listener),
      deserialize: (data) => data,
      send: (message) => worker().postMessage(message),
      start: () => Promise.resolve(void worker().ref()),
      stop: () => Promise.resolve(void worker().removeAllListeners('message').removeAllListeners('error').unref()),
    };
  },
};

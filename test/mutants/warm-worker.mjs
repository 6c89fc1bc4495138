import { parentPort } from 'node:worker_threads';
import { init, runBaseTests, setupEnvironment } from 'vitest/worker';

const listeners = [];

init({
  post: (message) => parentPort.postMessage(message),
  on(listener) {
    listeners.push(listener);
    parentPort.on('message', listener);
  },
  off: (listener) => parentPort.off('message', listener),
  // The first one waits for the next run; the others belong to the run that ended.
  teardown() {
    for (const listener of listeners.splice(1)) parentPort.off('message', listener);
  },
  setup: setupEnvironment,
  runTests: (state, traces) => runBaseTests('run', state, traces),
  collectTests: (state, traces) => runBaseTests('collect', state, traces),
});

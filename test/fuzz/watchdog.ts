import { Worker } from 'node:worker_threads';

/** Ends a run that hangs. */
export interface Watchdog {
  /** Notes an input that is about to be tried. */
  begin(text: string): void;
  /** It came to its end. */
  end(): void;
  stop(): Promise<void>;
}

/** What the other thread runs. It sees what the first one, which hangs, cannot. */
const watch = `
const { workerData: { shared, folder, milliseconds } } = require('node:worker_threads');
const { createHash } = require('node:crypto');
const { mkdirSync, writeFileSync } = require('node:fs');
const [count, length] = [0, 1];
const numbers = new Int32Array(shared, 0, 2);
let seen = -1;
let since = performance.now();
setInterval(() => {
  if (Atomics.load(numbers, count) !== seen || seen % 2 === 0) {
    seen = Atomics.load(numbers, count);
    since = performance.now();
  } else if (performance.now() - since > milliseconds) {
    const text = String.fromCharCode(...new Uint16Array(shared, 8, Atomics.load(numbers, length)));
    const path = folder + '/' + createHash('sha256').update(text).digest('hex').slice(0, 16);
    mkdirSync(folder, { recursive: true });
    writeFileSync(path, JSON.stringify(text));
    writeFileSync(2, path + ': hangs\\n');
    process.kill(process.pid, 'SIGKILL');
  }
}, 1000);
`;

/**
 * Watches from another thread. An input that takes longer than the limit is kept as a finding, and the process is killed: nothing else
 * ends a loop without an end.
 *
 * @param longest characters of the longest input
 */
export function startWatchdog({
  folder,
  milliseconds,
  longest,
}: {
  readonly folder: string;
  readonly milliseconds: number;
  readonly longest: number;
}): Watchdog {
  const shared = new SharedArrayBuffer(8 + 2 * longest);
  const numbers = new Int32Array(shared, 0, 2);
  const units = new Uint16Array(shared, 8);
  const worker = new Worker(watch, { eval: true, workerData: { shared, folder, milliseconds } });
  worker.unref();
  return {
    begin(text) {
      for (let index = 0; index < text.length; index += 1) units[index] = text.charCodeAt(index);
      Atomics.store(numbers, 1, text.length);
      // Odd while an input is tried.
      Atomics.add(numbers, 0, 1);
    },
    end: () => void Atomics.add(numbers, 0, 1),
    stop: async () => void (await worker.terminate()),
  };
}

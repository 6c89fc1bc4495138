import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createCorpus } from './corpus.js';
import { createRandom, longest, mutate } from './mutate.js';
import { targets } from './targets.js';
import { startWatchdog } from './watchdog.js';

export { targets };

export const findingsFolder = 'test/fuzz/findings';

/** How long to go on: until the time is over or the number is reached. */
export interface Effort {
  readonly seconds: number;
  readonly executions: number;
  readonly seed: number;
  /** Milliseconds that an input may take before it counts as a finding, too. One that takes ten times as many ends the run. */
  readonly slowest: number;
}

/** What came of one target. */
export interface FuzzResult {
  readonly target: string;
  readonly executions: number;
  /** Executions whose input was read to its end rather than refused. */
  readonly taken: number;
  readonly branches: number;
  /** Inputs that are the shortest to do something. */
  readonly interesting: number;
  readonly findings: readonly string[];
  /** Of the processor, for all of it. */
  readonly seconds: number;
}

/** Tries inputs; those that do something new are changed further. What makes a target throw is written to `test/fuzz/findings`. */
export async function fuzz(name: string, { seconds, executions: most, seed, slowest }: Effort): Promise<FuzzResult> {
  const target = targets[name];
  if (target === undefined) throw new Error(`there is no target ${name}; there are ${Object.keys(targets).join(', ')}`);
  const random = createRandom(seed);
  const seeds = [...target.seeds, ...findingsOf(name)];
  const corpus = createCorpus(seeds, random);
  const findings = new Map<string, string>();
  const watchdog = startWatchdog({ folder: join(findingsFolder, name), milliseconds: 10 * slowest, longest });
  const before = process.cpuUsage();
  const end = performance.now() + seconds * 1000;
  let executions = 0;
  let taken = 0;
  const attempt = async (text: string): Promise<void> => {
    const start = performance.now();
    let fault: string | undefined;
    watchdog.begin(text);
    try {
      if (await target.run(text)) taken += 1;
    } catch (error) {
      fault = faultOf(error, text);
    }
    watchdog.end();
    const time = performance.now() - start;
    if (time > slowest) fault ??= `took ${String(Math.round(time))} ms`;
    executions += 1;
    if (fault !== undefined && !findings.has(fault)) findings.set(fault, save(name, text));
    corpus.consider(text);
  };
  corpus.forget();
  for (const text of seeds) await attempt(text);
  while (executions < most && performance.now() < end) await attempt(mutate(corpus.pick(), corpus.pick(), target.words, random));
  await watchdog.stop();
  await target.stop?.();
  const { user, system } = process.cpuUsage(before);
  return {
    target: name,
    executions,
    taken,
    branches: corpus.branches(),
    interesting: corpus.size(),
    findings: Array.from(findings, ([fault, path]) => `${path}: ${fault}`),
    seconds: (user + system) / 1e6,
  };
}

/** The same for inputs with the same fault. */
function faultOf(error: unknown, text: string): string {
  if (!(error instanceof Error)) return String(error);
  return (error.stack ?? error.message).replace(text, '').split('\n').slice(0, 2).join(' ');
}

function save(name: string, text: string): string {
  const folder = join(findingsFolder, name);
  mkdirSync(folder, { recursive: true });
  const path = join(folder, createHash('sha256').update(text).digest('hex').slice(0, 16));
  writeFileSync(path, JSON.stringify(text));
  return path;
}

/** Inputs that once were findings. */
export function findingsOf(name: string): string[] {
  try {
    return readdirSync(join(findingsFolder, name)).map(
      (file) => JSON.parse(readFileSync(join(findingsFolder, name, file), 'utf8')) as string,
    );
  } catch {
    return [];
  }
}

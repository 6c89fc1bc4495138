import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createRandom, mutate } from './mutate.js';
import { targets, type Target } from './targets.js';

export { targets };

export const findingsFolder = 'test/fuzz/findings';

/** What came of one target. */
export interface FuzzResult {
  readonly target: string;
  readonly executions: number;
  /** Inputs that took a branch, or took one more often, than any before. */
  readonly interesting: number;
  readonly branches: number;
  readonly findings: readonly string[];
}

/**
 * Tries inputs until the time is over. Those that reach something new are kept and changed further, as AFL does: branches count in
 * powers of two. What makes a target throw is written to `test/fuzz/findings`.
 *
 * @param slowest milliseconds that an input may take before it counts as a finding, too
 */
export function fuzz(
  name: string,
  { seconds, seed, slowest }: { readonly seconds: number; readonly seed: number; readonly slowest: number },
): FuzzResult {
  const target = targets[name];
  if (target === undefined) throw new Error(`there is no target ${name}; there are ${Object.keys(targets).join(', ')}`);
  const random = createRandom(seed);
  const most = new Uint8Array(globalThis.fuzzCounts.length);
  const corpus: string[] = [];
  const findings = new Map<string, string>();
  let executions = 0;
  const end = performance.now() + seconds * 1000;
  const attempt = (text: string): void => {
    globalThis.fuzzCounts.fill(0);
    const fault = faultOf(target, text, slowest);
    executions += 1;
    if (fault !== undefined && !findings.has(fault)) findings.set(fault, save(name, text));
    if (isNew(most)) corpus.push(text);
  };
  for (const text of [...target.seeds, ...findingsOf(name)]) attempt(text);
  if (corpus.length === 0) corpus.push(...target.seeds);
  while (performance.now() < end) {
    for (let left = 50; left > 0; left -= 1) {
      // The latest are the least explored.
      const pick = random(3) === 0 ? random(corpus.length) : corpus.length - 1 - random(Math.min(corpus.length, 40));
      attempt(mutate(corpus[pick] ?? '', corpus[random(corpus.length)] ?? '', target.words, random));
    }
  }
  return {
    target: name,
    executions,
    interesting: corpus.length,
    branches: most.reduce((sum, count) => sum + (count > 0 ? 1 : 0), 0),
    findings: [...findings.keys()],
  };
}

/** What is wrong: the message of an error, or that it took too long. */
function faultOf(target: Target, text: string, slowest: number): string | undefined {
  const start = performance.now();
  try {
    target.run(text);
  } catch (error) {
    return error instanceof Error ? (error.stack ?? error.message).split('\n').slice(0, 2).join(' ').replace(text, '') : String(error);
  }
  const taken = performance.now() - start;
  return taken > slowest ? `took ${String(Math.round(taken))} ms` : undefined;
}

function isNew(most: Uint8Array): boolean {
  const counts = globalThis.fuzzCounts;
  const words = new Uint32Array(counts.buffer);
  let found = false;
  for (let word = 0; word < words.length; word += 1) {
    if (words[word] === 0) continue;
    for (let index = 4 * word; index < 4 * word + 4; index += 1) {
      const bucket = 32 - Math.clz32(counts[index] ?? 0);
      if (bucket > (most[index] ?? 0)) {
        most[index] = bucket;
        found = true;
      }
    }
  }
  return found;
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

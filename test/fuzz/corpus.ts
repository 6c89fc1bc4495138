import type { Random } from './mutate.js';

/** Inputs worth changing. */
export interface Corpus {
  /** Looks at what was hit since the last look; keeps the text if it did something first, or is the shortest that does it. */
  consider(text: string): void;
  /** Forgets what was hit since the last look. */
  forget(): void;
  pick(): string;
  size(): number;
  /** How many branches were ever taken. */
  branches(): number;
}

interface Entry {
  readonly text: string;
  /** How many things it is the shortest to do. */
  merits: number;
}

/** Taken once, twice, up to 4, 8, … 128 times, and more often: each is something of its own, as in AFL. */
const buckets = 9;

/** As libFuzzer does, prefers short inputs, which are quick, and whose changes matter. */
export function createCorpus(seeds: readonly string[], random: Random): Corpus {
  const { counts, taken } = globalThis.fuzzHits;
  const best: (Entry | undefined)[] = Array.from({ length: buckets * counts.length });
  let entries: Entry[] = [];
  let dead = 0;
  const consider = (text: string): void => {
    let entry: Entry | undefined;
    for (const branch of taken) {
      const bucket = Math.min(buckets - 1, 32 - Math.clz32((counts[branch] ?? 0) - 1));
      counts[branch] = 0;
      const held = best[branch * buckets + bucket];
      if (held !== undefined && held.text.length <= text.length) continue;
      if (held !== undefined && (held.merits -= 1) === 0) dead += 1;
      entry ??= { text, merits: 0 };
      entry.merits += 1;
      best[branch * buckets + bucket] = entry;
    }
    taken.length = 0;
    if (entry !== undefined) entries.push(entry);
    if (dead > 50 && 2 * dead > entries.length) {
      entries = entries.filter(({ merits }) => merits > 0);
      dead = 0;
    }
  };
  return {
    consider,
    forget() {
      for (const branch of taken) counts[branch] = 0;
      taken.length = 0;
    },
    pick() {
      // Seeds are sound as a whole, which the shortest input for a single branch need not be. The latest are the least explored.
      if (entries.length === 0 || random(8) === 0) return seeds[random(seeds.length)] ?? '';
      const index = random(3) === 0 ? entries.length - 1 - random(Math.min(entries.length, 40)) : random(entries.length);
      return entries[index]?.text ?? '';
    },
    size: () => entries.filter(({ merits }) => merits > 0).length,
    branches: () =>
      counts.reduce((sum, _, branch) => sum + (best.slice(branch * buckets, (branch + 1) * buckets).some(Boolean) ? 1 : 0), 0),
  };
}

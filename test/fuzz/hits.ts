/** How often the instrumented code took each branch since the last look, and which it took at all, so that nothing else need be looked at. */
export interface Hits {
  readonly counts: Uint32Array;
  /** Branches whose count is not 0. */
  readonly taken: number[];
}

/** What instrumented code calls on every branch, and where that is counted. */
declare global {
  var fuzzHit: (branch: number) => void;
  var fuzzHits: Hits;
}

/** Begins to count; before any instrumented module is loaded. */
export function countHits(branches: number): void {
  const counts = new Uint32Array(branches);
  const taken: number[] = [];
  globalThis.fuzzHits = { counts, taken };
  globalThis.fuzzHit = (branch) => {
    if (counts[branch] === 0) taken.push(branch);
    counts[branch] = (counts[branch] ?? 0) + 1;
  };
}

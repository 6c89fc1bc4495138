/** Told how far a run is. */
export interface Progress {
  /** A stage of `total` steps begins; the one before has ended. */
  begin(stage: string, total: number): void;
  advance(steps: number): void;
}

export const silent: Progress = { begin: () => {}, advance: () => {} };

import type { RowPair } from './pair-rows.js';
import type { Row } from './row.js';

/** A part of a row that changes by itself. Two aspects that both changed are two findings. */
export type Aspect = 'required' | 'type' | 'values' | 'encryption' | 'encoding' | 'signature' | 'text';

/** What earlier detectors have explained already: one edit, one finding (drift-rules.md §15.1). */
export interface Claims {
  /** A whole row, with everything below it. */
  takeRow(row: Row): void;
  hasRow(row: Row): boolean;
  takeAspect(pair: RowPair, aspect: Aspect): void;
  hasAspect(pair: RowPair, aspect: Aspect): boolean;
}

export function createClaims(): Claims {
  const rows = new Set<Row>();
  const aspects = new Map<Row, Set<Aspect>>();
  return {
    takeRow: (row) => void rows.add(row),
    hasRow: (row) => rows.has(row),
    takeAspect({ head }, aspect) {
      const taken = aspects.get(head);
      if (taken === undefined) aspects.set(head, new Set([aspect]));
      else taken.add(aspect);
    },
    hasAspect: ({ head }, aspect) => aspects.get(head)?.has(aspect) === true,
  };
}

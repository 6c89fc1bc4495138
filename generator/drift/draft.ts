import type { Place } from '../diagnostics/place.js';
import type { Breaks, Change, Finding, Spot, TableSide } from './finding.js';
import type { RuleId } from './registry.js';

/** What a detector knows of a finding; everything else follows from the registry and the operation. */
export interface Draft extends Pick<Finding, 'from' | 'to' | 'values' | 'firstInOperation' | 'lastInOperation' | 'base' | 'head'> {
  readonly ruleId: RuleId;
  /** Where the finding belongs to another operation than the one that is compared. */
  readonly operation?: string;
  readonly side: TableSide | null;
  readonly field: string | null;
  readonly message: string;
  readonly covers?: readonly Change[];
  /** The situation that the rule calls milder holds. */
  readonly milder?: true;
  /** Where the kind of break depends on the place, not on the rule. */
  readonly breaks?: Breaks;
}

/** A spot without its value: the parts of a place that a finding shows. */
export function spotAt(file: string, { line, column }: Place, value: string | null): Spot {
  return { file, line, column, value };
}

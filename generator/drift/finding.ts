import type { Diagnostic } from '../diagnostics/diagnostic.js';

/** How loud a finding is: breaking, dangerous, non-breaking, silent. */
export type Level = 'error' | 'warn' | 'info' | 'off';

/** What the next release of the client has to be. */
export type Semver = 'major' | 'minor' | 'patch' | 'none';

/** `wire`: a client already released misbehaves. `source`: code that compiles today stops compiling after regeneration. */
export type Breaks = 'wire' | 'source' | 'both' | 'none';

/** `text` findings speak of wording only; they never break anything. */
export type RuleClass = 'contract' | 'text';

/** The table a row stands in; of a notification, `request` is the message and `response` the reply. */
export type TableSide = 'request' | 'response';

/** The plain words for a change between two tables of rows. */
export type ChangeWord =
  | 'operation-added'
  | 'operation-removed'
  | 'operation-deprecated'
  | 'field-added-required'
  | 'field-added-optional'
  | 'field-removed'
  | 'type-changed'
  | 'became-required'
  | 'became-optional'
  | 'enum-value-added'
  | 'enum-value-removed'
  | 'enum-introduced'
  | 'enum-dropped'
  | 'encryption-added'
  | 'encryption-removed'
  | 'encryption-key-changed'
  | 'encoding-added'
  | 'encoding-removed';

/** One plain change that a finding stands for. `side` and `field` are `null` where the change is about the whole operation. */
export interface Change {
  readonly operation: string;
  readonly side: TableSide | null;
  readonly field: string | null;
  readonly change: ChangeWord;
}

/** Where a finding is seen in one of the two revisions, and what stands there. */
export interface Spot {
  /** Relative to the specs folder. */
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** What the rule compared: a type, a mark, a list of values. `null` where the place holds nothing of the kind. */
  readonly value: string | null;
  /** Where an overlay says so, not the page. */
  readonly overlay?: { readonly file: string; readonly line: number };
}

/** One edit of the documented contract, or of its wording. */
export interface Finding {
  readonly ruleId: string;
  readonly class: RuleClass;
  readonly level: Level;
  readonly semver: Semver;
  readonly breaks: Breaks;
  /** `null` where the finding is about the whole operation. */
  readonly side: TableSide | null;
  readonly operation: string;
  /** Path of the row, its group first, `[]` after lists of objects: head's path, base's if the row is gone. */
  readonly field: string | null;
  /** Renames and moves: full field paths, or operations. */
  readonly from?: string;
  readonly to?: string;
  /** Lists of values only. */
  readonly values?: { readonly added: readonly string[]; readonly removed: readonly string[] };
  /** `encryption-added`: nothing of this operation was encrypted before, so its caller has to configure a key now. */
  readonly firstInOperation?: true;
  /** `encryption-removed`: nothing of this operation is encrypted any more. */
  readonly lastInOperation?: true;
  readonly message: string;
  readonly help: string;
  readonly base?: Spot;
  readonly head?: Spot;
  /** Hashes rule, operation, field, before and after; never a line number. */
  readonly fingerprint: string;
  /** The plain changes this finding stands for beyond what its own id says. */
  readonly covers: readonly Change[];
}

/** The sum of all findings (drift-rules.md §15.9). */
export interface Verdict {
  /** A finding of class `contract` has level `error`. */
  readonly breaking: boolean;
  /** No finding of class `contract`. */
  readonly docsOnly: boolean;
  readonly semver: Semver;
  /** Contract findings that break released clients; those of kind `both` count here and under `source`. */
  readonly wire: number;
  readonly source: number;
}

/** An operation that base has and that cannot be judged, because its page in head cannot be read. */
export interface NotEvaluated {
  readonly operation: string;
  readonly file: string;
}

/** An entry of the file of accepted findings, and whether it still does something. */
export interface AcceptedFinding {
  readonly fingerprint: string;
  readonly rule: string;
  readonly reason: string;
  readonly until?: string;
  readonly state: 'used' | 'unused' | 'expired';
}

/** What `diff` says (design.md §3). */
export interface DriftReport {
  readonly version: 1;
  readonly verdict: Verdict;
  readonly summary: { readonly error: number; readonly warn: number; readonly info: number };
  /** By operation, breaking ones first; never one of level `off`. */
  readonly findings: readonly Finding[];
  /** Those that head has and base has not. */
  readonly diagnostics: readonly Diagnostic[];
  readonly notEvaluated: readonly NotEvaluated[];
  /** Empty where no file of accepted findings was given. */
  readonly accepted: readonly AcceptedFinding[];
}

import type { Severity } from './diagnostic.js';

/** What the catalogue says of a code, whatever the place. */
export interface Declaration {
  readonly severity: Severity;
  /** Short name of the fault, without a full stop. */
  readonly title: string;
  readonly why: string;
  readonly fix: string;
  /** Two pages (or the part of a page that matters): the first fires the code, the second does not. They are run as a test. */
  readonly example: { readonly bad: string; readonly good: string };
}

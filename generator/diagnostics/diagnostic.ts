import type { Code } from './catalogue.js';
import type { Place } from './place.js';

/** `fatal`: no model of the page is possible (design.md §2.2). All others leave a sensible model. */
export type Severity = 'fatal' | 'error' | 'warn' | 'info';

/** A second place that belongs to the same fault, such as the first of two duplicates. */
export interface RelatedPlace {
  readonly file: string;
  readonly place: Place;
  readonly message: string;
}

/** One thing said about one place of one page. Plain data, so that a cache can store and replay it. */
export interface Diagnostic {
  readonly code: Code;
  readonly severity: Severity;
  /** Relative to the specs folder, `/` between segments. */
  readonly file: string;
  readonly place: Place;
  /** One line that names the thing that is wrong. */
  readonly message: string;
  /** What goes wrong if nobody acts; the catalogue's text unless the place has a better one. */
  readonly why: string;
  /** The next step in the imperative, or the corrected row; the catalogue's text unless the place has a better one. */
  readonly help: string;
  readonly related: readonly RelatedPlace[];
}

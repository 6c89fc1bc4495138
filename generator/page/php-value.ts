import type { Place } from '../diagnostics/place.js';

/** A value in a PHP sample. Plain data; every node knows its place in the page. */
export type PhpValue =
  | { readonly kind: 'literal'; readonly value: string | number | boolean | null; readonly place: Place }
  | { readonly kind: 'list'; readonly items: readonly PhpValue[]; readonly place: Place }
  | { readonly kind: 'map'; readonly entries: readonly PhpEntry[]; readonly place: Place }
  /** `\json_encode(…)` or `\urlencode(…queryStringLike(…))`: the argument is the plain value. */
  | { readonly kind: 'encoded'; readonly by: 'json' | 'urlencode'; readonly value: PhpValue; readonly place: Place }
  /** Anything that is no literal: a variable without a literal value, a call, a stream. */
  | { readonly kind: 'expression'; readonly code: string; readonly place: Place };

/** One `'key' => value`. Repeated keys are kept. */
export interface PhpEntry {
  readonly key: string;
  readonly place: Place;
  readonly value: PhpValue;
}

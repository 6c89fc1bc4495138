import type { Field } from '../model/api.js';

/**
 * What users of the SDK give and get at one place: the page's rows with every encryption and encoding taken away. Types, validators
 * and shapes are printed from it, so that they cannot tell different stories.
 */
export type PlainValue =
  | { readonly kind: Scalar }
  /** `open`: other values of the same type occur as well. */
  | { readonly kind: 'literals'; readonly values: readonly (string | number | boolean)[]; readonly open: boolean }
  | PlainObject
  | { readonly kind: 'list'; readonly of: PlainValue }
  | { readonly kind: 'either'; readonly of: readonly PlainValue[] };

export interface PlainObject {
  readonly kind: 'object';
  /** Of its interface. Without a name it is printed in place. */
  readonly name?: string;
  readonly members: readonly PlainMember[];
}

/**
 * `numeric` is a number or its decimal text, `file` the file part of an upload, `undocumented` an object of which the page lists no
 * rows.
 */
export type Scalar = 'string' | 'number' | 'integer' | 'boolean' | 'numeric' | 'file' | 'undocumented';

export interface PlainMember {
  readonly name: string;
  readonly optional: boolean;
  readonly value: PlainValue;
  /** The row, for its words. */
  readonly field: Field;
}

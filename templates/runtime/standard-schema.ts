import type { Issue, Validate } from './validation.js';

/** The part of the Standard Schema specification (version 1) that an emitted `XSchema` implements. */
export interface StandardSchema<Value> {
  readonly '~standard': {
    readonly version: 1;
    readonly vendor: 'docwright';
    readonly validate: (value: unknown) => StandardResult<Value>;
    readonly types?: { readonly input: Value; readonly output: Value } | undefined;
  };
}

export type StandardResult<Value> =
  | { readonly value: Value; readonly issues?: undefined }
  | { readonly issues: readonly { readonly message: string; readonly path: readonly string[] }[] };

/** Makes a schema of an emitted validator. */
export function standardSchema<Value>(validate: Validate): StandardSchema<Value> {
  return { '~standard': { version: 1, vendor: 'docwright', validate: (value) => toStandardResult(value, validate(value)) } };
}

/** The outcome of a validator in the words of Standard Schema. */
export function toStandardResult<Value>(value: unknown, issues: readonly Issue[] | undefined): StandardResult<Value> {
  // The validator that found no issue vouches for the type.
  if (issues === undefined) return { value: value as Value };
  return { issues: issues.map(({ pointer, expected }) => ({ message: `must be ${expected}`, path: segmentsOf(pointer) })) };
}

function segmentsOf(pointer: string): string[] {
  return pointer
    .split('/')
    .slice(1)
    .map((segment) => segment.replaceAll('~1', '/').replaceAll('~0', '~'));
}

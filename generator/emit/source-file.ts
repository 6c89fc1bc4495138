/** A file of the SDK before it is formatted. */
export interface SourceFile {
  /** Relative to the package, `/` between segments. */
  readonly path: string;
  readonly text: string;
}

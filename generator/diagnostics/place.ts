/**
 * A stretch of one line in a page. Lines and columns count from 1; columns are UTF-16 code units, as in vfile and VS Code.
 * `endColumn` is the column after the last character, so an empty stretch has `column === endColumn`.
 */
export interface Place {
  readonly line: number;
  readonly column: number;
  readonly endColumn: number;
}

/** A stretch of a row between two pipes, without the blanks around it. */
export interface RowCell {
  readonly text: string;
  /** Index of the text in the row. */
  readonly index: number;
}

const backslash = 0x5c;
const pipe = 0x7c;

/**
 * Splits a row at its pipes (dialect.md §7). The pipe at the start and the one at the end are optional; `\|` is text. Pipes in
 * code spans split as well, as in every GFM parser.
 */
export function splitRow(row: string): RowCell[] {
  const cells: RowCell[] = [];
  let start = row.length - row.trimStart().length;
  if (row.charCodeAt(start) === pipe) start++;
  for (let index = start; index < row.length; index++) {
    const char = row.charCodeAt(index);
    if (char === backslash) {
      index++;
    } else if (char === pipe) {
      cells.push(trimCell(row, start, index));
      start = index + 1;
    }
  }
  const last = trimCell(row, start, row.length);
  return last.text === '' ? cells : [...cells, last];
}

function trimCell(row: string, start: number, end: number): RowCell {
  const stretch = row.slice(start, end);
  const text = stretch.trimStart();
  return { text: text.trimEnd(), index: start + stretch.length - text.length };
}

/** A pipe between cells. */
export interface Divider {
  /** Index of the first of its blanks. */
  readonly index: number;
  /** With the blanks around it. */
  readonly written: string;
}

/**
 * The pipes of a row that are not written ` | `, or `| ` at the start of the row. A closing pipe may have any blanks.
 *
 * @param line of the page, a row of a table
 */
export function oddDividers(line: string): Divider[] {
  if (!oddPipe.test(line)) return [];
  return [...line.matchAll(/(?<![\\ ]) *\| */g)].flatMap(({ index, 0: written }) => {
    const isUsual = written === (index === 0 ? '| ' : ' | ') || index + written.length === line.length;
    return isUsual ? [] : [{ index, written }];
  });
}

/** What every odd divider has; far cheaper to search for. */
const oddPipe = / {2}\||\| {2}|[^ \\]\||\|[^ ]/;

import { oddDividers } from '../odd-dividers.js';
import type { PageRule } from '../page-subject.js';
import { visitRows } from '../visit-rows.js';

/** Cells are divided by ` | ` (dialect.md §7). */
export const cellSpacing: PageRule = ({ page, lines, report }) => {
  visitRows(page, ({ name, rowPlace: { line } }) => {
    const text = lines[line - 1] ?? '';
    const [first] = oddDividers(text);
    // A pipe that is not escaped is a fault of its own.
    if (!first || (text.match(/(?<!\\)\|/g)?.length ?? 0) > 4) return;
    const column = first.index + 1;
    report(
      'doc-cell-spacing',
      { line, column, endColumn: column + first.written.length },
      `cells of \`${name}\` are not divided by one blank`,
    );
  });
};

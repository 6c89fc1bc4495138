import { oddBlanks } from '../odd-blanks.js';
import type { PageRule } from '../page-subject.js';
import { visitRows } from '../visit-rows.js';

/** A blank that looks like one and is none to programs. */
export const blankOdd: PageRule = ({ page, lines, report }) => {
  visitRows(page, ({ rowPlace: { line } }) => {
    const found = oddBlanks.exec(lines[line - 1] ?? '');
    if (!found) return;
    const column = found.index + 1;
    const code = found[0].charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
    report('doc-blank-odd', { line, column, endColumn: column + found[0].length }, `the row holds U+${code}, which is no ordinary blank`);
  });
};

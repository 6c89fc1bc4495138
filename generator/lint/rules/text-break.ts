import type { PageRule } from '../page-subject.js';
import { visitRows } from '../visit-rows.js';

/** A line break with nothing behind it. */
export const textBreak: PageRule = ({ page, lines, report }) => {
  visitRows(page, ({ name, rowPlace: { line } }) => {
    const text = lines[line - 1] ?? '';
    const end = text.trimEnd();
    // Rows nearly always end in anything else, and then need not be searched.
    if (!end.endsWith('>') && !end.endsWith('|')) return;
    const found = /<br ?\/?> *\|? *$/.exec(text);
    if (!found) return;
    const column = found.index + 1;
    report('doc-text-break', { line, column, endColumn: text.length + 1 }, `the description of \`${name}\` ends with a line break`);
  });
};

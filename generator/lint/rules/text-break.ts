import type { PageRule } from '../page-subject.js';
import { visitRows } from '../visit-rows.js';

/** A line break with nothing behind it. */
export const textBreak: PageRule = ({ page, lines, report }) => {
  visitRows(page, ({ name, rowPlace: { line } }) => {
    const text = lines[line - 1] ?? '';
    // A pattern for what stands behind the break would try every blank of a long run.
    const found = /<br ?\/?>$/.exec(text.trimEnd().replace(/\|$/, '').trimEnd());
    if (!found) return;
    const column = found.index + 1;
    report('doc-text-break', { line, column, endColumn: text.length + 1 }, `the description of \`${name}\` ends with a line break`);
  });
};

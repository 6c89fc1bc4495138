import { enumKeyword } from '../../page/tokens.js';
import type { PageRule } from '../page-subject.js';
import { visitRows } from '../visit-rows.js';

/** A list of values is written with one blank around each pipe and before the keyword (dialect.md §13.1). */
export const enumSpacing: PageRule = ({ page, lines, report }) => {
  visitRows(page, ({ name, description: { values } }) => {
    if (!values || (values.form !== 'one-of' && values.form !== 'single')) return;
    const { line, column, endColumn } = values.place;
    const text = lines[line - 1] ?? '';
    const list = text.slice(column - 1, endColumn - 1);
    const isGlued = text.startsWith(enumKeyword, endColumn - 1);
    if (isGlued || /`\\\||\\\|`/.test(list)) {
      report('doc-enum-spacing', values.place, `the values of \`${name}\` are not divided by blanks`);
    }
  });
};

import { tooltipMarks } from '../../page/tokens.js';
import type { PageRule } from '../page-subject.js';
import { visitRows } from '../visit-rows.js';

/** The tooltip of a type cell names a treatment that the marks beside it do not (dialect.md §9). */
export const tooltipDisagrees: PageRule = ({ page, report }) => {
  visitRows(page, ({ name, type: { tooltip, encrypted, encoded, signed } }) => {
    const mark = tooltip && tooltipMarks.find(([words]) => tooltip.value.includes(words))?.[1];
    if (!tooltip || mark === undefined) return;
    const isMarked = [encrypted, encoded, signed].some((given) => given?.value === mark);
    if (!isMarked)
      report('doc-tooltip-disagrees', tooltip.place, `the tooltip of \`${name}\` means \`${mark}\`, but the row has no such mark`);
  });
};

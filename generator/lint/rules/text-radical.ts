import type { PageRule } from '../page-subject.js';

/** Radicals are letters of dictionaries that look like ideographs; searches do not find them. */
export const textRadical: PageRule = ({ lines, report }) => {
  lines.forEach((text, index) => {
    const found = /[\u2e80-\u2fdf]+/.exec(text);
    if (!found) return;
    const column = found.index + 1;
    const place = { line: index + 1, column, endColumn: column + found[0].length };
    report('doc-text-radical', place, `\`${found[0]}\` is a radical, not the ideograph`);
  });
};

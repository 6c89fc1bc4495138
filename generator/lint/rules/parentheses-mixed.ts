import { linesOfSamples } from '../lines-of-samples.js';
import type { PageRule } from '../page-subject.js';

/** One parenthesis of a pair is wide, the other narrow. */
export const parenthesesMixed: PageRule = ({ lines, page, report }) => {
  let code: ReadonlySet<number> | undefined;
  lines.forEach((text, index) => {
    const found = /（[^（）()]*\)|\([^（）()]*）/.exec(text);
    if (!found) return;
    code ??= linesOfSamples(page);
    if (code.has(index + 1)) return;
    const column = found.index + 1;
    const place = { line: index + 1, column, endColumn: column + found[0].length };
    report('doc-parentheses-mixed', place, `\`${found[0]}\` opens and closes with parentheses of different width`);
  });
};

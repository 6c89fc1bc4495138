import type { PageRule } from '../page-subject.js';

/** One parenthesis of a pair is wide, the other narrow. */
export const parenthesesMixed: PageRule = ({ lines, page, report }) => {
  const code = new Set(page.sections.flatMap(({ samples }) => samples.flatMap((sample) => linesOf(sample.place.line, sample.code))));
  lines.forEach((text, index) => {
    const found = code.has(index + 1) ? null : /（[^（）()]*\)|\([^（）()]*）/.exec(text);
    if (!found) return;
    const column = found.index + 1;
    const place = { line: index + 1, column, endColumn: column + found[0].length };
    report('doc-parentheses-mixed', place, `\`${found[0]}\` opens and closes with parentheses of different width`);
  });
};

function linesOf(first: number, code: string): number[] {
  return code.split('\n').map((_, index) => first + index);
}

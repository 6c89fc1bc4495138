import { linesOfSamples } from '../lines-of-samples.js';
import { oddBlanks } from '../odd-blanks.js';
import type { PageRule } from '../page-subject.js';

/** A blank that looks like one and is none to programs. What samples send is meant as it stands. */
export const blankOdd: PageRule = ({ page, lines, report }) => {
  let code: ReadonlySet<number> | undefined;
  lines.forEach((text, index) => {
    const found = oddBlanks.exec(text);
    if (!found) return;
    code ??= linesOfSamples(page);
    if (code.has(index + 1)) return;
    const column = found.index + 1;
    const point = found[0].charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
    report(
      'doc-blank-odd',
      { line: index + 1, column, endColumn: column + found[0].length },
      `the line holds U+${point}, which is no ordinary blank`,
    );
  });
};

import type { PageRule } from '../page-subject.js';
import { visitRows } from '../visit-rows.js';

/** A group of attributes is written `word {a b}`: one blank before it, none inside of its braces. */
export const attributeSpacing: PageRule = ({ page, lines, report }) => {
  visitRows(page, ({ name, rowPlace: { line } }) => {
    const text = lines[line - 1] ?? '';
    if (!oddBrace.test(text)) return;
    for (const { index, 0: found } of text.matchAll(oddGroups)) {
      const column = index + 1;
      report(
        'doc-attribute-spacing',
        { line, column, endColumn: column + found.length },
        `attributes of \`${name}\` are written with odd blanks: \`${found}\``,
      );
    }
  });
};

/** What every odd group has; far cheaper to search for. */
const oddBrace = /\s\}|\{\s|\s\s\{|[^\s|{]\{/;

/** A group without a blank before it or with several, or with one inside of its braces. */
const oddGroups =
  /(?<=\S) {2,}\{(?:data-|\.)[^{}|]*\}|(?<=[^\s|{])\{(?:data-|\.)[^{}|]*\}|\{\s+(?:data-|\.)[^{}|]*\}|\{(?:data-|\.)[^{}|]*\s\}/g;

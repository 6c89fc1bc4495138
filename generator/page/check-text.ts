import type { Place } from '../diagnostics/place.js';

/** Why a text cannot be read as a page. */
export interface UnreadableText {
  readonly place: Place;
  readonly message: string;
}

/** A NUL says that the file is no text, a replacement character that it is not UTF-8. */
const foreignCharacter = /[\0\uFFFD]/;

/** Quotes and lists nested deeper than any page needs; parsing takes quadratic time and a deep stack for them. */
const maximalNesting = 32;
const deepNesting = nestingBeyond(maximalNesting);
/** What looks like code may stand in a comment or in the front matter, where markdown sees no fence: more is allowed, yet not all. */
const deepNestingInFence = nestingBeyond(4 * maximalNesting);
const fenceMarker = /^(`{3,}(?=[^`]*$)|~{3,})/;

/**
 * Looks for what keeps a text from being parsed at all (design.md §2.2, §7).
 *
 * @param lines of the page
 * @returns undefined where nothing does
 */
export function checkText(lines: readonly string[]): UnreadableText | undefined {
  let fence: string | undefined;
  for (const [index, line] of lines.entries()) {
    const column = line.search(foreignCharacter) + 1;
    if (column > 0) return { place: { line: index + 1, column, endColumn: column + 1 }, message: 'page is no UTF-8 text' };
    const marker = fenceMarker.exec(line)?.[0];
    if ((fence === undefined ? deepNesting : deepNestingInFence).test(line)) {
      const message = `quotes or lists nest deeper than ${String(maximalNesting)} levels`;
      return { place: { line: index + 1, column: 1, endColumn: line.length + 1 }, message };
    }
    if (fence === undefined) fence = marker;
    else if (marker?.startsWith(fence) && line.trimEnd() === marker) fence = undefined;
  }
  return undefined;
}

/** Matches a line that opens more levels, by its marks or by their indentation. */
function nestingBeyond(levels: number): RegExp {
  const indent = 3 * levels + 4;
  const mark = '(?:>|[-+*][ \\t]|\\d{1,9}[.)][ \\t])';
  return new RegExp(`^[ \\t]{0,${String(indent - 1)}}(?:${mark}[ \\t]*){${String(levels + 1)}}|^[ \\t]{${String(indent)},}(?:>|[-+*]|\\d)`);
}

import type { Place } from '../diagnostics/place.js';

/** Text that replaces a stretch of one line. */
export interface Edit {
  readonly place: Place;
  readonly text: string;
}

/**
 * Applies edits to a text; of two that overlap, the one that begins later in the line waits for the next round.
 *
 * @param lines of the text, without their ends
 */
export function applyEdits(lines: readonly string[], edits: readonly Edit[]): string[] {
  const byLine = new Map<number, Edit[]>();
  for (const edit of edits) byLine.set(edit.place.line, [...(byLine.get(edit.place.line) ?? []), edit]);
  return lines.map((line, index) => {
    const own = (byLine.get(index + 1) ?? []).toSorted((a, b) => a.place.column - b.place.column);
    let changed = '';
    let end = 0;
    for (const { place, text } of own) {
      if (place.column - 1 < end) continue;
      changed += line.slice(end, place.column - 1) + text;
      end = place.endColumn - 1;
    }
    return changed + line.slice(end);
  });
}

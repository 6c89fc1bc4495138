import type { Place } from '../diagnostics/place.js';

/** Text that replaces a stretch of one line. */
export interface Edit {
  readonly place: Place;
  readonly text: string;
}

/** Edits of one line that only make sense together. */
export type Change = readonly Edit[];

/**
 * Makes changes, each wholly or not at all: one that begins before the end of another on the same line is left out.
 *
 * @param lines of the text, without their ends
 */
export function applyChanges(lines: readonly string[], changes: readonly Change[]): string[] {
  const edited = [...lines];
  const spans = changes.flatMap((change) => {
    const edits = change.toSorted((a, b) => a.place.column - b.place.column);
    const [first] = edits;
    return first ? [{ edits, line: first.place.line, start: first.place.column, end: edits.at(-1)?.place.endColumn ?? 0 }] : [];
  });
  // From the back of each line, so that columns stay true.
  spans.sort((a, b) => a.line - b.line || b.start - a.start);
  let line = 0;
  let free = 0;
  for (const span of spans) {
    if (span.line === line && (span.end > free || span.start === free)) continue;
    line = span.line;
    free = span.start;
    edited[line - 1] = span.edits.reduceRight((text, edit) => splice(text, edit), edited[line - 1] ?? '');
  }
  return edited;
}

function splice(line: string, { place, text }: Edit): string {
  return line.slice(0, place.column - 1) + text + line.slice(place.endColumn - 1);
}

import type { Place } from '../../diagnostics/place.js';
import { displayWidth } from './display-width.js';
import { printable } from './printable.js';

/** A stretch of a line to be marked, and what to say about it. */
export interface FrameMark {
  readonly place: Place;
  readonly message: string;
}

/**
 * The line of a place with its number, and a line of carets below it (style-anchors.md §5): `['14 | …', '   | ^^^ …']`.
 * A line that is too long is cut around the mark. Empty if the text has no such line.
 *
 * @param width columns that a frame may take
 */
export function codeFrame(text: string, { place, message }: FrameMark, width: number): string[] {
  const line = lineAt(text, place.line);
  if (line === undefined) {
    return [];
  }
  const label = String(place.line);
  const cut = cutAround(line, place, Math.max(width - label.length - 3, 20));
  const carets = '^'.repeat(Math.max(displayWidth(cut.marked), 1));
  const blanks = ' '.repeat(displayWidth(cut.before));
  return [
    `${label} | ${cut.before}${cut.marked}${cut.after}`.trimEnd(),
    `${' '.repeat(label.length)} | ${blanks}${carets} ${printable(message)}`.trimEnd(),
  ];
}

let latest: { readonly text: string; readonly lines: readonly string[] } = { text: '', lines: [''] };

/** Without its line end. Frames of one page follow each other, and a page may have as many as lines: it is cut once. */
function lineAt(text: string, line: number): string | undefined {
  if (latest.text !== text) latest = { text, lines: text.split('\n') };
  return latest.lines[line - 1]?.replace(/\r$/, '');
}

interface Cut {
  readonly before: string;
  readonly marked: string;
  readonly after: string;
}

function cutAround(line: string, place: Place, room: number): Cut {
  const start = place.column - 1;
  const end = Math.max(place.endColumn, place.column) - 1;
  // More than fits, with marks that take no room; the rest of a long line is not looked at for each of its frames.
  const reach = 4 * room;
  const marked = fit(printable(line.slice(start, Math.min(end, start + reach))), room);
  const left = room - displayWidth(marked);
  const before = printable(line.slice(Math.max(0, start - reach), start));
  const after = printable(line.slice(end, end + reach));
  const shownBefore = fitEnd(before, Math.max(left - Math.min(displayWidth(after), Math.ceil(left / 2)), 0));
  return { before: shownBefore, marked, after: fit(after, left - displayWidth(shownBefore)) };
}

/** As much of the text's beginning as the room allows. */
function fit(text: string, room: number): string {
  if (text.length <= room && displayWidth(text) <= room) {
    return text;
  }
  let shown = '';
  let used = 1;
  for (const character of text) {
    used += displayWidth(character);
    if (used > room) {
      break;
    }
    shown += character;
  }
  return room > 0 ? `${shown}…` : '';
}

/** As much of the text's end as the room allows. */
function fitEnd(text: string, room: number): string {
  return [...fit([...text].reverse().join(''), room)].reverse().join('');
}

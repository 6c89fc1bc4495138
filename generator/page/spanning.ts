import type { ImTableCell } from '../markdown/index.js';
import { inlineText } from './inline-text.js';
import type { Spanning } from './page.js';
import type { Reading } from './reading.js';
import { fileStreamText, noContentText, redirectText } from './tokens.js';

/** Reads the one cell of a spanning row (dialect.md §12). */
export function readSpanning(cell: ImTableCell, reading: Reading): Spanning {
  const text = inlineText(cell.children);
  return { kind: spanningKind(text), text, place: reading.placeOf(cell) };
}

function spanningKind(text: string): Spanning['kind'] {
  if (text.includes(noContentText)) return 'no-content';
  if (text.includes(fileStreamText)) return 'file-stream';
  return text.includes(redirectText) ? 'redirect' : 'other';
}

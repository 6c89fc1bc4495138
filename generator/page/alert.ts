import type { Blockquote } from 'mdast';
import { blockText } from './block-text.js';
import type { Alert, Placed } from './page.js';
import type { Reading } from './reading.js';
import { alertMarker } from './tokens.js';

/**
 * Reads `> [!IMPORTANT] title` with its list (dialect.md §6).
 *
 * @returns undefined where the quote does not begin with the marker
 */
export function readAlert(quote: Blockquote, reading: Reading): Alert | undefined {
  const [first, ...rest] = quote.children;
  const [head = '', ...more] = first ? blockText(first).split('\n') : [];
  if (!first || !head.startsWith(alertMarker)) return undefined;
  const items: Placed<string>[] = more.length > 0 ? [{ value: more.join('\n'), place: reading.placeOf(first) }] : [];
  for (const block of rest) {
    const parts = block.type === 'list' ? block.children : [block];
    for (const part of parts) items.push({ value: blockText(part), place: reading.placeOf(part) });
  }
  return { title: head.slice(alertMarker.length).trim(), items, place: reading.placeOf(quote) };
}

import { nearest } from '../diagnostics/nearest.js';
import type { Place } from '../diagnostics/place.js';
import type { Reading } from './reading.js';
import { cellAttributes } from './tokens.js';

/** Reports an attribute that is none of the dialect's, with the one that was most likely meant. */
export function reportUnknownAttribute(
  key: string,
  place: Place,
  { cell, reading }: { readonly cell: 'name' | 'type' | 'description'; readonly reading: Reading },
): void {
  const meant = key.length > longestName ? undefined : nearest(key, cellAttributes);
  reading.report('doc-attribute-unknown', place, `\`${key}\` is no attribute of a ${cell} cell`, {
    ...(meant !== undefined && { help: `write \`${meant}\` if that was meant, else remove it` }),
  });
}

const longestName = 64;

import type { Place } from '../diagnostics/place.js';
import type { Reading } from './reading.js';
import { descriptionKey } from './tokens.js';

const interpolation = /\{\{\s*\$frontmatter\.([A-Za-z]+)\s*\}\}/g;

/** Puts the front matter into `{{ $frontmatter.key }}` (dialect.md §4). An absent value becomes nothing. */
export function interpolate(text: string, place: Place, reading: Reading): string {
  return text.replaceAll(interpolation, (whole: string, key: string) => {
    const value = reading.frontMatter.get(key);
    if (value === undefined && key !== descriptionKey) {
      reading.report('doc-interpolation-unknown', place, `\`${whole}\` has no value in the front matter`);
    }
    return value ?? '';
  });
}

import type { Place } from '../../diagnostics/place.js';

/**
 * The place of a line of code, without its indentation; the nearest line where the code has none of that number.
 *
 * @param number counts from 1 in the code
 * @param firstLine line of the page that the code begins on
 */
export function placeOfLine(code: string, number: number, firstLine: number): Place {
  const lines = code.split('\n');
  const index = Math.min(Math.max(number, 1), lines.length) - 1;
  const text = lines[index] ?? '';
  const column = text.length - text.trimStart().length + 1;
  return { line: firstLine + index, column, endColumn: Math.max(column, text.trimEnd().length + 1) };
}

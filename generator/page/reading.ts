import type { Point, Position } from 'unist';
import type { Code } from '../diagnostics/catalogue.js';
import type { Collector, ReportOptions } from '../diagnostics/collector.js';
import type { Place } from '../diagnostics/place.js';

/** The reading of one page: what every reader of a part of it needs. */
export interface Reading {
  readonly file: string;
  /** The value of a front matter key, for `{{ $frontmatter.key }}`. */
  readonly frontMatter: ReadonlyMap<string, string>;
  /** The place of a node; of its first line if it has several. */
  placeOf(node: { readonly position?: Position | undefined }): Place;
  placeBetween(start: Point, end: Point): Place;
  report(code: Code, place: Place, message: string, options?: ReportOptions): void;
}

/**
 * @param lines of the page, to know where the first line of a node ends
 */
export function createReading(
  lines: readonly string[],
  collector: Collector,
  frontMatter: ReadonlyMap<string, string> = new Map(),
): Reading {
  const placeBetween = (start: Point, end: Point): Place => ({
    line: start.line,
    column: start.column,
    endColumn: start.line === end.line ? end.column : (lines[start.line - 1] ?? '').length + 1,
  });
  return {
    file: collector.file,
    frontMatter,
    placeBetween,
    placeOf: ({ position }) => (position ? placeBetween(position.start, position.end) : { line: 1, column: 1, endColumn: 1 }),
    report: (code, place, message, options) => collector.report(code, place, message, options),
  };
}

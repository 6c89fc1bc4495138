import { isAlias, isMap, isScalar, LineCounter, parseDocument } from 'yaml';
import type { Yaml } from 'mdast';
import type { Collector } from '../diagnostics/collector.js';
import type { Place } from '../diagnostics/place.js';
import type { Placed } from './page.js';
import { maximalDepth } from './tokens.js';
import { yamlDepth } from './yaml-depth.js';

/** The front matter of a page (dialect.md §4): its keys in order, scalar values as text. */
export interface FrontMatter {
  readonly values: ReadonlyMap<string, Placed<string>>;
  readonly keys: ReadonlySet<string>;
}

/**
 * Reads the front matter.
 *
 * @returns undefined where it is no YAML map; then a fatal diagnostic was reported
 */
export function readFrontMatter(node: Yaml, collector: Collector): FrontMatter | undefined {
  const firstLine = (node.position?.start.line ?? 1) + 1;
  const fail = (offsetLine: number, column: number, endColumn: number, message: string): undefined => {
    collector.report('doc-front-matter-broken', { line: firstLine + offsetLine, column, endColumn }, message);
  };
  if (yamlDepth(node.value) > maximalDepth) return fail(0, 1, 1, `front matter nests deeper than ${String(maximalDepth)} levels`);
  const lineCounter = new LineCounter();
  // The library compares every key with every other one; once is enough.
  const document = parseDocument(node.value, { lineCounter, prettyErrors: false, logLevel: 'silent', uniqueKeys: false });
  const placeAt = (start: number, end: number): Place => {
    const { line, col } = lineCounter.linePos(start);
    return { line: firstLine + line - 1, column: col, endColumn: col + Math.max(0, end - start) };
  };
  const [error] = document.errors;
  if (error) {
    const { line, col } = lineCounter.linePos(error.pos[0]);
    return fail(line - 1, col, col + 1, `front matter is no YAML: ${error.message.split('\n', 1)[0] ?? ''}`);
  }
  const values = new Map<string, Placed<string>>();
  const keys = new Set<string>();
  if (document.contents === null) return { values, keys };
  if (!isMap(document.contents)) return fail(0, 1, 1, 'front matter is no list of keys');
  for (const { key, value } of document.contents.items) {
    if (!isScalar(key)) continue;
    const name = String(key.value);
    if (keys.has(name)) {
      const [start, end] = key.range ?? [0, 0];
      const { line, column, endColumn } = placeAt(start, end);
      return fail(line - firstLine, column, endColumn, `front matter key \`${name}\` stands twice`);
    }
    keys.add(name);
    if (isAlias(value)) {
      const [start, end] = value.range ?? [0, 0];
      const { line, column, endColumn } = placeAt(start, end);
      return fail(line - firstLine, column, endColumn, `front matter key \`${name}\` is an alias`);
    }
    if (isScalar(value) && value.value !== null && value.range) {
      const [start, end] = value.range;
      const text = typeof value.value === 'string' ? value.value : (value.source ?? String(value.value));
      values.set(name, { value: text, place: placeAt(start, end) });
    }
  }
  return { values, keys };
}

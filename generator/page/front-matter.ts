import { isAlias, isMap, isScalar, LineCounter, parseDocument, type Alias, type Scalar } from 'yaml';
import type { Yaml } from 'mdast';
import type { Collector } from '../diagnostics/collector.js';
import type { Place } from '../diagnostics/place.js';
import type { Placed } from './page.js';
import { maximalDepth } from './tokens.js';
import { yamlDepth } from './yaml-depth.js';

/** The front matter of a page (dialect.md §4): its keys in order, with scalar values as text. */
export type FrontMatter = ReadonlyMap<string, Placed<string>>;

/**
 * Reads the front matter.
 *
 * @returns undefined where it is no YAML map; then a fatal diagnostic was reported
 */
export function readFrontMatter(node: Yaml, collector: Collector): FrontMatter | undefined {
  const firstLine = (node.position?.start.line ?? 1) + 1;
  const start: Place = { line: firstLine, column: 1, endColumn: 1 };
  const fail = (place: Place, message: string): undefined => {
    collector.report('doc-front-matter-broken', place, message);
  };
  if (yamlDepth(node.value) > maximalDepth) return fail(start, `front matter nests deeper than ${String(maximalDepth)} levels`);
  const lineCounter = new LineCounter();
  // The library compares every key with every other one; once is enough.
  const document = parseDocument(node.value, { lineCounter, prettyErrors: false, logLevel: 'silent', uniqueKeys: false });
  const placeAt = (from: number, to: number): Place => {
    const { line, col } = lineCounter.linePos(from);
    return { line: firstLine + line - 1, column: col, endColumn: col + to - from };
  };
  const placeOf = ({ range }: Scalar | Alias): Place => (range ? placeAt(range[0], range[1]) : start);
  const [error] = document.errors;
  if (error) {
    return fail(placeAt(error.pos[0], error.pos[0] + 1), `front matter is no YAML: ${error.message.split('\n', 1)[0] ?? ''}`);
  }
  const values = new Map<string, Placed<string>>();
  const keys = new Set<string>();
  if (document.contents === null) return values;
  if (!isMap(document.contents)) return fail(start, 'front matter is no list of keys');
  for (const { key, value } of document.contents.items) {
    if (!isScalar(key)) continue;
    const name = String(key.value);
    if (keys.has(name)) return fail(placeOf(key), `front matter key \`${name}\` stands twice`);
    keys.add(name);
    if (isAlias(value)) return fail(placeOf(value), `front matter key \`${name}\` is an alias`);
    if (isScalar(value) && value.value !== null) {
      values.set(name, { value: value.source ?? String(value.value), place: placeOf(value) });
    }
  }
  return values;
}

import type { RootContent } from 'mdast';
import { readFences } from './fences.js';
import type { Preset } from './page.js';
import { parsePhp } from './php/parse-php.js';
import { placeOfLine } from './php/place-of-line.js';
import { phpValueOf } from './php/php-value-of.js';
import type { Reading } from './reading.js';

/** Reads the second code group: array entries for one field, `'key' => value,` (dialect.md §16.6). */
export function readPresets(nodes: readonly RootContent[], reading: Reading): Preset[] {
  return readFences(nodes, reading).flatMap(({ label, code, place, closed }) => {
    if (!closed) return [];
    // A line of its own for each bracket, so that a comment at the end of the text cannot hide one.
    const wrapped = `[\n${code}\n];`;
    const parse = parsePhp(wrapped);
    if (parse.kind === 'error') {
      reading.report('doc-sample-syntax', placeOfLine(code, parse.line - 1, place.line), `preset \`${label}\` is no PHP: ${parse.message}`);
      return [];
    }
    const [statement] = parse.statements;
    // A text that begins with a bracket begins with an expression.
    if (statement?.kind !== 'expressionstatement') return [];
    return [{ label, entries: phpValueOf(statement.expression, { code: wrapped, firstLine: place.line - 1 }, new Map()), place }];
  });
}

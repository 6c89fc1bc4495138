import type { Text } from 'mdast';
import type { Attribute, ImTableCell } from '../markdown/index.js';
import type { Reading } from './reading.js';
import { cellAttributes, encodedByAttribute, indentAttribute, requiredAttribute } from './tokens.js';
import { reportUnknownAttribute } from './unknown-attribute.js';

/** What stands in braces at the end of a description. */
export interface DescriptionAttributes {
  /** Attributes of the other cells, for the type cell to read. */
  readonly astray: readonly Attribute[];
  /** Words in braces: they belong to the text. */
  readonly text?: Text;
}

const known: ReadonlySet<string> = new Set([...cellAttributes, encodedByAttribute]);

/**
 * Reads the group at the end of a description, where none belongs (dialect.md §21). The site takes whatever stands there for attributes
 * and does not show it, so that words are reported as well.
 */
export function readDescriptionAttributes(cell: ImTableCell, reading: Reading): DescriptionAttributes {
  const { attributes, position, source } = cell;
  if (!attributes) return { astray: [] };
  const { list, start, end } = attributes;
  const astray = list.filter(({ key }) => known.has(key));
  for (const { key, start: from, end: to } of list) {
    const place = reading.placeBetween(from, to);
    if (!known.has(key)) reportUnknownAttribute(key, place, { cell: 'description', reading });
    // Those of the name cell are reported where they are read.
    else if (key !== requiredAttribute && key !== indentAttribute)
      reading.report('doc-attribute-misplaced', place, `\`${key}\` belongs to the type cell`);
  }
  if (list.some(({ key, value }) => known.has(key) || value !== '')) return { astray };
  const blanks = start.column - (position?.start.column ?? start.column) - source.length;
  return { astray, text: { type: 'text', value: ' '.repeat(blanks) + attributes.source, position: { start, end } } };
}

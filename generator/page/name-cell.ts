import { attributeValue, type Attribute, type ImTableCell } from '../markdown/index.js';
import type { Place } from '../diagnostics/place.js';
import type { Reading } from './reading.js';
import {
  encodedAttribute,
  encryptedAttribute,
  indentAttribute,
  nameGrammar,
  requiredAttribute,
  signedAttribute,
  tooltipAttribute,
} from './tokens.js';
import { reportUnknownAttribute } from './unknown-attribute.js';

/** A name cell (dialect.md §8). */
export interface NameCell {
  /** Without the blanks that stood inside. */
  readonly name: string;
  /** False where the name is outside its grammar; the row tree can repair dotted names. */
  readonly valid: boolean;
  /** Of the name without its attributes. */
  readonly place: Place;
  readonly required: boolean;
  /** Of `data-indent`; 0 where it is absent, undefined where it is no number. */
  readonly indent: number | undefined;
  /** Attributes that belong to the type cell, where they are read. */
  readonly forType: readonly Attribute[];
}

/** Blanks of every width, and characters of no width. */
const blanks = /[\s\u00ad\u200b-\u200d\u2060]+/g;
const typeAttributes = new Set([tooltipAttribute, encryptedAttribute, encodedAttribute, signedAttribute]);

export function isName(text: string): boolean {
  return nameGrammar.test(text);
}

/** Reads the first cell of a field row. Stray blanks are dropped and reported (design.md §2.3). */
export function readNameCell(cell: ImTableCell, reading: Reading): NameCell {
  const start = cell.position?.start ?? { line: 1, column: 1 };
  const place = { line: start.line, column: start.column, endColumn: start.column + cell.source.length };
  const written = cell.source.replaceAll('\\_', '_');
  const name = written.replaceAll(blanks, '');
  const valid = isName(name);
  if (valid && name !== written) reading.report('doc-name-blank', place, `name \`${name}\` is written with a blank inside`);
  const required = attributeValue(cell.attributes, requiredAttribute) !== undefined;
  const forType = (cell.attributes?.list ?? []).filter(({ key }) => typeAttributes.has(key));
  return { name, valid, place, required, indent: readIndent(cell, reading), forType };
}

function readIndent(cell: ImTableCell, reading: Reading): number | undefined {
  let indent: number | undefined = 0;
  for (const { key, value, start, end } of cell.attributes?.list ?? []) {
    const place = reading.placeBetween(start, end);
    if (key === indentAttribute) {
      indent = readDepth(value, place, reading);
    } else if (typeAttributes.has(key)) {
      reading.report('doc-attribute-misplaced', place, `\`${key}\` belongs to the type cell`);
    } else if (key !== requiredAttribute) {
      reportUnknownAttribute(key, place, { cell: 'name', reading });
    }
  }
  return indent;
}

/** The value of `data-indent`; undefined where it is no number, which is reported. */
export function readDepth(value: string, place: Place, reading: Reading): number | undefined {
  if (/^\d+$/.test(value)) return Math.min(Number(value), Number.MAX_SAFE_INTEGER);
  reading.report('doc-indent-invalid', place, `\`${indentAttribute}=${value}\` is no depth`);
  return undefined;
}

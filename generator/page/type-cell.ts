import { nearest } from '../diagnostics/nearest.js';
import type { Place } from '../diagnostics/place.js';
import type { Attribute, ImTableCell } from '../markdown/index.js';
import { readDepth } from './name-cell.js';
import type { Placed, TypeCell, TypeWord } from './page.js';
import type { Reading } from './reading.js';
import { reportUnknownAttribute } from './unknown-attribute.js';
import {
  encodedAttribute,
  encodedByAttribute,
  encodings,
  encryptedAttribute,
  encryptions,
  indentAttribute,
  requiredAttribute,
  signatures,
  signedAttribute,
  tooltipAttribute,
} from './tokens.js';

/** What a type cell says, and what stands in it by mistake. */
export interface TypeCellReading {
  readonly type: TypeCell;
  /** `data-required` stands here; it is meant for the name cell. */
  readonly required: boolean;
  /** Of `data-indent`, which is meant for the name cell. */
  readonly indent?: number;
}

const typeWords = ['string', 'integer', 'number', 'boolean', 'object'];
const longestType = 32;
const typeGrammar = /^(string|integer|number|float|boolean|object|`true`)(\[\])?$/;
/** The same words in letters of any size, with or without a code span. */
const looseGrammar = /^`?(string|integer|number|float|boolean|object|true)`?(\[\])?$/i;

/**
 * Reads the second cell of a field row (dialect.md §9).
 *
 * @param cell undefined where the row ends before it
 * @param end where a missing cell would stand
 * @param astray attributes that stand in the name cell by mistake
 */
export function readTypeCell(
  cell: ImTableCell | undefined,
  { end, astray, reading }: { readonly end: Place; readonly astray: readonly Attribute[]; readonly reading: Reading },
): TypeCellReading {
  const place = cell ? sourcePlace(cell) : end;
  const match = typeGrammar.exec(cell?.source ?? '');
  if (!cell || cell.source === '') {
    reading.report('doc-type-missing', place, 'row has no type');
  } else if (!match) {
    const meant = cell.source.length > longestType ? undefined : nearest(cell.source, typeWords);
    reading.report('doc-type-unknown', place, `\`${cell.source}\` is no type`, {
      ...(meant !== undefined && {
        help: `write \`${meant}\` if that was meant; types are ${typeWords.map((type) => `\`${type}\``).join(', ')}, and lists of them with \`[]\``,
      }),
    });
  } else if (match[1] === 'float') {
    reading.report('doc-type-spelling', place, '`float` is a second word for `number`');
  }
  const [, written = 'string', brackets] = looseGrammar.exec(cell?.source ?? '') ?? [];
  const word = written.toLowerCase() as TypeWord; // one of the words of the pattern
  const list = brackets !== undefined;
  const { required, indent, ...marks } = readMarks([...(cell?.attributes?.list ?? []), ...astray], reading);
  if (marks.encrypted && word !== 'string' && match) {
    reading.report('doc-encryption-on-non-string', marks.encrypted.place, `\`${match[0]}\` is marked as encrypted`);
  } else if (marks.encoded && (word !== 'string' || list) && match) {
    reading.report('doc-encryption-on-non-string', marks.encoded.place, `\`${match[0]}\` is marked as encoded`, {
      why: 'what is encoded is one string, whatever is inside of it',
    });
  }
  return { type: { word, list, place, ...marks }, required, ...(indent !== undefined && { indent }) };
}

function sourcePlace({ source, position }: ImTableCell): Place {
  const { line, column } = position?.start ?? { line: 1, column: 1 };
  return { line, column, endColumn: column + source.length };
}

type Marks = Pick<TypeCell, 'tooltip' | 'encrypted' | 'encoded' | 'signed'>;

function readMarks(attributes: readonly Attribute[], reading: Reading): Marks & Omit<TypeCellReading, 'type'> {
  const marks: { -readonly [Key in keyof Marks]: Marks[Key] } = {};
  let required = false;
  let indent: number | undefined;
  for (const { key, value, start, end } of attributes) {
    const place = reading.placeBetween(start, end);
    const choose = <Value extends string>(known: readonly Value[], given = value): Placed<Value> | undefined => {
      const found = known.find((candidate) => candidate === given);
      if (found === undefined) reading.report('doc-attribute-unknown', place, `\`${key}=${value}\` is not known`);
      return found === undefined ? undefined : { value: found, place };
    };
    if (key === tooltipAttribute) marks.tooltip = { value, place };
    else if (key === encryptedAttribute) Object.assign(marks, keep('encrypted', choose(encryptions)));
    else if (key === encodedAttribute) Object.assign(marks, keep('encoded', choose(encodings)));
    else if (key === signedAttribute) Object.assign(marks, keep('signed', choose(signatures)));
    else if (key === encodedByAttribute) {
      const encoded = choose(encodings, `by-${value}`);
      Object.assign(marks, keep('encoded', encoded));
      if (encoded)
        reading.report('doc-attribute-spelling', place, `\`${key}=${value}\` is a second spelling of \`${encodedAttribute}=by-${value}\``);
    } else if (key === requiredAttribute) {
      required = true;
      reading.report('doc-attribute-misplaced', place, `\`${key}\` belongs to the name cell`);
    } else if (key === indentAttribute) {
      indent = readDepth(value, place, reading);
      reading.report('doc-attribute-misplaced', place, `\`${key}\` belongs to the name cell`);
    } else {
      reportUnknownAttribute(key, place, { cell: 'type', reading });
    }
  }
  return { ...marks, required, ...(indent !== undefined && { indent }) };
}

function keep<Key extends string, Value>(key: Key, value: Value | undefined): { [K in Key]?: Value } {
  return value === undefined ? {} : ({ [key]: value } as { [K in Key]: Value }); // a computed key loses its type
}

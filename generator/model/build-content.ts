import type { PhpValue } from '../page/php-value.js';
import type { DecodedRows, Row } from '../page/page.js';
import type { Content, Field, Protocol } from './api.js';
import { insideEncoded } from './sample-value.js';

/**
 * What is inside an encoded or encrypted string (dialect.md §11). Text that AES hides is XML in v2, JSON in v3.
 *
 * @param decoded the rows of the content
 * @param owner the row of the string
 * @param values what the sample gives to the string
 * @param buildFields reads the rows, given the values they describe
 */
export function buildContent(
  decoded: DecodedRows,
  {
    owner,
    values,
    protocol,
    buildFields,
  }: {
    readonly owner: Row;
    readonly values: readonly PhpValue[];
    readonly protocol: Protocol;
    readonly buildFields: (rows: readonly Row[], values: readonly PhpValue[]) => readonly Field[];
  },
): Content {
  const format = contentFormat(owner, protocol);
  const inside = insideEncoded(values);
  const shape = format === 'json' ? contentShape(decoded, inside, values) : 'object';
  const [only] = decoded.rows;
  // The label of a list is no key of the sample: its value is put where the row is looked up.
  const described: readonly PhpValue[] =
    shape === 'list' && only
      ? inside.map((value) => ({ kind: 'map', entries: [{ key: only.name, place: value.place, value }], place: value.place }))
      : inside;
  return { format, shape, fields: buildFields(decoded.rows, described), place: decoded.place };
}

function contentFormat(owner: Row, protocol: Protocol): Content['format'] {
  if (owner.type.encoded?.value === 'by-urlencode') return 'urlencoded';
  // RSA hides a string of which nobody says that it is XML.
  const { encoded, encrypted } = owner.type;
  return encoded || !encrypted || encrypted.value === 'by-rsa-pubkey' || protocol === 'v3' ? 'json' : 'xml';
}

/** One row that is a list is either a key or only a label; the sample tells, an empty array in it does not. */
function contentShape(decoded: DecodedRows, inside: readonly PhpValue[], values: readonly PhpValue[]): Content['shape'] {
  if (decoded.label) return 'list';
  const [only, ...others] = decoded.rows;
  if (!only?.type.list || others.length > 0) return 'object';
  const telling = inside.find((value) => value.kind === 'map' || (value.kind === 'list' && value.items.length > 0));
  if (telling) return telling.kind === 'map' ? 'object' : 'list';
  return shapeOfText(values) ?? 'either';
}

/** The same for JSON that the sample has as text. */
function shapeOfText(values: readonly PhpValue[]): Content['shape'] | undefined {
  for (const value of values) {
    const text = value.kind === 'literal' && typeof value.value === 'string' ? value.value : '';
    const [start] = /^(?:\{|\[\s*[^\s\]])/.exec(text.trimStart()) ?? [];
    if (start !== undefined) return start === '{' ? 'object' : 'list';
  }
  return undefined;
}

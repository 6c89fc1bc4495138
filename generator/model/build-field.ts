import type { Collector } from '../diagnostics/collector.js';
import type { PhpValue } from '../page/php-value.js';
import type { Row, TypeCell, ValueList } from '../page/page.js';
import type { Encoding, Encryption, Field, Protocol } from './api.js';
import { buildContent } from './build-content.js';
import { keyOwner, type Side } from './key-owner.js';
import { valuesByKey } from './sample-value.js';
import { isValueOf, listedValues } from './listed-values.js';

/** What a row means beyond its cells. */
export interface FieldContext {
  readonly side: Side;
  readonly protocol: Protocol;
  readonly collector: Collector;
}

/**
 * Rows of one level as fields, in page order.
 *
 * @param values what the sample gives to the field above, where there is a sample
 */
export function buildFields(rows: readonly Row[], context: FieldContext, values: readonly PhpValue[] = []): Field[] {
  const byKey = valuesByKey(values);
  return rows.map((row) => {
    const own = byKey.get(row.name) ?? [];
    const field = buildField(row, context, own);
    if (row.alternatives.length === 0) return field;
    return {
      ...field,
      ...selector(row),
      alternatives: row.alternatives.map((alternative) => ({ ...buildField(alternative, context, own), ...selector(alternative) })),
    };
  });
}

function buildField(row: Row, context: FieldContext, values: readonly PhpValue[]): Field {
  const { type, description } = row;
  const nested = (rows: readonly Row[], inner: readonly PhpValue[]): Field[] => buildFields(rows, context, inner);
  return {
    name: row.name,
    place: row.place,
    required: row.required,
    type: type.word,
    // What holds something that is decoded is one text.
    list: type.list && row.decoded === undefined,
    typePlace: type.place,
    description: description.text,
    ...valuesOf(row, context.collector),
    ...(description.default && { default: description.default }),
    ...encryptionOf(type, context),
    ...encodingOf(row),
    ...(type.signed && { signature: type.signed }),
    ...(row.decoded && {
      content: buildContent(row.decoded, { owner: row, values, protocol: context.protocol, buildFields: nested }),
    }),
    fields: nested(row.children, values),
  };
}

/** The description of an alternative names the value that selects it in its first code span (dialect.md §11). */
function selector(row: Row): { readonly when?: string } {
  const when = /`([^`]+)`/.exec(row.description.text)?.[1];
  return when === undefined ? {} : { when };
}

/** A constant that is not of the type is held like a list of one value that is not. */
function valuesOf({ name, type, description }: Row, collector: Collector): Pick<Field, 'values' | 'constant'> {
  const { constant } = description;
  if (constant && isValueOf(constant.value, type.word)) return { constant };
  const list: ValueList | undefined = constant ? { form: 'single', values: [constant], place: constant.place } : description.values;
  if (!list) return {};
  const values = listedValues(list, type.word);
  if (values.textual) {
    collector.report('doc-values-of-other-type', values.place, `\`${name}\` is ${type.word}, but not all of its values are`);
  }
  return { values };
}

function encryptionOf(type: TypeCell, { side, protocol }: FieldContext): { readonly encryption?: Encryption } {
  if (!type.encrypted) return {};
  const { value: kind, place } = type.encrypted;
  const tooltip = type.tooltip?.value;
  return { encryption: { kind, key: keyOwner(kind, { tooltip, side, protocol }), ...(tooltip !== undefined && { tooltip }), place } };
}

function encodingOf({ type, decoded }: Row): { readonly encoding?: Encoding } {
  if (type.encoded) return { encoding: type.encoded };
  if (decoded && !type.encrypted) return { encoding: { value: 'by-json_encode', place: type.place, implied: true } };
  return {};
}

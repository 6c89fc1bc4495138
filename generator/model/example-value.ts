import type { Content, Field, SampleValue } from './api.js';
import { isNumberText } from './listed-values.js';

/** A value that could stand in a message. */
export type ExampleValue = string | number | boolean | readonly ExampleValue[] | { readonly [name: string]: ExampleValue };

/** Where the value of a field may come from before one is made up. */
export interface ExampleSource {
  /** What a sample gives for the field; not literal or invalid parts are passed over. */
  readonly sample?: SampleValue | undefined;
  /** Scalars by the names of fields that hold them elsewhere, such as in the request that is answered. */
  readonly known?: ReadonlyMap<string, ExampleValue> | undefined;
}

/**
 * A plain value of a field that passes the page's own rules: the sample's, else the known one of that name, else the constant, the
 * first of the listed values, or one made up from the name. The same field and source always give the same value. Of alternative
 * shapes the first is taken, and every row has a value, required or not. `$n` in a name makes a list (dialect.md §8).
 */
export function exampleValue(field: Field, source: ExampleSource = {}): ExampleValue {
  const marks = field.name.match(/\$[a-z]/g) ?? [];
  return marks.reduce<ExampleValue>((value) => [value], plainValue(field, source));
}

function plainValue(field: Field, source: ExampleSource): ExampleValue {
  if (field.content !== undefined) return contentValue(field.content, { ...source, sample: insideEncoded(source.sample) });
  if (!field.list) return elementValue(field, source);
  const samples = source.sample !== undefined && 'list' in source.sample ? source.sample.list : [];
  const elements = samples.filter((sample) => field.type !== 'object' || 'map' in sample);
  return elements.length === 0
    ? [elementValue(field, { known: source.known })]
    : elements.map((sample) => elementValue(field, { ...source, sample }));
}

/** An object with a value for each field; members of the sample without a row are left out. */
export function exampleObject(fields: readonly Field[], source: ExampleSource = {}): { readonly [name: string]: ExampleValue } {
  const isSealed = fields.some(({ encryption }) => encryption?.kind === 'by-aes-gcm');
  return Object.fromEntries(
    fields.map((field) => {
      const known = isSealed && field.name === algorithmName ? gcmAlgorithm : source.known;
      return [field.name, exampleValue(field, { ...source, known, sample: memberOf(source.sample, field.name) })];
    }),
  );
}

/** What stands beside the cipher text that AES-GCM has made, where the page lists no value (runtime-requirements.md §5). */
const algorithmName = 'algorithm';
const gcmAlgorithm: ReadonlyMap<string, ExampleValue> = new Map([[algorithmName, 'AEAD_AES_256_GCM']]);

/** What is decoded: of content that may be a list or an object with that list, the list (design.md §4). */
function contentValue({ shape, fields }: Content, source: ExampleSource): ExampleValue {
  const [label] = fields;
  if (shape === 'object' || label === undefined) return exampleObject(fields, source);
  return exampleValue(label, source);
}

function elementValue(field: Field, source: ExampleSource): ExampleValue {
  if (field.type === 'object') return exampleObject(field.fields, source);
  const candidates = [literalOf(source.sample), source.known?.get(field.name), field.constant?.value, field.default?.value];
  for (const candidate of candidates) {
    const value = candidate === undefined ? undefined : fitting(candidate, field);
    if (value !== undefined) return value;
  }
  const [first] = field.values?.items ?? [];
  return (first === undefined ? undefined : typed(first.value, field)) ?? madeUp(field);
}

/** The longest plain text of an encrypted field; samples hold cipher text there, which is longer. */
const longestPlain = 100;

/** The value in the field's type, if it is one that the field can have. */
function fitting(candidate: ExampleValue, field: Field): ExampleValue | undefined {
  const value = typed(candidate, field);
  if (value === undefined || value === '') return undefined;
  const allowed = field.constant ? [field.constant] : field.values?.items;
  if (allowed?.some((item) => item.value === String(value) || typed(item.value, field) === value) === false) return undefined;
  if (field.encryption?.kind === 'by-rsa-pubkey' && Buffer.byteLength(String(value)) > longestPlain) return undefined;
  return value;
}

function typed(value: ExampleValue, field: Field): ExampleValue | undefined {
  if (typeof value === 'object') return undefined;
  if (field.values?.textual === true) return String(value);
  switch (field.type) {
    case 'string':
      return String(value);
    case 'integer':
      return numberOf(value, Number.isSafeInteger);
    case 'number':
    case 'float':
      return numberOf(value, Number.isFinite);
    case 'boolean':
      return value === true || value === 'true' ? true : value === false || value === 'false' ? false : undefined;
    case 'true':
      return true;
    case 'object':
      return undefined;
  }
}

/** `007` and `1e400` are no numbers of a message. */
function numberOf(value: string | number | boolean, isValid: (number: number) => boolean): number | undefined {
  const number = typeof value === 'number' || (typeof value === 'string' && isNumberText(value)) ? Number(value) : Number.NaN;
  return isValid(number) ? number : undefined;
}

function madeUp({ name, type }: Field): ExampleValue {
  switch (type) {
    case 'integer':
    case 'number':
      return 1;
    case 'float':
      return 1.5;
    case 'boolean':
    case 'true':
      return true;
    case 'string':
    case 'object':
      return /(^|_)time$/.test(name) ? '2026-01-02T03:04:05+08:00' : `some-${name.toLowerCase().replace(/[^a-z0-9]+/g, '-')}`;
  }
}

function literalOf(sample: SampleValue | undefined): string | number | boolean | undefined {
  return sample !== undefined && 'literal' in sample && sample.literal !== null ? sample.literal : undefined;
}

function memberOf(sample: SampleValue | undefined, name: string): SampleValue | undefined {
  return sample !== undefined && 'map' in sample ? sample.map.find(({ key }) => key === name)?.value : undefined;
}

function insideEncoded(sample: SampleValue | undefined): SampleValue | undefined {
  return sample !== undefined && 'encoded' in sample ? sample.encoded : sample;
}

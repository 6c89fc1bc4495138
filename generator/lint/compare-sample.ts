import type { Code } from '../diagnostics/catalogue.js';
import type { Place } from '../diagnostics/place.js';
import type { Content, Field, Operation } from '../model/api.js';
import { nearest } from '../diagnostics/nearest.js';
import type { PhpEntry, PhpValue } from '../page/php-value.js';
import { lacksSerialHeader } from './serial-header.js';
import { visitFields } from './visit-fields.js';

/** Where a sample and the request table contradict each other. */
export interface Contradiction {
  readonly code: Extract<Code, `doc-example-${string}`>;
  readonly place: Place;
  readonly message: string;
  readonly help?: string;
  /** The other side of the contradiction. */
  readonly other?: { readonly place: Place; readonly message: string };
}

/**
 * Holds the argument of a sample against the rows of the request (dialect.md §16.3). Literals are judged as they stand; of what the
 * program computes nothing is known. What follows from a fault that is reported elsewhere is not said.
 *
 * @param lines of the page
 */
export function compareSample(operation: Operation, options: PhpValue, lines: readonly string[]): Contradiction[] {
  const { request, protocol } = operation;
  const entries = entriesOf(options);
  if (!entries) return [];
  const isUpload = entries.some(({ key }) => key === 'body');
  const groups = request.flatMap(({ role, field }) => (role === 'stray' ? [] : [{ ...field, isPath: role === 'path' }]));
  const known = [...keysOfTheClient, ...(isUpload ? ['body', 'headers'] : []), ...(lacksSerialHeader(operation) ? ['headers'] : [])];
  const comparison: Comparison = {
    quotesNumbers: protocol === 'v2',
    astray: astrayNames(request),
    isTyped: ({ type, encryption, typePlace: { line, column } }) =>
      (lines[line - 1] ?? '').replaceAll('`', '').startsWith(type, column - 1) && (encryption === undefined || type === 'string'),
  };
  const own = entries.map((entry) => (isUpload && entry.key === 'headers' ? { ...entry, value: withoutContentType(entry.value) } : entry));
  return compareMembers(own, groups, { place: options.place, name: 'the call', known: new Set(known) }, comparison);
}

interface Comparison {
  /** Samples of v2 write numbers as text, as XML does. */
  readonly quotesNumbers: boolean;
  /** Names of rows that hang in the wrong place. */
  readonly astray: ReadonlySet<string>;
  /** False where the type cell of a row is not understood, or contradicts itself. */
  readonly isTyped: (field: Field) => boolean;
}

/** Rows without a group, and rows below what has no members; they have been reported as such. */
function astrayNames(request: Operation['request']): ReadonlySet<string> {
  const names = new Set(request.flatMap(({ role, field }) => (role === 'stray' ? [field.name] : [])));
  visitFields(
    request.map(({ field }) => field),
    ({ name }, parent) => {
      if (parent && parent.type !== 'object' && !parent.content) names.add(name);
    },
  );
  return names;
}

/** Path parameters are text in every sample, whatever the type of the row. */
type SampledField = Field & { readonly isPath?: boolean };

interface Owner {
  readonly place: Place;
  readonly name: string;
  readonly known?: ReadonlySet<string>;
}

/** What a sample gives to the client and not to the platform. */
const keysOfTheClient = ['sink', 'handler'];

function compareMembers(
  entries: readonly PhpEntry[],
  fields: readonly SampledField[],
  owner: Owner,
  comparison: Comparison,
): Contradiction[] {
  const found: Contradiction[] = [];
  const byName = new Map(fields.map((field, index) => [field.name, { field, index }]));
  const repeating = fields.filter(({ name }) => name.includes('$')).map((field) => ({ field, pattern: patternOf(field.name) }));
  const met = new Set<Field>();
  const meant = new Set<string>();
  let highest = -1;
  let isOrdered = true;
  for (const { key, place, value } of entries) {
    const exact = byName.get(key);
    const field = exact?.field ?? repeating.find(({ pattern }) => pattern.test(key))?.field;
    if (!field) {
      if (owner.known?.has(key) === true || comparison.astray.has(key)) continue;
      const similar = similarName(key, fields);
      if (similar !== undefined) meant.add(similar);
      found.push(unknownMember(key, similar, place, owner));
      continue;
    }
    // What a program computes from the other members, such as a signature, can only come behind them.
    if (exact && exact.index < highest && isOrdered && !exact.field.synthetic && value.kind !== 'expression') {
      isOrdered = false;
      found.push({
        code: 'doc-example-order',
        place,
        message: `\`${key}\` stands behind members whose rows come after its own`,
        other: { place: field.place, message: 'its row' },
      });
    }
    // A row that overlays or the URL have added stands nowhere in the table.
    if (exact && !exact.field.synthetic) highest = Math.max(highest, exact.index);
    met.add(field);
    found.push(...compareValue(value, field, comparison));
  }
  for (const field of fields) {
    if (!field.required || field.synthetic || met.has(field) || meant.has(field.name)) continue;
    found.push({
      code: 'doc-example-missing-required',
      place: field.place,
      message: `\`${field.name}\` is required, but the sample leaves it out`,
      other: { place: owner.place, message: 'the sample' },
    });
  }
  return found;
}

/** Bounds of what a suggestion may cost; real pages stay far below. */
const longestName = 64;
const manyRows = 100;

function similarName(key: string, fields: readonly Field[]): string | undefined {
  return key.length > longestName
    ? undefined
    : nearest(
        key,
        fields.slice(0, manyRows).map((field) => field.name),
      );
}

function unknownMember(key: string, similar: string | undefined, place: Place, { name }: Owner): Contradiction {
  return {
    code: 'doc-example-unknown-field',
    place,
    message: `the sample gives \`${key}\` to ${name}, but there is no row of that name`,
    ...(similar !== undefined && { help: `did you mean \`${similar}\`? Otherwise add the row, or take the member out of the sample` }),
  };
}

function compareValue(value: PhpValue, field: SampledField, comparison: Comparison): Contradiction[] {
  if (value.kind === 'expression') return [];
  if (field.alternatives) {
    const shapes = [field, ...field.alternatives].map(({ alternatives: _others, ...shape }) => compareValue(value, shape, comparison));
    return shapes.reduce((best, shape) => (shape.length < best.length ? shape : best));
  }
  if (!field.list) return compareElement(value, field, comparison);
  if (value.kind !== 'list') return [wrongType(value, field, `a list of ${field.type}`)];
  return value.items.flatMap((item) => compareElement(item, field, comparison));
}

function compareElement(value: PhpValue, field: SampledField, comparison: Comparison): Contradiction[] {
  if (value.kind === 'expression' || !comparison.isTyped(field)) return [];
  if (field.content) return compareContent(value, field, field.content, comparison);
  if (field.type === 'object') {
    const entries = entriesOf(value);
    if (!entries) return [wrongType(value, field, 'an object')];
    // An object without rows is a fault of its own.
    return field.fields.length === 0
      ? []
      : compareMembers(entries, field.fields, { place: value.place, name: `\`${field.name}\`` }, comparison);
  }
  if (value.kind !== 'literal') return value.kind === 'encoded' && field.encoding ? [] : [wrongType(value, field, field.type)];
  if (!isOfType(value.value, field, comparison)) return [wrongType(value, field, field.type)];
  return [...compareListed(String(value.value), value.place, field), ...comparePlain(String(value.value), value.place, field)];
}

function compareContent(value: PhpValue, owner: Field, content: Content, comparison: Comparison): Contradiction[] {
  if (value.kind === 'literal' && typeof value.value === 'string') return [];
  if (value.kind !== 'encoded') return [wrongType(value, owner, 'a string')];
  const [only] = content.fields;
  const inside = value.value;
  if (content.shape !== 'object' && only && inside.kind === 'list') return compareValue(inside, only, comparison);
  const entries = entriesOf(inside);
  if (entries) return compareMembers(entries, content.fields, { place: inside.place, name: `\`${owner.name}\`` }, comparison);
  return inside.kind === 'expression' ? [] : [wrongType(inside, owner, 'an object')];
}

function isOfType(literal: string | number | boolean | null, field: SampledField, { quotesNumbers }: Comparison): boolean {
  const { type, values, isPath } = field;
  if (isPath) return typeof literal === 'string' || typeof literal === 'number';
  if (type === 'string' || values?.textual) return typeof literal === 'string';
  if (type === 'boolean') return typeof literal === 'boolean';
  if (type === 'true') return literal === true;
  const number = quotesNumbers && typeof literal === 'string' && literal.trim() !== '' ? Number(literal) : literal;
  return typeof number === 'number' && Number.isFinite(number) && (type !== 'integer' || Number.isInteger(number));
}

function compareListed(text: string, place: Place, { name, values, constant, place: row }: Field): Contradiction[] {
  const allowed = values ? values.items.map(({ value }) => value) : constant ? [constant.value] : undefined;
  if (!allowed || allowed.includes(text)) return [];
  return [
    {
      code: 'doc-example-value',
      place,
      message: `the sample gives \`${text}\` to \`${name}\`, which is none of its values`,
      other: { place: values?.place ?? constant?.place ?? row, message: 'the values' },
    },
  ];
}

/** Cipher text is written in base64. A word in its letters may be a placeholder for it, and nothing at all is one. */
function comparePlain(text: string, place: Place, { name, type, encryption, place: row }: Field): Contradiction[] {
  if (
    type !== 'string' ||
    encryption?.kind !== 'by-rsa-pubkey' ||
    /^(?:[A-Za-z0-9+/=_-]{40,}|[0-9+/=]*[A-Za-z][A-Za-z0-9+/=]*)?$/.test(text)
  )
    return [];
  return [
    {
      code: 'doc-example-plain',
      place,
      message: `the sample gives plain text to \`${name}\`, which takes cipher text`,
      other: { place: row, message: 'the row' },
    },
  ];
}

function wrongType(value: PhpValue, { name, place }: Field, wanted: string): Contradiction {
  return {
    code: 'doc-example-type',
    place: value.place,
    message: `\`${name}\` is ${wanted}, but the sample gives ${describe(value)}`,
    other: { place, message: 'the row' },
  };
}

function describe(value: PhpValue): string {
  if (value.kind === 'literal') return `\`${JSON.stringify(value.value)}\``;
  if (value.kind === 'encoded') return 'encoded text';
  return value.kind === 'list' ? 'a list' : 'an object';
}

/** The entries of an array with keys; PHP writes one without any like an empty list. */
function entriesOf(value: PhpValue): readonly PhpEntry[] | undefined {
  if (value.kind === 'map') return value.entries;
  return value.kind === 'list' && value.items.length === 0 ? [] : undefined;
}

function withoutContentType(value: PhpValue): PhpValue {
  return value.kind === 'map' ? { ...value, entries: value.entries.filter(({ key }) => key !== 'Content-Type') } : value;
}

/** `coupon_id_$n` stands for `coupon_id_0`, `coupon_id_1` and so on (dialect.md §8). */
function patternOf(name: string): RegExp {
  return new RegExp(`^${name.replace(/\$[nm]/g, '\\d+')}$`);
}

import type { Content, Field } from '../model/api.js';
import { isProperName, pascalCase, type Scope } from './names.js';
import type { PlainMember, PlainValue, Scalar } from './plain-value.js';

/** How rows of one table are read. */
export interface Reading {
  /** Names of the interfaces of the module. */
  readonly scope: Scope;
  /** Which encryptions and encodings the runtime takes away; other strings stay as they are on the wire. */
  readonly opens: (field: Field) => boolean;
  /** Further values than those on the page are accepted (design.md §2.7). */
  readonly open: boolean;
  /** Numbers may be given as their decimal text: in XML and in paths they are text anyway. */
  readonly numberText?: boolean;
  /** What of an upload is read: a part without rows is a file, and what is inside of a part is none. */
  readonly upload?: 'body' | 'part' | undefined;
}

/** Members of an object in page order. `name` is that of the interface around them. */
export function buildMembers(fields: readonly Field[], name: string, reading: Reading): PlainMember[] {
  return fields.map((field) => ({
    name: field.name,
    optional: !field.required,
    value: buildPlainValue(field, name + pascalCase(field.name), reading),
    field: reading.opens(field) ? field : asOnWire(field),
  }));
}

/** What the runtime does not seal is given as it travels, and its words must not promise more. */
function asOnWire({ encryption: _, content: __, ...field }: Field): Field {
  return field;
}

/**
 * The value of one row. A `$n` in its name makes it a list, `$n_$m` a list of lists (dialect.md §8).
 *
 * @param name of the interface, if the value is an object
 */
export function buildPlainValue(field: Field, name: string, reading: Reading): PlainValue {
  const value = field.alternatives ? buildEither([field, ...field.alternatives], name, reading) : buildShape(field, name, reading);
  return wrapInLists(value, field.name.split('$').length - 1);
}

/** Mutually exclusive shapes, named for the values that select them. */
function buildEither(shapes: readonly Field[], name: string, reading: Reading): PlainValue {
  const build = shapes.every(({ list }) => list) ? buildElement : buildShape;
  const of = shapes.map((shape) => build(shape, name + shapeName(shape), reading));
  return wrapInLists({ kind: 'either', of }, build === buildElement ? 1 : 0);
}

/** A value that could be the name of a row names its shape; any other has no part in the code. */
function shapeName({ when }: Field): string {
  return when !== undefined && isProperName(when) ? pascalCase(when) : '';
}

function buildShape(field: Field, name: string, reading: Reading): PlainValue {
  return wrapInLists(buildElement(field, name, reading), field.list ? 1 : 0);
}

function buildElement(field: Field, name: string, reading: Reading): PlainValue {
  if (field.content && reading.opens(field)) return buildContentValue(field.content, name, reading);
  if (field.type === 'object') return buildObject(field.fields, name, reading);
  return literalsOf(field, reading) ?? { kind: scalarOf(field, reading) };
}

function buildObject(fields: readonly Field[], name: string, reading: Reading): PlainValue {
  const { scope, upload } = reading;
  if (fields.length === 0) return { kind: upload === 'part' ? 'file' : 'undocumented' };
  const claimed = scope.claim(name);
  const members = buildMembers(fields, claimed, { ...reading, upload: upload === 'body' ? 'part' : undefined });
  return { kind: 'object', name: claimed, members };
}

/** Content of encoded text is JSON of its own: what holds for the text around it ends here. */
function buildContentValue(content: Content, name: string, around: Reading): PlainValue {
  const { numberText: _, upload: __, ...reading } = around;
  const [label] = content.fields;
  if (content.shape === 'object' || !label) return buildObject(content.fields, name, reading);
  const list = buildPlainValue(label, name, reading);
  if (content.shape === 'list') return list;
  return {
    kind: 'either',
    of: [list, { kind: 'object', members: [{ name: label.name, optional: !label.required, value: list, field: label }] }],
  };
}

function wrapInLists(value: PlainValue, depth: number): PlainValue {
  return depth === 0 ? value : wrapInLists({ kind: 'list', of: value }, depth - 1);
}

function literalsOf(field: Field, reading: Reading): PlainValue | undefined {
  if (field.type === 'true' && !field.values?.textual) return { kind: 'literals', values: [true], open: false };
  const texts = field.constant ? [field.constant.value] : field.values?.items.map(({ value }) => value);
  if (!texts || field.values?.form === 'blank-separated') return undefined;
  const values = literalValues(texts, field, reading.numberText ?? false);
  return values && { kind: 'literals', values, open: reading.open };
}

/** Undefined where the type of the row cannot hold the values: then they say nothing. */
function literalValues(texts: readonly string[], field: Field, numberText: boolean): (string | number | boolean)[] | undefined {
  if (field.type === 'string' || field.values?.textual) return [...texts];
  if (field.type === 'boolean') {
    return texts.every((text) => text === 'true' || text === 'false') ? texts.map((text) => text === 'true') : undefined;
  }
  const numbers = texts.map(Number);
  if (!numbers.every(Number.isFinite)) return undefined;
  return numberText ? [...numbers, ...texts] : numbers;
}

function scalarOf({ type, values }: Field, { numberText }: Reading): Scalar {
  if (values?.textual) return 'string';
  switch (type) {
    case 'string':
    case 'boolean':
      return type;
    case 'integer':
      return numberText ? 'numeric' : 'integer';
    default:
      return numberText ? 'numeric' : 'number';
  }
}

import type { Place } from '../diagnostics/place.js';
import type { Content, Field } from '../model/api.js';
import { isNumberText } from '../model/listed-values.js';
import { isJsonList, isJsonObject, parseJson, type Json, type JsonObject } from '../../templates/testing/json.js';

/** The first thing in a request that the page does not allow. */
export interface FieldFault {
  /** JSON Pointer of the value. */
  readonly pointer: string;
  /** What would be right. */
  readonly issue: string;
  /** Of the row. */
  readonly place: Place;
}

export interface CheckOptions {
  /** Numbers and booleans may be texts: in XML, in queries, in paths. */
  readonly texts: boolean;
}

/**
 * Reads values against the rows of the page: required rows, types, listed values. Members without a row are let through, as the
 * platform does.
 *
 * @param pointer of the object that holds the fields
 */
export function checkFields(values: JsonObject, fields: readonly Field[], pointer: string, options: CheckOptions): FieldFault | undefined {
  for (const field of fields) {
    const value = memberOf(values, field.name);
    const fault = checkField(value, field, `${pointer}/${field.name}`, options);
    if (fault !== undefined) return fault;
  }
  return undefined;
}

/** Of a numbered name (`coupon_id_$n`), any that is there. */
function memberOf(values: JsonObject, name: string): Json | undefined {
  // Inside of JSON it stands as on the page.
  if (Object.hasOwn(values, name)) return values[name];
  if (!/\$[a-z]/.test(name)) return undefined;
  const numbered = new RegExp(`^${name.replaceAll(/\$[a-z]/g, '\\d+')}$`);
  return Object.entries(values).find(([member]) => numbered.test(member))?.[1];
}

function checkField(value: Json | undefined, field: Field, pointer: string, options: CheckOptions): FieldFault | undefined {
  if (value === undefined || value === null) {
    return field.required ? faultAt(field, pointer, 'is required') : undefined;
  }
  if (/\$[a-z]/.test(field.name)) return undefined;
  const faults = [field, ...(field.alternatives ?? [])].map((shape) => checkShape(value, shape, pointer, options));
  return faults.includes(undefined) ? undefined : faults[0];
}

function checkShape(value: Json, field: Field, pointer: string, options: CheckOptions): FieldFault | undefined {
  if (field.content !== undefined) return checkContent(value, field.content, field, pointer);
  if (!field.list) return checkElement(value, field, pointer, options);
  const items = isJsonList(value) ? value : options.texts ? listIn(value) : undefined;
  if (items === undefined) return faultAt(field, pointer, 'must be a list');
  return firstFault(items, (item, index) => checkElement(item, field, `${pointer}/${index}`, options));
}

/** Signed parameters have a list as JSON; in a query one element cannot be told from a list. */
function listIn(value: Json): readonly Json[] {
  const list = typeof value === 'string' ? parseJson(value) : undefined;
  return isJsonList(list) ? list : [value];
}

function checkContent(value: Json, { shape, fields }: Content, field: Field, pointer: string): FieldFault | undefined {
  const options = { texts: field.encoding?.value === 'by-urlencode' };
  const [label] = fields;
  const asObject = isJsonObject(value) ? checkFields(value, fields, pointer, options) : faultAt(field, pointer, 'must hold an object');
  if (shape === 'object' || label === undefined) return asObject;
  const asList = checkField(value, { ...label, required: true }, pointer, options);
  return shape === 'either' && asObject === undefined ? undefined : asList;
}

function checkElement(value: Json, field: Field, pointer: string, options: CheckOptions): FieldFault | undefined {
  const issue = typeIssue(value, field, options) ?? (isJsonObject(value) ? undefined : listedIssue(value, field));
  if (issue !== undefined) return faultAt(field, pointer, issue);
  return isJsonObject(value) ? checkFields(value, field.fields, pointer, options) : undefined;
}

function typeIssue(value: Json, { type, values }: Field, { texts }: CheckOptions): string | undefined {
  const scalar = texts && typeof value === 'string' ? fromText(value) : value;
  switch (values?.textual === true ? 'string' : type) {
    case 'string':
      return typeof value === 'string' ? undefined : 'must be a string';
    case 'integer':
      return Number.isInteger(scalar) ? undefined : 'must be an integer';
    case 'number':
    case 'float':
      return typeof scalar === 'number' ? undefined : 'must be a number';
    case 'boolean':
      return typeof scalar === 'boolean' ? undefined : 'must be a boolean';
    case 'true':
      return scalar === true ? undefined : 'must be true';
    case 'object':
      return isJsonObject(value) ? undefined : 'must be an object';
  }
}

function fromText(text: string): Json {
  if (text === 'true' || text === 'false') return text === 'true';
  return /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : text;
}

function listedIssue(value: Json, { constant, values }: Field): string | undefined {
  // `20X` stands for many values.
  if (values?.form === 'blank-separated') return undefined;
  const listed = constant === undefined ? values?.items.map((item) => item.value) : [constant.value];
  return listed === undefined || listed.some((text) => text === String(value) || isSameNumber(text, value))
    ? undefined
    : `must be ${listed.length === 1 ? '' : 'one of '}${listed.join(', ')}`;
}

/** `1.50` on a page is the 1.5 of a message. */
function isSameNumber(text: string, value: Json): boolean {
  return typeof value === 'number' && isNumberText(text) && Number(text) === value;
}

function faultAt({ place }: Field, pointer: string, issue: string): FieldFault {
  return { pointer, issue, place };
}

function firstFault<Item>(items: readonly Item[], check: (item: Item, index: number) => FieldFault | undefined): FieldFault | undefined {
  for (const [index, item] of items.entries()) {
    const fault = check(item, index);
    if (fault !== undefined) return fault;
  }
  return undefined;
}

import type { Content, Field, Operation, SampleValue } from '../../generator/model/api.js';

/** What is wrong with a value, and the row that says so. */
export interface SampleProblem {
  readonly line: number;
  readonly message: string;
}

/**
 * A reference interpreter of a request's rows: what is wrong with the argument that a sample gives to its call. It judges literals as
 * they stand; what the sample computes, it cannot judge.
 */
export function checkSample({ request, place }: Operation, input: SampleValue): SampleProblem[] {
  const problems: SampleProblem[] = [];
  const isUpload = request.some(({ role }) => role === 'body');
  for (const { key } of membersOf(input) ?? []) {
    const known = request.some(({ field }) => field.name === key) || keysOfTheClient.has(key) || (key === 'headers' && isUpload);
    if (!known) problems.push({ line: place.line, message: `${key}: no row` });
  }
  for (const { role, field } of request) {
    const value = memberOf(input, field.name);
    if (value === undefined) {
      if (field.required) problems.push(problem(field, field.name, 'missing'));
    } else if (role === 'path') {
      problems.push(...checkText(value, field, field.name));
    } else {
      problems.push(...checkValue(role === 'headers' && isUpload ? withoutContentType(value) : value, field, field.name));
    }
  }
  return problems;
}

/** Path parameters are text in every sample, whatever the type of the row. */
function checkText(value: SampleValue, field: Field, path: string): SampleProblem[] {
  if (!('literal' in value)) return [];
  if (typeof value.literal !== 'string' && typeof value.literal !== 'number') return [problem(field, path, 'no text')];
  return checkValues(String(value.literal), field, path);
}

function checkValue(value: SampleValue, field: Field, path: string): SampleProblem[] {
  if ('expression' in value) return [];
  if (field.alternatives) {
    const shapes = [field, ...field.alternatives].map(({ alternatives: _others, ...shape }) => checkValue(value, shape, path));
    return shapes.find((problems) => problems.length === 0) ?? shapes[0] ?? [];
  }
  if (!field.list) return checkElement(value, field, path);
  if (!('list' in value)) return [problem(field, path, 'no list')];
  return value.list.flatMap((item, index) => checkElement(item, field, `${path}[${index}]`));
}

function checkElement(value: SampleValue, field: Field, path: string): SampleProblem[] {
  if ('expression' in value) return [];
  if (field.content) return checkContent(value, field, field.content, path);
  if (field.type === 'object') return checkMembers(value, field, field.fields, path);
  if (!('literal' in value)) return [problem(field, path, `no ${field.type}`)];
  const { literal } = value;
  if (!isOfType(literal, field)) return [problem(field, path, `${JSON.stringify(literal)} is no ${field.type}`)];
  return checkValues(String(literal), field, path);
}

function checkContent(value: SampleValue, owner: Field, content: Content, path: string): SampleProblem[] {
  if (!('encoded' in value)) return [problem(owner, path, 'not encoded')];
  const [only] = content.fields;
  const inside = value.encoded;
  return content.shape === 'list' && only ? checkValue(inside, only, path) : checkMembers(inside, owner, content.fields, path);
}

function checkMembers(value: SampleValue, owner: Field, fields: readonly Field[], path: string): SampleProblem[] {
  const members = membersOf(value);
  if (!members) return [problem(owner, path, 'no object')];
  const unknown = members
    .filter(({ key }) => !fields.some(({ name }) => name === key))
    .map(({ key }) => problem(owner, `${path}.${key}`, 'no row'));
  const known = fields.flatMap((field) => {
    const member = memberOf(value, field.name);
    if (member) return checkValue(member, field, `${path}.${field.name}`);
    return field.required ? [problem(field, `${path}.${field.name}`, 'missing')] : [];
  });
  return [...unknown, ...known];
}

function isOfType(literal: string | number | boolean | null, { type, values }: Field): boolean {
  if (type === 'string' || values?.textual) return typeof literal === 'string';
  if (type === 'boolean') return typeof literal === 'boolean';
  if (type === 'true') return literal === true;
  return typeof literal === 'number' && (type !== 'integer' || Number.isInteger(literal));
}

function checkValues(text: string, field: Field, path: string): SampleProblem[] {
  const { values, constant } = field;
  const allowed = values ? values.items.map(({ value }) => value) : constant && [constant.value];
  return !allowed || allowed.includes(text) ? [] : [problem(field, path, `${JSON.stringify(text)} is not listed`)];
}

function problem({ place }: Field, path: string, message: string): SampleProblem {
  return { line: place.line, message: `${path}: ${message}` };
}

/** What a sample gives to the client and not to the platform (dialect.md §16.3). */
const keysOfTheClient: ReadonlySet<string> = new Set(['sink', 'handler']);

/** The entries of an array with keys; PHP writes one without any like an empty list. */
function membersOf(value: SampleValue): readonly { readonly key: string; readonly value: SampleValue }[] | undefined {
  if ('map' in value) return value.map;
  return 'list' in value && value.list.length === 0 ? [] : undefined;
}

function withoutContentType(value: SampleValue): SampleValue {
  return 'map' in value ? { map: value.map.filter(({ key }) => key !== 'Content-Type') } : value;
}

function memberOf(value: SampleValue, key: string): SampleValue | undefined {
  return membersOf(value)?.find((entry) => entry.key === key)?.value;
}

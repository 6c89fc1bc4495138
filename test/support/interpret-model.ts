import type { Content, Field, Operation, RequestGroup } from '../../generator/model/api.js';

/**
 * What is wrong with an input, as JSON Pointers: the pages read slowly and literally, as design.md §2.7 and dialect.md say it, without any
 * part of what prints validators.
 */
export interface Verdict {
  readonly wrong: readonly string[];
  /**
   * Lists in the place of objects: they are refused, either as a whole or for each member that they do not have. The first says it
   * better, the second costs less.
   */
  readonly lists: readonly string[];
}

const fine: Verdict = { wrong: [], lists: [] };

/** How a part of the request reads. */
interface Manner {
  /** In XML and in paths numbers are text anyway. */
  readonly numbersAsText: boolean;
  /** A part of an upload is a file if it has no rows. */
  readonly upload: 'body' | 'part' | 'neither';
}

/** The wrong places of the input of an operation. */
export function interpretInput(operation: Operation, input: unknown): Verdict {
  if (!isRecord(input)) return wrongObject('', input);
  return all(operation.request.map((group) => interpretGroup(operation, group, memberOf(input, group.field.name))));
}

function interpretGroup(operation: Operation, { role, field }: RequestGroup, value: unknown): Verdict {
  if (value === undefined && mayBeAbsent(operation, { role, field })) return fine;
  const manner: Manner = { numbersAsText: role === 'path' || role === 'xml', upload: role === 'body' ? 'body' : 'neither' };
  const relaxed = {
    ...field,
    fields: field.fields.map((row) => (isSupplied(operation, role, row.name) ? { ...row, required: false } : row)),
  };
  return interpretField(relaxed, `/${escapePointer(field.name)}`, value, manner);
}

/** Facts of the page that the client knows, groups that the page does not require, and those of which it supplies everything required. */
function mayBeAbsent(operation: Operation, { role, field }: RequestGroup): boolean {
  const { pathParameters, baseUris } = operation;
  if (role === 'path') return !pathParameters.includes(field.name);
  if (!field.required || role === 'security' || role === 'nonceless' || role === 'stray') return true;
  if (role === 'base_uri' && baseUris.length === 1) return true;
  const needed = field.fields.filter(({ required }) => required);
  return needed.length > 0 && needed.every(({ name }) => isSupplied(operation, role, name));
}

function isSupplied({ protocol }: Operation, role: string, name: string): boolean {
  if (role === 'headers') return name === 'Wechatpay-Serial' || name === 'Content-Type' || name === 'Authorization';
  if (protocol === 'v3') return false;
  return (role === 'xml' || role === 'query' || role === 'body') && (name === 'nonce_str' || name === 'sign');
}

/** @param value is there, or required */
function interpretField(field: Field, at: string, value: unknown, manner: Manner): Verdict {
  const numbers = field.name.split('$').length - 1;
  const shapes = [field, ...(field.alternatives ?? [])];
  const lists = shapes.every(({ list }) => list);
  // A list of one of several shapes, or one of several shapes of which some may be lists.
  return eachOf(numbers, at, value, (inner, item) =>
    shapes.length > 1 && lists
      ? eachOf(1, inner, item, (place, element) =>
          best(
            place,
            shapes.map((shape) => interpretElement(shape, place, element, manner)),
          ),
        )
      : best(
          inner,
          shapes.map((shape) =>
            eachOf(shape.list ? 1 : 0, inner, item, (place, element) => interpretElement(shape, place, element, manner)),
          ),
        ),
  );
}

function interpretElement(field: Field, at: string, value: unknown, manner: Manner): Verdict {
  if (field.content && (field.encryption === undefined || field.encryption.kind === 'by-rsa-pubkey')) {
    return interpretContent(field.content, at, value);
  }
  if (field.type === 'object') return interpretObject(field.fields, at, value, manner);
  return isScalar(field, value, manner) ? fine : wrongAt(at);
}

/** JSON of its own: what holds for the text around it ends here. */
function interpretContent({ shape, fields }: Content, at: string, value: unknown): Verdict {
  const manner: Manner = { numbersAsText: false, upload: 'neither' };
  const [only] = fields;
  if (shape === 'object' || only === undefined) return interpretObject(fields, at, value, manner);
  if (shape === 'list') return interpretField(only, at, value, manner);
  if (Array.isArray(value)) return interpretField(only, at, value, manner);
  return isRecord(value) ? interpretObject(fields, at, value, manner) : wrongAt(at);
}

function interpretObject(fields: readonly Field[], at: string, value: unknown, manner: Manner): Verdict {
  if (fields.length === 0 && manner.upload === 'part') return isFile(value) ? fine : wrongAt(at);
  if (!isRecord(value)) return wrongObject(at, value);
  const inside: Manner = { ...manner, upload: manner.upload === 'body' ? 'part' : 'neither' };
  return all(
    fields.map((field) => {
      const member = memberOf(value, field.name);
      return member === undefined && !field.required ? fine : interpretField(field, `${at}/${escapePointer(field.name)}`, member, inside);
    }),
  );
}

function isScalar(field: Field, value: unknown, { numbersAsText }: Manner): boolean {
  if (field.type === 'true') return value === true;
  const listed = field.constant
    ? [field.constant.value]
    : field.values?.form === 'blank-separated'
      ? []
      : (field.values?.items ?? []).map((item) => item.value);
  const isText = field.type === 'string' || field.values?.textual === true;
  if (isText) return typeof value === 'string' && (listed.length === 0 || listed.includes(value));
  if (field.type === 'boolean') {
    const allowed = listed.every((text) => text === 'true' || text === 'false') ? listed : [];
    return typeof value === 'boolean' && (allowed.length === 0 || allowed.some((text) => text === String(value)));
  }
  const numbers = listed.map(Number);
  if (listed.length > 0 && numbers.every(Number.isFinite)) {
    return numbers.includes(value as number) || (numbersAsText && listed.includes(value as string));
  }
  if (numbersAsText) return isFinite(value) || (typeof value === 'string' && /^-?[0-9]+(?:\.[0-9]+)?$/.test(value));
  return isFinite(value) && (field.type !== 'integer' || value % 1 === 0);
}

function isFinite(value: unknown): value is number {
  return typeof value === 'number' && value - value === 0;
}

function isFile(value: unknown): boolean {
  return isRecord(value) && 'name' in value && value['data'] instanceof Uint8Array;
}

/** Lists of lists, as deep as told, around the value that is interpreted. */
function eachOf(depth: number, at: string, value: unknown, interpret: (at: string, value: unknown) => Verdict): Verdict {
  if (depth === 0) return interpret(at, value);
  if (!Array.isArray(value)) return wrongAt(at);
  return all(Array.from(value, (item, index) => eachOf(depth - 1, `${at}/${String(index)}`, item, interpret)));
}

/** Any shape will do; else the first of those with the fewest wrong places tells. A list among objects makes counting them idle. */
function best(at: string, verdicts: readonly Verdict[]): Verdict {
  if (verdicts.some(isFine)) return fine;
  const counted = verdicts.toSorted((one, other) => one.wrong.length - other.wrong.length);
  const [only] = counted;
  if (only !== undefined && verdicts.length === 1) return only;
  return verdicts.some(({ lists }) => lists.length > 0) ? { wrong: [], lists: [at] } : (only ?? fine);
}

export function isFine({ wrong, lists }: Verdict): boolean {
  return wrong.length === 0 && lists.length === 0;
}

function all(verdicts: readonly Verdict[]): Verdict {
  return { wrong: verdicts.flatMap(({ wrong }) => wrong), lists: verdicts.flatMap(({ lists }) => lists) };
}

function wrongAt(at: string): Verdict {
  return { wrong: [at], lists: [] };
}

function wrongObject(at: string, value: unknown): Verdict {
  return Array.isArray(value) ? { wrong: [], lists: [at] } : wrongAt(at);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function memberOf(object: Readonly<Record<string, unknown>>, name: string): unknown {
  return Object.getOwnPropertyDescriptor(object, name)?.value;
}

function escapePointer(name: string): string {
  return name.replaceAll('~', '~0').replaceAll('/', '~1');
}

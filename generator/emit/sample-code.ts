import { exampleObject, exampleValue, type ExampleValue } from '../model/example-value.js';
import type { Field, Operation, RequestGroup, SampleValue, Webhook } from '../model/api.js';
import { callExpression } from './call-expression.js';
import { objectKey, stringLiteral } from './escape.js';
import { isGroupOptional, isSupplied } from './supplied-rows.js';
import { literal } from './tests/literal.js';

/**
 * A call of the SDK as its users write it: with the values of the page's sample, in the clear where the sample has cipher text, and a
 * value for whatever else the page requires. For a notification, what receives it.
 */
export function sampleCode(entry: Operation | Webhook): string {
  return entry.kind === 'operation' ? callCode(entry) : noticeCode(entry);
}

/** Stands for the file of an upload. */
const file = Symbol('file');

type Value = ExampleValue | typeof file | { readonly [name: string]: Value };

const fileLine = "const file = { name: 'file.png', data: await readFile('file.png') };\n";

/** How each kind of answer is received. */
const receivers = { fields: 'const { data } = ', stream: 'const { data: stream } = ', empty: '', redirect: 'const url = ' } as const;

function callCode(operation: Operation): string {
  const input = inputOf(operation);
  const text = Object.keys(input).length === 0 ? '' : print(input, '');
  return `${holdsFile(input) ? fileLine : ''}${receivers[operation.answer.kind]}await ${callExpression(operation)}(${text});`;
}

function inputOf(operation: Operation): { readonly [group: string]: Value } {
  const sample = operation.samples.find(({ input }) => input !== undefined)?.input;
  const sent = operation.request.filter((group) => isSent(group, operation));
  return Object.fromEntries(
    sent.flatMap((group) => {
      const value = groupValue(group, operation, membersOf(sample, group.field.name));
      return value === undefined ? [] : [[group.field.name, value]];
    }),
  );
}

/** Groups that only state a fact of the page are the runtime's business; a helper of the samples that spells the URL is no parameter. */
function isSent({ role, field }: RequestGroup, { pathParameters }: Operation): boolean {
  if (role === 'path') return pathParameters.includes(field.name);
  return !['security', 'nonceless', 'stray'].includes(role);
}

/** Undefined for a group that can be left out and of which the sample gives nothing that the runtime does not supply. */
function groupValue({ role, field }: RequestGroup, { protocol, baseUris }: Operation, given: readonly SampleValue[]): Value | undefined {
  const [sample] = given;
  if (role === 'path') return exampleValue(field, { sample });
  const own = withGivenRows(field, given, ({ name }) => !isSupplied(protocol, role, { name }));
  const saysNothing = field.type === 'object' ? own.fields.length === 0 : given.length === 0;
  if (saysNothing && isGroupOptional(protocol, role, field, baseUris)) return undefined;
  if (role === 'base_uri') return baseUris[0] ?? '';
  return role === 'body' ? bodyValue(field, own, sample) : exampleValue(own, { sample });
}

/** The parts of a multipart body. A part is a file if the page gives it no rows. */
function bodyValue(body: Field, own: Field, sample: SampleValue | undefined): Value {
  const files = new Set(body.fields.filter(({ type, fields }) => type === 'object' && fields.length === 0).map(({ name }) => name));
  const texts = exampleObject(
    own.fields.filter(({ name }) => !files.has(name)),
    { sample },
  );
  return Object.fromEntries(own.fields.map(({ name }) => [name, files.has(name) ? file : (texts[name] ?? '')]));
}

function holdsFile(value: Value): boolean {
  return value === file || (typeof value === 'object' && Object.values(value).some(holdsFile));
}

/** The field with those rows only that the page requires or the sample gives. */
function withGivenRows(field: Field, samples: readonly SampleValue[], isWanted: (row: Field) => boolean = () => true): Field {
  const { content } = field;
  const rowsOf = (rows: readonly Field[]): Field[] =>
    rows.filter(isWanted).flatMap((row) => {
      const given = samples.flatMap((sample) => membersOf(sample, row.name));
      return row.required || given.length > 0 ? [withGivenRows(row, given)] : [];
    });
  const inside = content?.shape === 'object' ? rowsOf(content.fields) : content?.fields.map((label) => withGivenRows(label, samples));
  return { ...field, fields: rowsOf(field.fields), ...(content && inside && { content: { ...content, fields: inside } }) };
}

/** What a sample gives for a name, in every element where it is a list. */
function membersOf(sample: SampleValue | undefined, name: string): SampleValue[] {
  if (sample === undefined) return [];
  if ('encoded' in sample) return membersOf(sample.encoded, name);
  if ('list' in sample) return sample.list.flatMap((item) => membersOf(item, name));
  return 'map' in sample ? sample.map.flatMap(({ key, value }) => (key === name ? [value] : [])) : [];
}

/** The widest line that an object or a list is kept on. */
const width = 72;

function print(value: Value, indent: string): string {
  if (value === file) return 'file';
  if (typeof value !== 'object') return literal(value);
  const isList = value instanceof Array;
  const [open, close] = isList ? ['[', ']'] : ['{', '}'];
  const inner = `${indent}  `;
  const members = Object.entries(value).map(([name, member]) => (isList ? '' : `${objectKey(name)}: `) + print(member, inner));
  const blank = isList || members.length === 0 ? '' : ' ';
  const line = `${open}${blank}${members.join(', ')}${blank}${close}`;
  const isShort = members.length === 0 || (indent !== '' && line.length <= width && !line.includes('\n'));
  return isShort ? line : `${open}\n${members.map((member) => `${inner}${member},\n`).join('')}${indent}${close}`;
}

function noticeCode({ protocol, name, eventTypes, request }: Webhook): string {
  const carriesType =
    protocol === 'v3' && eventTypes.length > 0 && request.some(({ fields }) => fields.some((row) => row.name === 'event_type'));
  if (!carriesType) {
    return `const event = await pay.webhooks.parse(rawBody, headers, ${stringLiteral(`${protocol}/${name}`)});`;
  }
  const tests = eventTypes.map((type) => `event.event_type === ${stringLiteral(type)}`);
  return ['const event = await pay.webhooks.parse(rawBody, headers);', `if (${tests.join(' || ')}) {`, '  console.log(event);', '}'].join(
    '\n',
  );
}

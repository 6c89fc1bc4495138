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

function callCode(operation: Operation): string {
  const { answer, request, baseUris, samples } = operation;
  const sample = samples.find(({ input }) => input !== undefined)?.input;
  const groups = request.flatMap((group): (readonly [name: string, value: Value])[] => {
    const { role, field } = group;
    const given = membersOf(sample, field.name);
    if (!isSent(group, operation)) return [];
    if (role === 'path') return [[field.name, exampleValue(field, { sample: given[0] })]];
    const own = withGivenRows(field, given, ({ name }) => !isSupplied(role, { name }));
    const saysNothing = field.type === 'object' ? own.fields.length === 0 : given.length === 0;
    return saysNothing && isGroupOptional(role, field, baseUris)
      ? []
      : [[field.name, role === 'base_uri' ? (baseUris[0] ?? '') : groupValue(group, own, given[0])]];
  });
  const input = groups.length === 0 ? '' : print(Object.fromEntries(groups), '');
  const call = `await ${callExpression(operation)}(${input});`;
  const upload = groups.some(([, value]) => holdsFile(value)) ? fileLine : '';
  return (
    upload + { fields: 'const { data } = ', stream: 'const { data: stream } = ', empty: '', redirect: 'const url = ' }[answer.kind] + call
  );
}

/** Groups that only state a fact of the page are the runtime's business; a helper of the samples that spells the URL is no parameter. */
function isSent({ role, field }: RequestGroup, { pathParameters }: Operation): boolean {
  if (role === 'path') return pathParameters.includes(field.name);
  return !['security', 'nonceless', 'stray'].includes(role);
}

function groupValue({ role, field }: RequestGroup, own: Field, sample: SampleValue | undefined): Value {
  if (role !== 'body') return exampleValue(own, { sample });
  const isFile = ({ name, type, fields }: Field): boolean =>
    type === 'object' && fields.length === 0 && field.fields.some((row) => row.name === name && row.fields.length === 0);
  const texts = exampleObject(
    own.fields.filter((part) => !isFile(part)),
    { sample },
  );
  return Object.fromEntries(own.fields.map((part) => [part.name, isFile(part) ? file : (texts[part.name] ?? '')]));
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

import { exampleAnswer, type ExampleAnswer } from '../../model/example-answer.js';
import { exampleObject, exampleValue, type ExampleValue } from '../../model/example-value.js';
import type { Field, Operation, Protocol, RequestGroup, SampleValue } from '../../model/api.js';
import { requestLayers, type WireLayer } from '../../model/wire-layers.js';
import { isGroupOptional, isSupplied } from '../supplied-rows.js';
import { fieldPaths, type FieldPath } from './field-paths.js';
import { givenField } from './given-field.js';
import { testFile, type Literal } from './literal.js';

/** The data of one operation's tests; the harness of the SDK does the rest (design.md §4). */
export interface OperationTest {
  readonly protocol: 'v2' | 'v3';
  readonly method: string;
  readonly path: string;
  readonly input: { readonly [group: string]: Literal };
  /** Paths of what can be left out of `input`; what is inside of them may be required there. */
  readonly optional?: readonly string[];
  /** Paths of fields with listed values; those separated by blanks are classes of values, and take others. */
  readonly enums?: readonly string[];
  /** Paths of fields that have further shapes; a wrong field inside of the first may be right in another. */
  readonly alternatives?: readonly string[];
  readonly layers?: readonly WireLayer[];
  /** Called instead of the main host where the input has no `base_uri`. */
  readonly host?: string;
  /** Uploads: the names of the parts that hold files. */
  readonly files?: readonly string[];
  readonly signed?: 'xml' | 'query' | 'body';
  readonly nonceless?: true;
  readonly answer: ExampleAnswer;
}

/** A value for every row of the request and of the answer: the sample's where it is a good one. */
export function operationTest(operation: Operation): OperationTest {
  const sample = operation.samples.find(({ input }) => input !== undefined)?.input;
  const given = operation.request.filter(({ role, field }) => role !== 'path' || operation.pathParameters.includes(field.name));
  const groups = given.map(({ role, field }) => withoutSupplied(operation.protocol, { role, field: givenField(field) }));
  const host = given.some(({ role, field }) => role === 'base_uri' && field.required) ? operation.baseUris[0] : undefined;
  const files = groups.find(isUpload)?.field.fields.filter(isFile) ?? [];
  const fields = groups.flatMap(({ field }) => fieldPaths(field));
  const optional = [
    ...given
      .filter(({ role, field }) => isGroupOptional(operation.protocol, role, field, operation.baseUris))
      .map(({ field }) => field.name),
    ...fields.filter(isOptional).map(({ path }) => path),
  ];
  const enums = fields.filter(({ field }) => field.values !== undefined && field.values.form !== 'blank-separated').map(({ path }) => path);
  const alternatives = fields.filter(({ field }) => hasShapes(field)).map(({ path }) => path);
  const layers = requestLayers(groups);
  const values = groups.map((group) => [group.field.name, groupValue(group, operation, memberOf(sample, group.field.name))] as const);
  return {
    protocol: operation.protocol,
    method: operation.method,
    path: operation.path,
    input: Object.fromEntries(values),
    ...(optional.length > 0 && { optional }),
    ...(enums.length > 0 && { enums }),
    ...(alternatives.length > 0 && { alternatives }),
    ...(layers.length > 0 && { layers }),
    ...(host !== undefined && { host }),
    ...(files.length > 0 && { files: files.map(({ name }) => name) }),
    ...signing(operation),
    answer: exampleAnswer(operation, scalars(values.map(([, value]) => value))),
  };
}

/** What the runtime fills in, the harness looks for on the wire. */
function withoutSupplied(protocol: Protocol, { role, field }: RequestGroup): RequestGroup {
  return { role, field: { ...field, fields: field.fields.filter((row) => !isSupplied(protocol, role, row)) } };
}

/** A body of another type is no upload, whatever rows are below it. */
function isUpload({ role, field }: RequestGroup): boolean {
  return role === 'body' && field.type === 'object';
}

function groupValue(group: RequestGroup, { baseUris }: Operation, sample: SampleValue | undefined): Literal {
  const { role, field } = group;
  if (role === 'base_uri') return baseUris[0] ?? addressOf(exampleValue(field, { sample }));
  if (!isUpload(group)) return exampleValue(field, { sample });
  const texts = exampleObject(
    field.fields.filter((part) => !isFile(part)),
    { sample },
  );
  return Object.fromEntries(field.fields.map((part) => [part.name, isFile(part) ? fileValue(part) : texts[part.name]]));
}

/** What the runtime takes as an address; a page need not name one. */
function addressOf(value: ExampleValue): string {
  return typeof value === 'string' && value.startsWith('https://') ? value : 'https://example.com/';
}

/** The file part of a multipart body: an object without rows (dialect.md §14). */
function isFile({ type, fields }: Field): boolean {
  return type === 'object' && fields.length === 0;
}

function fileValue({ list }: Field): Literal {
  return list ? [testFile] : testFile;
}

/** Where the `sign` of a v2 call travels: in XML always, elsewhere if there is a row for it (runtime-requirements.md §10). */
function signing({ protocol, request }: Operation): Pick<OperationTest, 'signed' | 'nonceless'> {
  if (protocol === 'v3') return {};
  const signed = (['xml', 'query', 'body'] as const).find((name) =>
    request.some(({ role, field }) => role === name && (name === 'xml' || field.fields.some((member) => member.name === 'sign'))),
  );
  return { ...(signed !== undefined && { signed }), ...(request.some(({ role }) => role === 'nonceless') && { nonceless: true }) };
}

/** Decoded content in the place of its only field has the shapes of that field (dialect.md §11). */
function hasShapes({ alternatives, content }: Field): boolean {
  return alternatives !== undefined || (content !== undefined && content.shape !== 'object' && content.fields.some(hasShapes));
}

/** Groups are judged by themselves. */
function isOptional({ path, field }: FieldPath): boolean {
  return path !== field.name && !field.required;
}

/** The first scalar of each name, at any depth. */
function scalars(values: readonly Literal[]): Map<string, ExampleValue> {
  const found = new Map<string, ExampleValue>();
  const visit = (value: Literal): void => {
    if (typeof value !== 'object') return;
    for (const [name, member] of Object.entries(value)) {
      if (typeof member === 'object') visit(member);
      else if (member !== undefined && member !== testFile && !found.has(name)) found.set(name, member);
    }
  };
  values.forEach(visit);
  return found;
}

function memberOf(sample: SampleValue | undefined, name: string): SampleValue | undefined {
  return sample !== undefined && 'map' in sample ? sample.map.find(({ key }) => key === name)?.value : undefined;
}

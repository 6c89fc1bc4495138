import type { Field, Operation, RequestGroup } from '../model/api.js';
import { isJsonObject, type JsonObject } from '../../templates/testing/json.js';
import type { Part as UploadPart } from '../../templates/testing/multipart.js';
import { checkDigests } from './check-digests.js';
import { checkFields, type FieldFault } from './check-fields.js';

/** A fault with the part of the request it is in, in the platform's word. */
export interface RequestFault extends FieldFault {
  readonly location: 'body' | 'query' | 'path' | 'header';
}

/** A request below its layers. */
export interface OpenedRequest {
  readonly parameters: Readonly<Record<string, string>>;
  /** `query`, and `json`, `xml` or `body`. */
  readonly groups: JsonObject;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** The parts of an upload that hold files. */
  readonly files: readonly UploadPart[];
}

/** The rows that one group is read against. */
interface Part {
  readonly location: RequestFault['location'];
  readonly values: JsonObject;
  readonly rows: readonly Field[];
  readonly texts: boolean;
}

/** The first thing that the page does not allow, group by group in page order. */
export function checkRequest({ request: table, samples }: Operation, request: OpenedRequest): RequestFault | undefined {
  for (const group of table) {
    const part = partOf(group, request);
    if (part === undefined) continue;
    const fault =
      checkFields(part.values, part.rows, '', part) ??
      payloadFault(group, request) ??
      digestFault(group, part, { files: request.files, samples });
    if (fault !== undefined) return { ...fault, location: part.location };
  }
  return undefined;
}

/** A body has members, be they all optional. */
function payloadFault({ role, field }: RequestGroup, { groups }: OpenedRequest): FieldFault | undefined {
  if (role !== 'json' && role !== 'xml' && role !== 'body') return undefined;
  const group = groups[field.name];
  if (group === undefined ? !field.required : isJsonObject(group)) return undefined;
  return { pointer: '', issue: group === undefined ? 'is required' : 'must be an object', place: field.place };
}

function digestFault(
  { role }: RequestGroup,
  { values, rows }: Part,
  { files, samples }: Pick<OpenedRequest, 'files'> & Pick<Operation, 'samples'>,
): FieldFault | undefined {
  // Nobody who tries the sample of a page has its file.
  const inSamples = JSON.stringify(samples.map(({ input }) => input));
  return role === 'body'
    ? checkDigests(values, rows, { files, isKnown: (digest) => inSamples.includes(JSON.stringify(digest)) })
    : undefined;
}

/** `undefined` for groups that do not travel, and for those that may be absent and are. */
function partOf({ role, field }: RequestGroup, { parameters, groups, headers, files }: OpenedRequest): Part | undefined {
  const group = groups[field.name];
  const values = isJsonObject(group) ? group : {};
  const rows = field.fields;
  switch (role) {
    case 'path':
      return Object.hasOwn(parameters, field.name) ? { location: 'path', values: parameters, rows: [field], texts: true } : undefined;
    case 'headers':
      return { location: 'header', values: headers, rows: rows.map((row) => ({ ...row, name: row.name.toLowerCase() })), texts: true };
    case 'query':
      return !field.required && Object.keys(values).length === 0 ? undefined : { location: 'query', values, rows, texts: true };
    case 'json':
      return !field.required && group === undefined ? undefined : { location: 'body', values, rows, texts: false };
    case 'xml':
    case 'body':
      return { location: 'body', values, rows: rows.filter(({ name }) => !files.some((file) => file.name === name)), texts: true };
    default:
      return undefined;
  }
}

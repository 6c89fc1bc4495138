import { queryOf, type ArrivedRequest } from './arrived-request.js';
import { isJsonList, parseJson, type Json, type JsonObject } from './json.js';
import { parseMultipart, type Part } from './multipart.js';
import { parseXml } from './xml.js';

/** A request sorted into the groups of the pages. */
export interface Groups {
  /** `query`, and `json`, `xml` or `body` after the content type. Layers are closed; all but JSON is text. */
  readonly values: JsonObject;
  /** Parts of an upload that have a file name. */
  readonly files: readonly Part[];
  /** What a v3 signature covers: the body, or the `meta` part of an upload (runtime-requirements.md §9). */
  readonly signedBody: string | Buffer;
  readonly faults: readonly string[];
}

/** Sorts what arrived. A body that is not what its content type says is a fault. */
export function readGroups(request: ArrivedRequest): Groups {
  const query = valuesOf(queryOf(request));
  const plain: Groups = { values: { query }, files: [], signedBody: request.body, faults: [] };
  if (request.body.length === 0) return plain;
  const contentType = request.headers['content-type'] ?? '';
  if (contentType.startsWith('multipart/form-data')) return readForm(request.body, contentType, query);
  const [name, value] = contentType.includes('xml')
    ? (['xml', parseXml(request.body.toString())] as const)
    : (['json', parseJson(request.body.toString())] as const);
  return value === undefined
    ? { ...plain, faults: [`the body is not ${name === 'xml' ? 'flat XML' : 'JSON'}, content type ${contentType}`] }
    : { ...plain, values: { query, [name]: value } };
}

function readForm(body: Buffer, contentType: string, query: JsonObject): Groups {
  const parts = parseMultipart(body, contentType);
  if (parts === undefined) return { values: { query }, files: [], signedBody: '', faults: ['the body is not multipart/form-data'] };
  const isFile = ({ filename }: Part): boolean => filename !== undefined;
  const texts = parts.filter((part) => !isFile(part)).map((part) => [part.name, part.body.toString()] as const);
  return {
    values: { query, body: valuesOf(texts) },
    files: parts.filter(isFile),
    signedBody: parts.find(({ name }) => name === 'meta')?.body ?? '',
    faults: [],
  };
}

/** A name that occurs several times is a list. */
function valuesOf(parameters: Iterable<readonly [string, string]>): JsonObject {
  const values = new Map<string, Json>();
  for (const [name, value] of parameters) {
    const before = values.get(name);
    values.set(name, before === undefined ? value : isJsonList(before) ? [...before, value] : [before, value]);
  }
  return Object.fromEntries(values);
}

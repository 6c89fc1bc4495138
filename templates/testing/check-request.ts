import { pathOf, type ArrivedRequest } from './arrived-request.js';
import { changeAt } from './change-at.js';
import { differences } from './differences.js';
import { spreadLists } from './flat-lists.js';
import { isJsonList, isJsonObject, textOf, textsOf, type Json, type JsonObject } from './json.js';
import type { Keys } from './keys.js';
import type { Layer } from './layer.js';
import type { Part } from './multipart.js';
import { openLayers } from './open-layers.js';
import type { OperationCase } from './operation-case.js';
import { signText } from './rsa.js';
import { readGroups, type Groups } from './read-groups.js';
import { signParameters, signTypeOf } from './sign-parameters.js';
import { testFile } from './test-file.js';
import { verifyRequest } from './verify-request.js';

export interface CheckOptions {
  readonly keys: Keys;
  /** Unix seconds. */
  readonly now: number;
}

/**
 * Compares a request with what the page says and the caller gave: path, query, headers, body below its layers, signature.
 *
 * @param input what the caller gave: the case's input, or a part of it
 * @returns a sentence per fault
 */
export function checkRequest(request: ArrivedRequest, operation: OperationCase, input: JsonObject, { keys, now }: CheckOptions): string[] {
  const groups = readGroups(request);
  const values = { ...groups.values, headers: headersOf(request, input) };
  const opened = openLayers(values, numberLayers(operation.layers ?? [], values), keys);
  const arrived = openPath(request, operation, keys);
  return [
    ...(request.method === operation.method ? [] : [`the method is ${request.method} instead of ${operation.method}`]),
    ...differences(arrived.path, expectedPath(operation, input), 'the path'),
    ...arrived.faults,
    ...groups.faults,
    ...opened.faults,
    ...checkHeaders(request, opened.value, { operation, input, keys }),
    ...checkPayload(opened.value, groups, { operation, input, keys }),
    ...(operation.protocol === 'v3'
      ? verifyRequest(request, { signedBody: groups.signedBody, keys, now })
      : checkSign(groups, operation, keys)),
  ];
}

/**
 * Judges an address that the user's browser is sent to: path, query, sign and fragment.
 *
 * @returns a sentence per fault
 */
export function checkAddress(url: URL, operation: OperationCase, input: JsonObject, keys: Keys): string[] {
  const groups = readGroups({ method: operation.method, target: url.pathname + url.search, headers: {}, body: Buffer.alloc(0) });
  const opened = openLayers(groups.values, numberLayers(operation.layers ?? [], groups.values), keys);
  const fragment = input['fragment'];
  const { signed, files: _files, ...rest } = operation;
  const address: OperationCase = { ...rest, ...(signed === 'query' && { signed }) };
  return [
    ...differences(url.pathname, expectedPath(operation, input), 'the path'),
    ...differences(url.hash, typeof fragment === 'string' ? `#${fragment.replace(/^#/, '')}` : '', 'the fragment'),
    ...opened.faults,
    // An address has no body, whatever rows its page has.
    ...checkPayload(opened.value, groups, { operation: address, input: { query: input['query'] ?? {} }, keys }),
    ...checkSign(groups, address, keys),
  ];
}

/** Placeholders filled, below the path of the address that the page or the caller names. */
export function expectedPath({ path, host }: OperationCase, input: JsonObject): string {
  const base = input['base_uri'] ?? host;
  const prefix = typeof base === 'string' ? new URL(base).pathname.replace(/\/$/, '') : '';
  return prefix + path.replace(/\{([^}]*)\}/g, (_match, name: string) => encodeURIComponent(textOf(input[name] ?? '')));
}

/** The layers of numbered names, for each number that arrived. */
function numberLayers(layers: readonly Layer[], values: JsonObject): Layer[] {
  return layers.flatMap((layer) => {
    const [group = '', name = '', ...rest] = layer.at.split('.');
    if (!name.includes('$')) return [layer];
    const numbered = new RegExp(`^${name.replaceAll(/\$[a-z]/g, '\\d+')}$`);
    const members = values[group];
    const arrived = Object.keys(isJsonObject(members) ? members : {}).filter((member) => numbered.test(member));
    return arrived.map((member) => ({ ...layer, at: [group, member, ...rest].join('.') }));
  });
}

/** The path with the layers of its parameters undone. */
function openPath(request: ArrivedRequest, { path, layers = [] }: OperationCase, keys: Keys): { path: string; faults: readonly string[] } {
  const segments = pathOf(request).split('/');
  const names = path.split('/').map((segment) => /^\{([^}]*)\}$/.exec(segment)?.[1]);
  const faults = names.flatMap((name, index) => {
    const own = layers.filter(({ at }) => at === name);
    const position = segments.length - names.length + index;
    if (name === undefined || own.length === 0) return [];
    const opened = openLayers({ [name]: decodeURIComponent(segments[position] ?? '') }, own, keys);
    segments[position] = encodeURIComponent(textOf(opened.value[name] ?? ''));
    return opened.faults;
  });
  return { path: segments.join('/'), faults };
}

/** Those that the caller gave, by the names they were given by. */
function headersOf({ headers }: ArrivedRequest, input: JsonObject): JsonObject {
  const names = isJsonObject(input['headers']) ? Object.keys(input['headers']) : [];
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = headers[name.toLowerCase()];
      return value === undefined ? [] : [[name, value]];
    }),
  );
}

function checkHeaders({ headers }: ArrivedRequest, values: JsonObject, { operation, input, keys }: Expected): string[] {
  const arrived = isJsonObject(values['headers']) ? values['headers'] : {};
  // A header that is a list has its elements in one line.
  const inLine = (value: Json): Json => (isJsonList(value) ? value.map(textOf).join(',') : value);
  const expected = Object.entries(expectedTexts(operation, input, 'headers', { keys, arrived }));
  const faults = expected.flatMap(([name, value]) => differences(arrived[name], inLine(value), `the header ${name}`));
  if (operation.protocol === 'v3')
    faults.push(...differences(headers['wechatpay-serial'], keys.platformSerial, 'the header Wechatpay-Serial'));
  if ((headers['user-agent'] ?? '') === '') faults.push('the request names no User-Agent');
  return faults;
}

interface Expected {
  readonly operation: OperationCase;
  readonly input: JsonObject;
  readonly keys: Keys;
}

function checkPayload(values: JsonObject, groups: Groups, { operation, input, keys }: Expected): string[] {
  const expected = (group: string): JsonObject => expectedTexts(operation, input, group, { keys, arrived: values[group] });
  const unsigned = (group: string): Json | undefined => withoutAdded(values[group], input[group], operation.signed === group);
  const faults = [
    ...differences(unsigned('query') ?? {}, expected('query'), '/query'),
    ...differences(values['json'], sentValues(operation, input, keys)['json'], '/json'),
    ...(operation.signed === 'xml' || input['xml'] !== undefined ? differences(unsigned('xml'), expected('xml'), '/xml') : []),
  ];
  return operation.files === undefined ? faults : [...faults, ...checkUpload(unsigned('body'), groups, operation, expected('body'))];
}

/** What a group where only text travels should hold: lists numbered, repeated, or in XML as JSON, numbers as text, decoded values as they are. */
function expectedTexts(
  operation: OperationCase,
  input: JsonObject,
  group: string,
  { keys, arrived }: { readonly keys: Keys; readonly arrived: Json | undefined },
): JsonObject {
  const encoded = new Set([...pathsOf('by-json_encode', operation), ...pathsOf('by-urlencode', operation)]);
  const values = sentValues(operation, input, keys)[group];
  if (!isJsonObject(values)) return {};
  const repeated = (value: Json): Json =>
    isJsonList(value) && value.length > 1 ? value.map(textOf) : textOf(isJsonList(value) ? (value[0] ?? '') : value);
  // What is signed is text first.
  const text = group === 'xml' || operation.signed === group ? textOf : repeated;
  return Object.fromEntries(
    Object.entries(values)
      .flatMap(([name, value]) => Object.entries(spreadLists({ [name]: value })).map(([member, item]) => [member, item, name] as const))
      .map(([member, value, name]) => [
        member,
        encoded.has(`${group}.${name}`) ? likeArrived(value, isJsonObject(arrived) ? arrived[member] : undefined) : text(value),
      ]),
  );
}

/** Of what is repeated, one element cannot be told from a list of one. */
function likeArrived(value: Json, arrived: Json | undefined): Json {
  return isJsonList(value) && value.length === 1 && !isJsonList(arrived) ? (value[0] ?? value) : value;
}

/** What was given, below its layers: signatures in the place of what was signed, and texts in what is urlencoded. */
function sentValues(operation: OperationCase, input: JsonObject, keys: Keys): JsonObject {
  const texts = pathsOf('by-urlencode', operation).reduce((value, at) => changeAt(value, at, textsOf), input);
  return pathsOf('by-rsa-privatekey', operation).reduce(
    (value, at) => changeAt(value, at, (plain) => signText(textOf(plain), keys.merchant.privateKey)),
    texts,
  );
}

function pathsOf(encoding: Layer['by'], { layers = [] }: OperationCase): string[] {
  return layers.filter(({ by }) => by === encoding).map(({ at }) => at);
}

function checkUpload(body: Json | undefined, { files }: Groups, operation: OperationCase, expected: JsonObject): string[] {
  const { protocol, layers = [], files: names = [] } = operation;
  const isOpened = layers.some(({ at }) => at === 'body.meta');
  // A v3 upload has a `meta` in any case, for it is what is signed (runtime-requirements.md §9).
  const meta = protocol === 'v3' ? { meta: isOpened ? {} : '{}' } : {};
  const partOf = (name: string): Part | undefined => files.find((part) => part.name === name);
  return [...names.flatMap((name) => checkFile(name, partOf(name))), ...differences(body, { ...meta, ...expected }, '/body')];
}

function checkFile(name: string, part: Part | undefined): string[] {
  if (part === undefined) return [`the part ${name} is missing`];
  return [
    ...differences(part.filename, testFile.name, `the file name of ${name}`),
    ...(part.body.equals(testFile.data) ? [] : [`the file ${name} arrives with other bytes`]),
  ];
}

/** The `sign` of v2 parameters, and the `nonce_str` beside it (runtime-requirements.md §10). */
function checkSign({ values }: Groups, { signed, nonceless }: OperationCase, keys: Keys): string[] {
  if (signed === undefined) return [];
  const parameters = textsOf(values[signed]);
  const faults = differences(parameters['sign'], signParameters(parameters, keys.apiKey, signTypeOf(parameters)), 'the sign');
  const nonce = parameters['nonce_str'];
  if (signed === 'xml' && nonceless === undefined && (nonce === undefined || nonce === '')) faults.push('nonce_str is missing');
  if (nonceless && nonce !== undefined) faults.push('nonce_str was not expected');
  return faults;
}

/** What the SDK adds where nobody gave it: `nonce_str`, and `sign` and `sign_type` of what is signed. */
function withoutAdded(value: Json | undefined, given: Json | undefined, isSigned: boolean): Json | undefined {
  if (!isJsonObject(value)) return value;
  const added = ['nonce_str', ...(isSigned ? ['sign', 'sign_type'] : [])];
  const names = isJsonObject(given) ? Object.keys(given) : [];
  return Object.fromEntries(Object.entries(value).filter(([name]) => !added.includes(name) || names.includes(name)));
}

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
  const opened = openLayers(groups.values, operation.layers ?? [], keys);
  return [
    ...(request.method === operation.method ? [] : [`the method is ${request.method} instead of ${operation.method}`]),
    ...differences(pathOf(request), expectedPath(operation, input), 'the path'),
    ...groups.faults,
    ...opened.faults,
    ...checkHeaders(request, operation, input, keys),
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
  const opened = openLayers(groups.values, operation.layers ?? [], keys);
  const fragment = input['fragment'];
  return [
    ...differences(url.pathname, expectedPath(operation, input), 'the path'),
    ...differences(url.hash, typeof fragment === 'string' ? `#${fragment.replace(/^#/, '')}` : '', 'the fragment'),
    ...opened.faults,
    ...checkPayload(opened.value, groups, { operation, input, keys }),
    ...checkSign(groups, operation, keys),
  ];
}

/** Placeholders filled, below the path of the address that the page or the caller names. */
export function expectedPath({ path, host }: OperationCase, input: JsonObject): string {
  const base = input['base_uri'] ?? host;
  const prefix = typeof base === 'string' ? new URL(base).pathname.replace(/\/$/, '') : '';
  return prefix + path.replace(/\{([^}]*)\}/g, (_match, name: string) => encodeURIComponent(textOf(input[name] ?? '')));
}

function checkHeaders({ headers }: ArrivedRequest, operation: OperationCase, input: JsonObject, keys: Keys): string[] {
  const expected = Object.entries(textsOf(input['headers']));
  if (operation.protocol === 'v3') expected.push(['Wechatpay-Serial', keys.platformSerial]);
  const faults = expected.flatMap(([name, value]) => differences(headers[name.toLowerCase()], value, `the header ${name}`));
  if ((headers['user-agent'] ?? '') === '') faults.push('the request names no User-Agent');
  return faults;
}

interface Expected {
  readonly operation: OperationCase;
  readonly input: JsonObject;
  readonly keys: Keys;
}

function checkPayload(values: JsonObject, groups: Groups, { operation, input, keys }: Expected): string[] {
  const expected = (group: string): JsonObject => expectedTexts(operation, input, group, keys);
  const unsigned = (group: string): Json | undefined =>
    operation.signed === group ? withoutSign(values[group], input[group]) : values[group];
  const faults = [
    ...differences(unsigned('query') ?? {}, expected('query'), '/query'),
    ...differences(values['json'], sentValues(operation, input, keys)['json'], '/json'),
    ...(operation.signed === 'xml' || input['xml'] !== undefined ? differences(unsigned('xml'), expected('xml'), '/xml') : []),
  ];
  return operation.files === undefined ? faults : [...faults, ...checkUpload(unsigned('body'), groups, operation, expected('body'))];
}

/** What a group where only text travels should hold: lists numbered, repeated, or in XML as JSON, numbers as text, decoded values as they are. */
function expectedTexts(operation: OperationCase, input: JsonObject, group: string, keys: Keys): JsonObject {
  const encoded = new Set([...pathsOf('by-json_encode', operation), ...pathsOf('by-urlencode', operation)]);
  const values = sentValues(operation, input, keys)[group];
  if (!isJsonObject(values)) return {};
  const repeated = (value: Json): Json =>
    isJsonList(value) && value.length > 1 ? value.map(textOf) : textOf(isJsonList(value) ? (value[0] ?? '') : value);
  const text = group === 'xml' ? textOf : repeated;
  return Object.fromEntries(
    Object.entries(spreadLists(values)).map(([name, value]) => [name, encoded.has(`${group}.${name}`) ? value : text(value)]),
  );
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

/** What signing adds: `sign`, `nonce_str`, and a `sign_type` that nobody gave. */
function withoutSign(value: Json | undefined, given: Json | undefined): Json | undefined {
  if (!isJsonObject(value)) return value;
  const added = ['sign', 'nonce_str', ...(isJsonObject(given) && 'sign_type' in given ? [] : ['sign_type'])];
  return Object.fromEntries(Object.entries(value).filter(([name]) => !added.includes(name)));
}

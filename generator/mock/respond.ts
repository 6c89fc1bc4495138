import { setTimeout as wait } from 'node:timers/promises';
import { pathOf, type ArrivedRequest } from '../../templates/testing/arrived-request.js';
import { isJsonObject, isJsonList, textsOf, type Json, type JsonObject } from '../../templates/testing/json.js';
import type { Keys } from '../../templates/testing/keys.js';
import { makeAnswer } from '../../templates/testing/make-answer.js';
import { readGroups, type Groups } from '../../templates/testing/read-groups.js';
import type { WireAnswer } from '../../templates/testing/server.js';
import { signParameters, signTypeOf } from '../../templates/testing/sign-parameters.js';
import { verifyRequest } from '../../templates/testing/verify-request.js';
import type { Api, Operation } from '../model/api.js';
import { exampleAnswer } from '../model/example-answer.js';
import { announceFile, filePath, sendFile } from './announced-file.js';
import { checkRequest, type RequestFault } from './check-request.js';
import { fixtureName, type Fixtures } from './fixtures.js';
import { openRequest, type OpenedGroups } from './open-request.js';
import { certificatesAnswer, certificateSerial } from './platform-certificate.js';
import { refuse, type Refusal } from './refusal.js';
import { findOperation, type Match } from './route.js';
import { readWishes } from './wishes.js';

/** What the mock platform knows. */
export interface Platform {
  readonly api: Api;
  readonly keys: Keys;
  readonly fixtures: Fixtures;
  /** Unix milliseconds. */
  readonly now: () => number;
}

/** Answers one request as the platform would: verified, decrypted, validated against the page, and signed. */
export async function respond(request: ArrivedRequest, platform: Platform): Promise<WireAnswer> {
  const path = pathOf(request);
  const { delay, refusal } = readWishes(request.headers);
  if (delay > 0) await wait(delay);
  const endpoint = endpoints.get(`${request.method} ${path}`);
  if (endpoint !== undefined) {
    const found = refusal ?? signatureRefusal(v3Faults(request, request.body, platform));
    return found === undefined ? endpoint(request, platform) : refuse(found, 'v3');
  }
  const match = findOperation(platform.api, request.method, path);
  if (match === undefined) {
    const message = `No page describes ${request.method} ${path}.`;
    const form = /(^|\/)v3\//.test(path) ? 'v3' : 'v2';
    // It is no message of v2 that is refused, so the status says it, too.
    return { ...refuse({ status: 404, code: 'RESOURCE_NOT_EXISTS', message }, form), status: 404 };
  }
  const groups = readGroups(request);
  const opened = openRequest(groups.values, match.operation, platform.keys);
  const found = refusal ?? refusalOf(request, match, groups, { ...opened, platform });
  return found === undefined ? answer(request, match, opened.value, platform) : refuse(found, formOf(match.operation));
}

/** What the protocol needs, with a page or without. */
const endpoints: ReadonlyMap<string, (request: ArrivedRequest, platform: Platform) => WireAnswer> = new Map([
  ['GET /v3/certificates', sendCertificates],
  [`GET ${filePath}`, sendFile],
]);

/** Signed with the certificate that it holds, unless the caller names the key it knows. */
function sendCertificates({ headers }: ArrivedRequest, { keys, now }: Platform): WireAnswer {
  const signer = { ...keys, platformSerial: headers['wechatpay-serial'] ?? certificateSerial(keys) };
  return makeAnswer({ kind: 'json', body: certificatesAnswer(keys, now()) }, 'v3', { keys: signer, now: Math.floor(now() / 1000) });
}

/** Refusals of v2 are JSON where its answers are. */
function formOf({ protocol, answer }: Operation): 'v2' | 'v3' {
  return answer.kind === 'fields' && answer.format === 'json' ? 'v3' : protocol;
}

interface Opened extends OpenedGroups {
  readonly platform: Platform;
}

function refusalOf(
  request: ArrivedRequest,
  { operation, parameters }: Match,
  groups: Groups,
  { value, fault: unopened, platform }: Opened,
): Refusal | undefined {
  const page = { page: operation.file, line: operation.place.line };
  const signature = operation.protocol === 'v3' ? v3Faults(request, groups.signedBody, platform) : v2Faults(groups.values, platform);
  if (signature.length > 0) return signatureRefusal(signature, page);
  if (groups.faults.length > 0)
    return { status: 400, code: 'PARAM_ERROR', message: groups.faults.join('; '), detail: { location: 'body', ...page } };
  const { headers } = request;
  const fault = unopened ?? checkRequest(operation, { parameters, groups: value, headers, files: groups.files });
  return fault && fieldRefusal(fault, operation.file);
}

function fieldRefusal({ pointer, issue, location, place }: RequestFault, page: string): Refusal {
  return {
    status: 400,
    code: 'PARAM_ERROR',
    message: `${pointer} ${issue}`.trim(),
    detail: { field: pointer, issue, location, page, line: place.line },
  };
}

/** Nothing where there are no faults. */
function signatureRefusal(faults: readonly string[], page: JsonObject = {}): Refusal | undefined {
  if (faults.length === 0) return undefined;
  const detail = { location: 'authorization', issue: 'sign not match', ...page };
  return { status: 401, code: 'SIGN_ERROR', message: faults.join('; '), detail };
}

/** Of the `Authorization` header, and of the serial that names the key of encrypted fields and of the answer. */
function v3Faults(request: ArrivedRequest, signedBody: string | Buffer, { keys, now }: Platform): string[] {
  const serial = request.headers['wechatpay-serial'];
  const isKnown = serial === undefined || [keys.platformSerial, certificateSerial(keys)].includes(serial);
  const unknown = isKnown ? [] : [`Wechatpay-Serial is not ${keys.platformSerial}`];
  return [...verifyRequest(request, { signedBody, keys, now: Math.floor(now() / 1000) }), ...unknown];
}

/** Of the `sign` of the parameters, if there is one. */
function v2Faults(values: JsonObject, { keys }: Platform): string[] {
  const parameters = textsOf(values['xml'] ?? values['body'] ?? values['query']);
  const { sign } = parameters;
  if (sign === undefined) return values['xml'] === undefined ? [] : ['there is no sign'];
  return sign === signParameters(parameters, keys.apiKey, signTypeOf(parameters)) ? [] : ['the sign does not match the parameters'];
}

function answer(
  request: ArrivedRequest,
  { operation, parameters }: Match,
  groups: JsonObject,
  { keys, fixtures, now }: Platform,
): WireAnswer {
  const example = exampleAnswer(operation, scalarsOf({ ...parameters, ...groups }));
  const fixture = fixtures.get(fixtureName(operation));
  const chosen = 'body' in example ? { ...example, body: fixture ?? announceFile(example.body, request, keys) } : example;
  // The one pair of the platform has two names; the caller asks for the one it knows.
  const platformSerial = request.headers['wechatpay-serial'] ?? keys.platformSerial;
  return makeAnswer(chosen, operation.protocol, { keys: { ...keys, platformSerial }, now: Math.floor(now() / 1000) });
}

/** The first scalar of each name, at any depth. */
function scalarsOf(message: JsonObject): Map<string, string | number | boolean> {
  const scalars = new Map<string, string | number | boolean>();
  const visit = (value: Json, name: string): void => {
    if (isJsonList(value)) value.forEach((item) => visit(item, name));
    else if (isJsonObject(value)) Object.entries(value).forEach(([member, inner]) => visit(inner, member));
    else if (value !== null && !scalars.has(name)) scalars.set(name, value);
  };
  visit(message, '');
  return scalars;
}

import { setTimeout as wait } from 'node:timers/promises';
import { pathOf, type ArrivedRequest } from '../../templates/testing/arrived-request.js';
import { isJsonObject, isJsonList, textsOf, type Json, type JsonObject } from '../../templates/testing/json.js';
import type { Keys } from '../../templates/testing/keys.js';
import { makeAnswer } from '../../templates/testing/make-answer.js';
import { openLayers } from '../../templates/testing/open-layers.js';
import { readGroups, type Groups } from '../../templates/testing/read-groups.js';
import type { WireAnswer } from '../../templates/testing/server.js';
import { signParameters, signTypeOf } from '../../templates/testing/sign-parameters.js';
import { verifyRequest } from '../../templates/testing/verify-request.js';
import type { Api, Operation } from '../model/api.js';
import { exampleAnswer } from '../model/example-answer.js';
import { wireLayers } from '../model/wire-layers.js';
import { checkRequest } from './check-request.js';
import { fixtureName, type Fixtures } from './fixtures.js';
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
  const match = findOperation(platform.api, request.method, path);
  if (match === undefined) {
    const message = `No page describes ${request.method} ${path}.`;
    return refuse({ status: 404, code: 'RESOURCE_NOT_EXISTS', message }, /(^|\/)v3\//.test(path) ? 'v3' : 'v2');
  }
  const { delay, refusal } = readWishes(request.headers);
  if (delay > 0) await wait(delay);
  const groups = readGroups(request);
  const opened = openLayers(groups.values, wireLayers(match.operation.request.map(({ field }) => field)), platform.keys);
  const found = refusal ?? refusalOf(request, match, groups, { ...opened, platform });
  return found === undefined ? answer(match, opened.value, platform) : refuse(found, match.operation.protocol);
}

interface Opened {
  readonly value: JsonObject;
  readonly faults: readonly string[];
  readonly platform: Platform;
}

function refusalOf(
  request: ArrivedRequest,
  { operation, parameters }: Match,
  groups: Groups,
  { value, faults, platform }: Opened,
): Refusal | undefined {
  const page = { page: operation.file, line: operation.place.line };
  const signature = signatureFaults(request, operation, groups, platform);
  if (signature.length > 0) {
    return {
      status: 401,
      code: 'SIGN_ERROR',
      message: signature.join('; '),
      detail: { location: 'authorization', issue: 'sign not match', ...page },
    };
  }
  const unreadable = [...groups.faults, ...faults];
  if (unreadable.length > 0)
    return { status: 400, code: 'PARAM_ERROR', message: unreadable.join('; '), detail: { location: 'body', ...page } };
  const fault = checkRequest(operation, {
    parameters,
    groups: value,
    headers: request.headers,
    files: groups.files.map(({ name }) => name),
  });
  if (fault === undefined) return undefined;
  const { pointer, issue, location, place } = fault;
  return {
    status: 400,
    code: 'PARAM_ERROR',
    message: `${pointer} ${issue}`,
    detail: { field: pointer, issue, location, page: operation.file, line: place.line },
  };
}

/** v3: the `Authorization` header, and the key that fields are encrypted with. v2: the `sign` of the parameters, if there is one. */
function signatureFaults(
  request: ArrivedRequest,
  { protocol }: Operation,
  { values, signedBody }: Groups,
  { keys, now }: Platform,
): string[] {
  if (protocol === 'v3') {
    const serial = request.headers['wechatpay-serial'];
    const unknown = serial === undefined || serial === keys.platformSerial ? [] : [`Wechatpay-Serial is not ${keys.platformSerial}`];
    return [...verifyRequest(request, { signedBody, keys, now: Math.floor(now() / 1000) }), ...unknown];
  }
  const parameters = textsOf(values['xml'] ?? values['body'] ?? values['query']);
  const { sign } = parameters;
  if (sign === undefined) return values['xml'] === undefined ? [] : ['there is no sign'];
  return sign === signParameters(parameters, keys.apiKey, signTypeOf(parameters)) ? [] : ['the sign does not match the parameters'];
}

function answer({ operation, parameters }: Match, groups: JsonObject, { keys, fixtures, now }: Platform): WireAnswer {
  const example = exampleAnswer(operation, scalarsOf({ ...parameters, ...groups }));
  const fixture = fixtures.get(fixtureName(operation));
  const chosen = fixture !== undefined && 'body' in example ? { ...example, body: fixture } : example;
  return makeAnswer(chosen, operation.protocol, { keys, now: Math.floor(now() / 1000) });
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

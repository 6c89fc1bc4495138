import { describe, expect, it } from 'vitest';
import { respond, type Platform } from '../../generator/mock/respond.js';
import type { Operation } from '../../generator/model/api.js';
import { isJsonObject, parseJson, type JsonObject } from '../../templates/testing/json.js';
import { makeKeys } from '../../templates/testing/keys.js';
import { operationCase } from '../support/operation-case.js';
import { compile } from '../support/tester.js';
import { wireRequest } from '../support/wire-request.js';
import { separator, writeCall, writePage } from '../support/write-page.js';

const keys = makeKeys();

function platformOf(pages: string): { platform: Platform; operation: Operation } {
  const api = compile(pages);
  const [operation] = api.pages.flatMap(({ operations }) => operations);
  if (operation === undefined) throw new Error('There is no operation.');
  return { operation, platform: { api, keys, fixtures: new Map(), now: Date.now } };
}

describe('the body of a call', () => {
  const { platform, operation } = platformOf(
    writePage('openapi/v3/teas.md', { request: ['json {data-required} | object', 'sort {data-indent=1} | string'] }),
  );

  it.each([
    ['{}', 200, undefined],
    ['', 400, 'is required'],
    ['[]', 400, 'must be an object'],
    ['null', 400, 'must be an object'],
    ['"green"', 400, 'must be an object'],
  ])('%j is answered with %i', async (body, status, issue) => {
    const { files: _files, ...call } = operationCase(operation);
    const json = parseJson(body);
    const { json: _json, ...rest } = call.input;
    const request = wireRequest({ ...call, input: json === undefined ? rest : { ...rest, json } }, keys);
    const answer = await respond(request, platform);
    expect(answer.status).toBe(status);
    if (issue === undefined) return;
    expect(parseJson(String(answer.body))).toMatchObject({
      message: issue,
      detail: { field: '', issue, location: 'body', page: 'openapi/v3/teas.md', line: operation.request[0]?.field.place.line },
    });
  });
});

describe('a constant that the type of its row does not have', () => {
  it.each([
    ['many', 200],
    [3, 400],
  ])('is text, as in the types of the SDK: %j is answered with %i', async (pots, expected) => {
    const { platform, operation } = platformOf(
      writePage('openapi/v3/teas.md', {
        request: ['json {data-required} | object', 'pots {data-required data-indent=1} | integer | 固定值`many`'],
      }),
    );
    const { status } = await respond(wireRequest({ ...operationCase(operation), input: { json: { pots } } }, keys), platform);
    expect(status).toBe(expected);
  });
});

describe('the cipher text inside of a content', () => {
  it('is refused at its row', async () => {
    const { platform, operation } = platformOf(
      writePage('openapi/v3/teas.md', {
        request: [
          'json {data-required} | object',
          'note {data-required data-indent=1} | string {data-encoded=by-json_encode}',
          separator,
          'guest {data-required data-indent=2} | string {data-encrypted=by-rsa-pubkey}',
        ],
      }),
    );
    const call = operationCase(operation);
    const layers = call.layers?.filter(({ by }) => by === 'by-json_encode') ?? [];
    const { status, body } = await respond(wireRequest({ ...call, layers }, keys), platform);
    const row = operation.request[0]?.field.fields[0]?.content?.fields[0];
    expect([status, parseJson(String(body))]).toMatchObject([
      400,
      { code: 'PARAM_ERROR', detail: { field: '/note/guest', location: 'body', line: row?.place.line } },
    ]);
  });
});

const sampleDigest = 'ab'.repeat(32);

describe('the digest of an upload', () => {
  const { platform, operation } = platformOf(
    writePage('openapi/v3/pictures.md', {
      request: [
        'body {data-required} | object',
        'picture {data-required data-indent=1} | object',
        'meta {data-required data-indent=1} | string {data-encoded=by-json_encode}',
        separator,
        'label {data-required data-indent=2} | string | 名称',
        'print {data-required data-indent=2} | string | 图片的`sha256`摘要',
      ],
      samples: [writeCall('v3/pictures', 'post', `'body' => ['meta' => \\json_encode(['label' => 'a', 'print' => '${sampleDigest}'])]`)],
    }),
  );
  const call = operationCase(operation);

  async function upload(print?: string): Promise<{ status: number; body: unknown }> {
    const form = call.input['body'];
    const meta = isJsonObject(form) ? form['meta'] : undefined;
    if (!isJsonObject(form) || !isJsonObject(meta)) throw new Error('There is no meta.');
    const changed: JsonObject = print === undefined ? call.input : { ...call.input, body: { ...form, meta: { ...meta, print } } };
    const { status, body } = await respond(wireRequest({ ...call, input: changed }, keys), platform);
    return { status, body: parseJson(String(body)) };
  }

  it('is that of the file', async () => {
    expect(await upload()).toMatchObject({ status: 200 });
  });

  it('is that of the sample, whose file nobody has', async () => {
    expect(await upload(sampleDigest)).toMatchObject({ status: 200 });
  });

  it('is refused at its row where it is another', async () => {
    const row = operation.request[0]?.field.fields[1]?.content?.fields[1];
    expect(await upload('0'.repeat(64))).toMatchObject({
      status: 400,
      body: {
        code: 'PARAM_ERROR',
        message: '/meta/print must be the sha256 of the file',
        detail: { field: '/meta/print', location: 'body', page: 'openapi/v3/pictures.md', line: row?.place.line },
      },
    });
  });
});

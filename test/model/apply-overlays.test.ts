import { describe, expect, it } from 'vitest';
import type { Field, Operation } from '../../generator/model/api.js';
import { compileAndDiagnose } from '../support/tester.js';
import { separator, writePage } from '../support/write-page.js';

const page = writePage('openapi/v3/teas/{tea_id}.md', {
  request: [
    'json {data-required} | object',
    'sort {data-indent=1} | string | sort of tea<br/>`GREEN` \\| `BLACK` 枚举值之一',
    'name {data-indent=1} | string {data-tooltip=商户API证书对应的公钥加密后的BASE64字符串 data-encrypted=by-rsa-pubkey} | who drinks it',
    'cups {data-indent=1} | object[]',
    'size {data-indent=2} | integer',
    'meta {data-indent=1} | string {data-encoded=by-json_encode}',
    separator,
    'digest {data-indent=2} | string',
  ],
  answer: ['state | string', 'meta | string'],
});
const notice = writePage('webhook/v3/TEA.READY.md', {
  request: [
    'body | object',
    'ciphertext {data-indent=1} | string {data-encrypted=by-aes-gcm}',
    separator,
    'tea_id {data-indent=2} | string',
  ],
  answerKeyword: '应答规范',
  answer: ['body | object'],
});
const id = 'POST /v3/teas/{tea_id}';

function outcomeOf(entry: string, operation = id) {
  const text = `- operation: ${operation}\n  reason: the shop says so\n  ${entry}\n`;
  return compileAndDiagnose(`${page}\n${notice}\n<!-- overlays/teas.yaml -->\n${text}`);
}

function correct(entry: string): Operation {
  const { api, diagnostics } = outcomeOf(entry);
  expect(diagnostics.filter(({ code }) => code.startsWith('doc-overlay'))).toEqual([]);
  const operation = api.pages.flatMap((built) => built.operations)[0];
  if (!operation) throw new Error('no operation');
  return operation;
}

/** Fields of the body, and of what is inside them, by path. */
function bodyOf({ request }: Operation): ReadonlyMap<string, Field> {
  const found = new Map<string, Field>();
  const walk = (fields: readonly Field[], prefix: string): void => {
    for (const field of fields) {
      found.set(`${prefix}${field.name}`, field);
      walk(field.fields, `${prefix}${field.name}.`);
      walk(field.content?.fields ?? [], `${prefix}${field.name}.`);
    }
  };
  walk(request.find(({ role }) => role === 'json')?.field.fields ?? [], '');
  return found;
}

describe('an overlay entry', () => {
  it.each<[what: string, entry: string, path: string, field: object]>([
    ['the required mark', 'field: json.sort\n  set: { required: true }', 'sort', { required: true, type: 'string' }],
    [
      'the type, and with it what the values are',
      'field: json.sort\n  set: { type: "number[]" }',
      'sort',
      { type: 'number', list: true, values: { textual: true } },
    ],
    [
      'the values',
      'field: json.sort\n  set: { values: [BLACK, WHITE] }',
      'sort',
      { values: { form: 'one-of', items: [{ value: 'BLACK' }, { value: 'WHITE' }] } },
    ],
    ['the words', 'field: json.sort\n  set: { description: colour }', 'sort', { description: 'colour' }],
    [
      'the encryption',
      'field: json.sort\n  set: { encryption: { kind: by-rsa-pubkey } }',
      'sort',
      { encryption: { kind: 'by-rsa-pubkey', key: 'platform' } },
    ],
    [
      'the owner of the key',
      'field: json.name\n  set: { encryption: { kind: by-rsa-pubkey, key: platform } }',
      'name',
      { encryption: { key: 'platform' } },
    ],
    ['a field of the elements of a list', 'field: json.cups[].size\n  set: { type: string }', 'cups.size', { type: 'string' }],
    ['a field of a list without the mark of the list', 'field: json.cups.size\n  set: { type: string }', 'cups.size', { type: 'string' }],
    ['a field inside of a string', 'field: json.meta.digest\n  set: { required: true }', 'meta.digest', { required: true }],
  ])('sets %s', (_what, entry, path, field) => {
    expect(bodyOf(correct(entry)).get(path)).toMatchObject({ ...field, overlay: { file: 'overlays/teas.yaml', line: 1 } });
  });

  it('keeps the place of a value that the page lists too', () => {
    const items = bodyOf(correct('field: json.sort\n  set: { values: [BLACK, WHITE] }')).get('sort')?.values?.items ?? [];
    expect(items[0]?.place).not.toEqual(items[1]?.place);
  });

  it.each([
    ['values', 'field: json.sort\n  set: { values: [] }', 'sort'],
    ['encryption', 'field: json.name\n  set: { encryption: false }', 'name'],
  ] as const)('takes away %s', (member, entry, path) => {
    expect(bodyOf(correct(entry)).get(path)?.[member]).toBeUndefined();
  });

  it('adds a field, also below a string and to a new group', () => {
    expect(bodyOf(correct('field: json.cups[].lid\n  add: { type: boolean, required: true }')).get('cups.lid')).toMatchObject({
      type: 'boolean',
      required: true,
      overlay: { line: 1 },
    });
    expect(bodyOf(correct('field: json.sort.origin\n  add: { type: string }')).get('sort')).toMatchObject({
      encoding: { value: 'by-json_encode', implied: true },
      content: { format: 'json', shape: 'object', fields: [{ name: 'origin' }] },
    });
    expect(correct('field: headers\n  add: { type: object }').request.map(({ role }) => role)).toEqual(['json', 'path', 'headers']);
  });

  it('removes a field', () => {
    expect([...bodyOf(correct('field: json.cups\n  remove: true')).keys()]).toEqual(['sort', 'name', 'meta', 'meta.digest']);
  });

  it('corrects the answer', () => {
    const { answer } = correct('side: response\n  field: state\n  set: { encryption: { kind: by-rsa-pubkey } }');
    expect(answer).toMatchObject({ fields: [{ encryption: { key: 'merchant' } }, {}] });
  });

  it('corrects a notification and its reply', () => {
    const { api } = outcomeOf('field: body.ciphertext.tea_id\n  set: { required: true }', 'WEBHOOK v3/TEA.READY');
    const [webhook] = api.pages.flatMap((built) => built.webhooks);
    expect(webhook?.request[0]?.fields[0]?.content?.fields[0]).toMatchObject({ required: true });
    const replied = outcomeOf('side: response\n  field: body.code\n  add: { type: string }', 'WEBHOOK v3/TEA.READY');
    expect(replied.api.pages.flatMap((built) => built.webhooks)[0]?.reply[0]?.fields).toMatchObject([{ name: 'code' }]);
  });

  it('describes a placeholder of the URL', () => {
    const { request } = correct('pathParameter: { name: tea_id, type: integer, description: number }');
    expect(request[1]).toMatchObject({ role: 'path', field: { name: 'tea_id', required: true, type: 'integer', description: 'number' } });
    expect(request[1]?.field.synthetic).toBeUndefined();
  });

  it.each([
    ['operation', 'field: json.sort\n  remove: true', 'POST /v3/tea/{tea_id}', 'did you mean `POST /v3/teas/{tea_id}`?'],
    ['field', 'field: json.srot\n  set: { required: true }', id, 'did you mean `json.sort`?'],
    ['field to remove', 'field: json.srot\n  remove: true', id, 'did you mean `json.sort`?'],
    ['parent', 'field: json.cup.lid\n  add: { type: string }', id, 'did you mean `json.cups`?'],
    ['placeholder', 'pathParameter: { name: tea }', id, undefined],
    ['placeholder of a notification', 'pathParameter: { name: tea }', 'WEBHOOK v3/TEA.READY', undefined],
  ])('with an unknown %s is an error', (_what, entry, operation, help) => {
    const found = outcomeOf(entry, operation).diagnostics.filter(({ code }) => code === 'doc-overlay-unknown');
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({ severity: 'error', file: 'overlays/teas.yaml', ...(help !== undefined && { help }) });
  });

  it.each([
    ['sets what is so', 'field: json.sort\n  set: { required: false, values: [GREEN, BLACK] }'],
    ['adds what is there', 'field: json.sort\n  add: { type: string }'],
    ['removes what is gone', 'field: json.an_entirely_different_name\n  remove: true'],
  ])('is obsolete when it %s', (_what, entry) => {
    const found = outcomeOf(entry).diagnostics.filter(({ code }) => code.startsWith('doc-overlay'));
    expect(found.map(({ code, place }) => [code, place.line])).toEqual([['doc-overlay-obsolete', 1]]);
  });
});

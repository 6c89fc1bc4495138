import { describe, expect, it } from 'vitest';
import type { Field, Operation } from '../../generator/model/api.js';
import { compileAndDiagnose } from '../support/tester.js';
import { separator, writeCall, writePage } from '../support/write-page.js';

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

  it.each<[what: string, entry: string, path: string, member: keyof Field]>([
    ['list', 'field: json.cups\n  set: { required: true }', 'cups', 'list'],
    ['type', 'field: json.cups\n  set: { required: true }', 'cups', 'type'],
    ['description', 'field: json.sort\n  set: { required: true }', 'sort', 'description'],
    ['values', 'field: json.sort\n  set: { required: true }', 'sort', 'values'],
    ['encryption', 'field: json.name\n  set: { required: true }', 'name', 'encryption'],
    ['required', 'field: json.sort\n  set: { description: x }', 'sort', 'required'],
  ])('keeps what it does not name: %s', (_what, entry, path, member) => {
    const before = outcomeOf('field: json.sort\n  remove: true', 'POST /v3/x').api.pages.flatMap((built) => built.operations)[0];
    expect(before && bodyOf(before).get(path)?.[member]).toBeDefined();
    expect(bodyOf(correct(entry)).get(path)?.[member]).toEqual(before && bodyOf(before).get(path)?.[member]);
  });

  it('keeps the places of what was there', () => {
    const typed = bodyOf(correct('field: json.sort\n  set: { type: "number[]" }')).get('sort');
    expect(typed?.values?.items.map(({ value }) => value)).toEqual(['GREEN', 'BLACK']);
    expect(typed?.values?.place).not.toEqual(typed?.place);
    const owned = bodyOf(correct('field: json.name\n  set: { encryption: { kind: by-rsa-pubkey, key: platform } }')).get('name');
    expect(owned?.encryption?.place).not.toEqual(owned?.place);
    const single = bodyOf(correct('field: json.cups\n  set: { values: [A] }')).get('cups');
    expect(single?.values).toMatchObject({ form: 'single', items: [{ value: 'A', place: single?.place }], place: single?.place });
    expect(bodyOf(correct('field: json.cups\n  set: { type: string }')).get('cups')?.values).toBeUndefined();
    expect(bodyOf(correct('field: json.sort\n  set: { encryption: { kind: by-rsa-pubkey } }')).get('sort')?.encryption?.key).toBe(
      'platform',
    );
  });

  it('adds a field of nothing but its type', () => {
    const { place, typePlace, overlay: _overlay, ...added } = bodyOf(correct('field: json.lid\n  add: { type: string }')).get('lid') ?? {};
    expect(added).toEqual({ name: 'lid', required: false, type: 'string', list: false, description: '', fields: [] });
    expect(typePlace).toEqual(place);
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

  it('adds a field below strings that have a content, or a mark already', () => {
    const meta = bodyOf(correct('field: json.meta.origin\n  add: { type: string }')).get('meta');
    expect(meta).toMatchObject({ encoding: { value: 'by-json_encode' }, content: { fields: [{ name: 'digest' }, { name: 'origin' }] } });
    expect(meta?.encoding?.implied).toBeUndefined();
    const name = bodyOf(correct('field: json.name.first\n  add: { type: string }')).get('name');
    expect(name?.content).toMatchObject({ format: 'json', shape: 'object', fields: [{ name: 'first' }] });
    expect(name).not.toHaveProperty('encoding');
  });

  it('changes every shape of a field', () => {
    const shapes = writePage('openapi/v3/pots.md', {
      request: [
        'json | object',
        'pot {data-indent=1} | object',
        'lid {data-indent=2} | string',
        separator,
        'pot {data-indent=1} | object',
        'lid {data-indent=2} | string',
      ],
    });
    const text = '- operation: POST /v3/pots\n  reason: why\n  field: json.pot.lid\n  set: { required: true }\n';
    const { api } = compileAndDiagnose(`${shapes}\n<!-- overlays/pots.yaml -->\n${text}`);
    const pot = api.pages[0]?.operations[0]?.request[0]?.field.fields[0];
    expect([pot, ...(pot?.alternatives ?? [])].map((shape) => shape?.fields[0]?.required)).toEqual([true, true]);
    const only = text.replace('pot.lid', 'pot.handle').replace('set: { required: true }', 'add: { type: string }');
    const added = compileAndDiagnose(`${shapes}\n<!-- overlays/pots.yaml -->\n${only}`).api.pages[0]?.operations[0]?.request[0]?.field
      .fields[0];
    expect(added?.fields.map(({ name }) => name)).toEqual(['lid', 'handle']);
  });

  it.each([
    ['openapi/v3/pots.md', 'json'],
    ['openapi/v2/pots.md', 'xml'],
  ])('gives an answer of fields to %s', (file, format) => {
    const pots = writePage(file, { answer: ['空字符串(无返回内容) {align=center colspan=3}'] });
    const text = `- operation: POST /${file.slice(8, -3)}\n  reason: why\n  side: response\n  field: state\n  add: { type: string }\n`;
    const [operation] = compileAndDiagnose(`${pots}\n<!-- overlays/pots.yaml -->\n${text}`).api.pages.flatMap((built) => built.operations);
    expect(operation?.answer).toMatchObject({ kind: 'fields', format, status: 200, fields: [{ name: 'state' }] });
  });

  it('keeps what a download answers in a failure', () => {
    const pots = writePage('openapi/v2/pots.md', { answerKeyword: '异常字典', answer: ['return_code | string'] });
    const text = '- operation: POST /v2/pots\n  reason: why\n  side: response\n  field: return_code\n  set: { required: true }\n';
    const [operation] = compileAndDiagnose(`${pots}\n<!-- overlays/pots.yaml -->\n${text}`).api.pages.flatMap((built) => built.operations);
    expect(operation?.answer).toMatchObject({ kind: 'stream', fields: [{ required: true }] });
  });

  it('changes nothing on the other side, nor in other operations', () => {
    const { api } = outcomeOf('side: response\n  field: body.code\n  add: { type: string }', 'WEBHOOK v3/TEA.READY');
    const untouched = outcomeOf('field: x\n  remove: true', 'POST /v3/x').api;
    expect(api.pages[0]).toEqual(untouched.pages[0]);
    expect(api.pages[1]?.webhooks[0]?.request).toEqual(untouched.pages[1]?.webhooks[0]?.request);
  });

  it('describes one of several placeholders, and no row of another kind', () => {
    const helper = ['addtea {data-required} | string | 固定值`addTea`', 'json | object', 'a {data-indent=1} | string'];
    const pots = writePage('openapi/v3/addTea/{shop}/{pot}.md', {
      request: helper,
      samples: [writeCall('v3/{addtea}/{shop}/{pot}', 'post', "'addtea' => 'addTea'")],
    });
    const at = 'POST /v3/addTea/{shop}/{pot}';
    const correctPots = (entry: string) => {
      const { api, diagnostics } = compileAndDiagnose(
        `${pots}\n<!-- overlays/pots.yaml -->\n- operation: ${at}\n  reason: why\n  ${entry}\n`,
      );
      const request = api.pages[0]?.operations[0]?.request ?? [];
      return {
        request: request.map(({ role, field }) => `${role} ${field.name}${field.synthetic ? ' synthetic' : ''}`),
        types: request.map(({ field }) => field.type),
        said: diagnostics.filter(({ code }) => code.startsWith('doc-overlay')).map(({ message }) => message),
      };
    };
    expect(correctPots('pathParameter: { name: pot }')).toEqual({
      request: ['path addtea', 'json json', 'path shop synthetic', 'path pot'],
      types: ['string', 'object', 'string', 'string'],
      said: [],
    });
    expect(correctPots('pathParameter: { name: addtea }').said).toEqual(['no placeholder `addtea`']);
    expect(correctPots('field: query\n  add: { type: object }').request).toEqual([
      'path addtea',
      'json json',
      'path shop synthetic',
      'path pot synthetic',
      'query query',
    ]);
  });

  it('changes one of several operations of a page', () => {
    const section = (verb: string): string =>
      writePage('x', { verb, request: ['json | object', 'a {data-indent=1} | string'] }).replace(/^.*\n#/, '##');
    const text = '- operation: PUT /v3/pots\n  reason: why\n  field: json.a\n  set: { required: true }\n';
    const pots = `<!-- openapi/v3/pots.md -->\n# Pots {#mix}\n\n${section('post')}\n${section('put')}\n<!-- overlays/pots.yaml -->\n${text}`;
    const { operations } = compileAndDiagnose(pots).api.pages[0] ?? { operations: [] };
    expect(operations.map(({ request }) => request[0]?.field.fields[0]?.required)).toEqual([false, true]);
  });

  it('knows the owner of a key by the direction of the message', () => {
    const encrypt = 'set: { encryption: { kind: by-rsa-pubkey } }';
    const [webhook] = outcomeOf(`field: body.ciphertext.tea_id\n  ${encrypt}`, 'WEBHOOK v3/TEA.READY').api.pages.flatMap(
      (built) => built.webhooks,
    );
    expect(webhook?.request[0]?.fields[0]?.content?.fields[0]?.encryption?.key).toBe('merchant');
    const reply = `side: response\n  field: body.code\n  add: { type: string, encryption: { kind: by-rsa-pubkey } }`;
    const [replied] = outcomeOf(reply, 'WEBHOOK v3/TEA.READY').api.pages.flatMap((built) => built.webhooks);
    expect(replied?.reply[0]?.fields[0]?.encryption?.key).toBe('platform');
    const keptRoles = correct('field: headers.Tea\n  add: { type: string }'.replace('headers.Tea', 'tea'));
    expect(keptRoles.request.map(({ role, field }) => [role, field.name])).toEqual([
      ['json', 'json'],
      ['path', 'tea_id'],
      ['stray', 'tea'],
    ]);
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
    ['sets a type that is so', 'field: json.cups\n  set: { type: "object[]" }'],
    ['sets words that are so', 'field: json.sort\n  set: { required: false, description: "sort of tea\\n`GREEN` | `BLACK` 枚举值之一" }'],
    ['sets an encryption that is so', 'field: json.name\n  set: { encryption: { kind: by-rsa-pubkey } }'],
    ['sets the owner of a key that is so', 'field: json.name\n  set: { encryption: { kind: by-rsa-pubkey, key: merchant } }'],
    ['takes away an encryption that is none', 'field: json.sort\n  set: { encryption: false }'],
    ['takes away values that are none', 'field: json.name\n  set: { values: [] }'],
    ['adds what is there', 'field: json.sort\n  add: { type: string }'],
    ['removes what is gone', 'field: json.an_entirely_different_name\n  remove: true'],
  ])('is obsolete when it %s', (_what, entry) => {
    const found = outcomeOf(entry).diagnostics.filter(({ code }) => code.startsWith('doc-overlay'));
    expect(found.map(({ code, place }) => [code, place.line])).toEqual([['doc-overlay-obsolete', 1]]);
  });

  it.each([
    ['field: json.cups\n  set: { type: object }', []],
    ['field: json.sort\n  set: { values: [GREEN, WHITE] }', []],
    ['field: json.name\n  set: { encryption: { kind: by-aes-gcm } }', []],
    ['field: json.name\n  set: { encryption: { kind: by-rsa-pubkey, key: platform } }', []],
    ['field: json.sort\n  set: { required: false }', ['`json.sort` is like this on the page now']],
    ['field: json.sort\n  add: { type: string }', ['the page describes `json.sort` now']],
    ['field: json.an_entirely_different_name\n  remove: true', ['the page has no `json.an_entirely_different_name` any more']],
    ['field: json.srot\n  set: { required: true }', ['no field `json.srot`']],
    ['field: json.srot\n  remove: true', ['no field `json.srot`']],
    ['field: json.cup.a.lid\n  add: { type: string }', ['no field `json.cup.a`']],
    ['pathParameter: { name: json }', ['no placeholder `json`']],
    ['pathParameter: { name: tea }', ['no placeholder `tea`']],
  ])('says %j', (entry, messages) => {
    const found = outcomeOf(entry).diagnostics.filter(({ code }) => code.startsWith('doc-overlay'));
    expect(found.map(({ message }) => message)).toEqual(messages);
  });

  it('is obsolete where the page describes a placeholder', () => {
    const described = page.replace('| json {data-required} | object', '| tea_id {data-required} | string\n| json {data-required} | object');
    const text = `- operation: ${id}\n  reason: why\n  pathParameter: { name: tea_id }\n`;
    const { diagnostics } = compileAndDiagnose(`${described}\n<!-- overlays/teas.yaml -->\n${text}`);
    expect(diagnostics.filter(({ code }) => code.startsWith('doc-overlay')).map(({ message }) => message)).toEqual([
      'the page describes `{tea_id}` now',
    ]);
  });

  it('leads to the paths of a list of objects', () => {
    const [found] = outcomeOf('field: json.cups[].sizes\n  set: { required: true }').diagnostics.filter(
      ({ code }) => code === 'doc-overlay-unknown',
    );
    expect(found?.help).toBe('did you mean `json.cups[].size`?');
  });
});

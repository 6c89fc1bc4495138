import { describe, expect, it } from 'vitest';
import type { Operation } from '../../generator/model/api.js';
import { compileAndDiagnose } from '../support/tester.js';
import { separator, writeCall, writePage, type PageParts } from '../support/write-page.js';

const file = 'openapi/v3/teas.md';

function operationOf(path: string, parts: PageParts): Operation {
  const [operation] = compileAndDiagnose(writePage(path, parts)).api.pages.flatMap((page) => page.operations);
  if (!operation) throw new Error('no operation');
  return operation;
}

function codesOf(path: string, parts: PageParts): string[] {
  return compileAndDiagnose(writePage(path, parts))
    .diagnostics.map(({ code }) => code)
    .filter((code) => !['doc-link-missing', 'doc-row-short', 'doc-sample-missing'].includes(code));
}

describe('the identity of an operation', () => {
  it.each([
    ['openapi/v3/teas/{tea_id}.md', 'GET /v3/teas/{tea_id}', '/v3/teas/{tea_id}', ['tea_id']],
    ['openapi/v2/pay/teas.md', 'GET /v2/pay/teas', '/pay/teas', []],
    ['openapi/v3/teas/index.md', 'GET /v3/teas/', '/v3/teas/', []],
    ['v3/teas.md', 'GET /v3/teas', '/v3/teas', []],
  ])('of %s is %s', (path, id, wirePath, pathParameters) => {
    const request = pathParameters.map((name) => `${name} {data-required} | string`);
    expect(operationOf(path, { verb: 'get', request })).toMatchObject({ id, path: wirePath, pathParameters });
  });

  it('comes from the sample where the folder names no protocol', () => {
    const parts = { samples: [writeCall('v3/teas', 'post', '')] };
    expect(operationOf('pages/teas.md', parts)).toMatchObject({ id: 'POST /v3/teas' });
  });

  it('keeps the spelling that the samples use for a slash at the end', () => {
    const parts = { samples: [writeCall('v3/teas/{empty}', 'post', '')] };
    expect(operationOf('openapi/v3/teas/index.md', parts)).toMatchObject({ template: 'v3/teas/', sampleTemplate: 'v3/teas/{empty}' });
    expect(codesOf('openapi/v3/teas/index.md', parts)).toEqual([]);
  });

  it('keeps the row of a helper for upper case as a path row that is no parameter', () => {
    const parts = {
      request: ['addtea {data-required} | string | 固定值`addTea`'],
      samples: [writeCall('v3/{addtea}', 'post', "'addtea' => 'addTea'")],
    };
    const operation = operationOf('openapi/v3/addTea.md', parts);
    expect(operation).toMatchObject({ path: '/v3/addTea', pathParameters: [] });
    expect(operation.request).toMatchObject([{ role: 'path', field: { name: 'addtea', constant: { value: 'addTea' } } }]);
  });

  it.each(['openapi/v3/{tea-id}.md', 'openapi/v3/-.md', 'openapi/v3/../teas.md'])('is refused for %s', (path) => {
    const { diagnostics } = compileAndDiagnose(writePage(path));
    expect(diagnostics.filter(({ severity }) => severity === 'fatal').map(({ code }) => code)).toEqual(['doc-name-invalid']);
  });
});

describe('the request of an operation', () => {
  it('gives each row at depth 0 its role', () => {
    const { request } = operationOf('openapi/v3/teas/{tea_id}.md', {
      request: [
        'json {data-required} | object',
        'sort {data-required data-indent=1} | string',
        'tea_id {data-required} | string',
        'headers | object',
        'base_uri | string',
      ],
    });
    expect(request.map(({ role, field }) => `${role} ${field.name}`)).toEqual([
      'json json',
      'path tea_id',
      'headers headers',
      'base_uri base_uri',
    ]);
    expect(request[0]?.field.fields).toMatchObject([{ name: 'sort', required: true, type: 'string', list: false }]);
  });

  it('adds a parameter that no row describes, and leaves the row inside a group where it is', () => {
    const parts = { verb: 'get', request: ['query {data-required} | object', 'tea_id {data-required data-indent=1} | string'] };
    const { request } = operationOf('openapi/v3/teas/{tea_id}.md', parts);
    expect(request.map(({ role, field }) => [role, field.name, field.synthetic])).toEqual([
      ['query', 'query', undefined],
      ['path', 'tea_id', true],
    ]);
    expect(request[0]?.field.fields).toMatchObject([{ name: 'tea_id' }]);
    expect(codesOf('openapi/v3/teas/{tea_id}.md', parts)).toEqual(['doc-path-param-undocumented']);
  });

  it.each([
    ['get', 'json', ['doc-verb-mismatch']],
    ['get', 'xml', ['doc-verb-mismatch']],
    ['get', 'query', []],
    ['delete', 'json', []],
  ])('says of %s with %s that it is odd, or nothing', (verb, group, codes) => {
    expect(codesOf(file, { verb, request: [`${group} | object`, 'sort {data-indent=1} | string'] })).toEqual(codes);
  });

  it('keeps a misnamed parameter beside the one that the URL needs', () => {
    const parts = { verb: 'get', request: ['id {data-required} | string'] };
    const { request } = operationOf('openapi/v3/teas/{tea_id}.md', parts);
    expect(request.map(({ role, field }) => [role, field.name])).toEqual([
      ['stray', 'id'],
      ['path', 'tea_id'],
    ]);
    expect(codesOf('openapi/v3/teas/{tea_id}.md', parts)).toEqual(['doc-path-param-undocumented', 'doc-path-param-unused']);
  });

  it('says which parameter is missing, where, and what to do', () => {
    const saidOf = (request: readonly string[]): unknown =>
      compileAndDiagnose(writePage('openapi/v3/{shop}/teas/{tea_id}.md', { verb: 'get', request }))
        .diagnostics.filter(({ code }) => code.startsWith('doc-path-param') || code === 'doc-group-unknown')
        .map(({ message, help }) => [message, help]);
    const add = (name: string): string => `\`| ${name} {data-required} | string | …\``;
    expect(saidOf(['query | object', 'a {data-indent=1} | string', 'tea_id {data-indent=1} | string', 'id | string'])).toEqual([
      ['the URL has `{shop}`, but no row describes it', `add ${add('shop')} at depth 0`],
      ['the URL has `{tea_id}`, but its row stands inside `query`', `move the row to depth 0, or add ${add('tea_id')} beside the groups`],
      ['the URL has no `{id}`', 'rename the row to what the URL needs (`{shop}`, `{tea_id}`), or indent it below its group'],
    ]);
    expect(saidOf(['shop | string', 'tea_id | string', 'id | string'])).toEqual([
      ['`id` at depth 0 is neither a group nor a parameter of the URL', expect.any(String)],
    ]);
  });

  it('adds only the parameters that no row describes', () => {
    const request = ['shop | string', 'query | object'];
    expect(
      operationOf('openapi/v3/{shop}/{tea_id}.md', { verb: 'get', request }).request.map(({ role, field }) => `${role} ${field.name}`),
    ).toEqual(['path shop', 'query query', 'path tea_id']);
  });

  it('adds a parameter as a required text, at the row inside a group if there is one', () => {
    const request = ['query | object', 'tea_id {data-indent=1} | string'];
    const groups = operationOf('openapi/v3/{shop}/{tea_id}.md', { verb: 'get', request }).request;
    const [, shop, tea] = groups.map(({ field }) => field);
    const bare = { required: true, type: 'string', list: false, description: '', fields: [], synthetic: true };
    expect(shop).toEqual({ name: 'shop', ...bare, place: shop?.typePlace, typePlace: shop?.typePlace });
    expect(tea?.place).toEqual(groups[0]?.field.fields[0]?.place);
  });

  it('keeps constants, defaults and tooltips', () => {
    const { request } = operationOf(file, {
      request: [
        'json | object',
        'a {data-indent=1} | string | 固定值`x`',
        'b {data-indent=1} | string | 默认值`y`',
        'c {data-indent=1} | string {data-encrypted=by-rsa-pubkey data-tooltip=z} | text',
      ],
    });
    const [a, b, c] = request[0]?.field.fields ?? [];
    expect([a?.constant?.value, a?.default, b?.constant, b?.default?.value, c?.constant]).toEqual([
      'x',
      undefined,
      undefined,
      'y',
      undefined,
    ]);
    expect([c?.encryption?.tooltip, c?.encryption?.key]).toEqual(['z', 'platform']);
  });

  it('holds a constant that is not of its type as text, and says so', () => {
    const rows = ['json | object', 'a {data-indent=1} | integer | 固定值`010`', 'b {data-indent=1} | integer | 固定值`10`'];
    const [a, b] = operationOf(file, { request: rows }).request[0]?.field.fields ?? [];
    expect(a).toMatchObject({ values: { textual: true, items: [{ value: '010' }] } });
    expect(a?.constant).toBeUndefined();
    expect(b?.constant?.value).toBe('10');
    expect(codesOf(file, { request: rows })).toEqual(['doc-values-of-other-type']);
  });

  it('keeps what else the section says', () => {
    const tip = "::: tip `sort`\n:::\n\n::: code-group\n\n```php [S]\n'sort' => 'x',\n```\n\n:::";
    const call = writeCall('v3/teas', 'post', "'a' => [1, null], 'b' => \\json_encode(['c' => f(1)])");
    const built = operationOf(file, {
      samples: [call, call.replace('$response', '$r'), call.replace('null', 'true')],
      footer: `${tip}\n\n参阅 [x](/x)`,
    });
    expect(built).toMatchObject({ kind: 'operation', description: 'Serves tea.', links: [{ text: 'x', url: '/x', place: { column: 4 } }] });
    expect(built.presets).toMatchObject([
      { label: 'S', entries: { map: [{ key: 'sort', value: { literal: 'x' } }] }, place: { column: 1 } },
    ]);
    const input = {
      map: [
        { key: 'a', value: { list: [{ literal: 1 }, { literal: null }] } },
        { key: 'b', value: { encoded: { map: [{ key: 'c', value: { expression: 'f(1)' } }] }, by: 'json' } },
      ],
    };
    expect(built.samples.map((sample) => [sample.label, sample.lines, sample.place.column, sample.input !== undefined])).toEqual([
      ['同步声明式', 2, 1, true],
      ['同步声明式', 2, 1, false],
      ['同步声明式', 2, 1, true],
    ]);
    expect(built.samples[0]?.input).toEqual(input);
  });

  it('takes addresses of the row for them only', () => {
    const request = [
      'base_uri | string | `https://a.example:8443/b/c`，`https://d.example:/e`，`https://..:99999/f`',
      'json | object | `https://g.example/`',
    ];
    expect(operationOf(file, { request }).baseUris).toEqual(['https://a.example:8443/b/c']);
  });

  it('tells addresses apart from other code spans', () => {
    const { baseUris } = operationOf(file, {
      request: [
        'base_uri | string | 声明接入点`https://hk.example.com/`(香港接入)，`http://plain.example.com/`，`https://a.example.com/x?y`',
      ],
    });
    expect(baseUris).toEqual(['https://hk.example.com/']);
  });

  it('takes an address without a path', () => {
    const request = ['base_uri | string | `https://a.example` 或 `https://b.example:8443`'];
    expect(operationOf(file, { request }).baseUris).toEqual(['https://a.example/', 'https://b.example:8443/']);
  });
});

describe('encodings and encryptions', () => {
  const text = 'text {data-indent=1} | string';
  it('reads text as JSON where rows of content follow an unmarked string', () => {
    const { request } = operationOf(file, { request: ['json | object', `${text}`, separator, 'sort {data-indent=2} | string'] });
    expect(request[0]?.field.fields[0]).toMatchObject({
      encoding: { value: 'by-json_encode', implied: true },
      content: { format: 'json', shape: 'object', fields: [{ name: 'sort' }] },
    });
  });

  it.each([
    ['openapi/v3/teas.md', 'json', 'data-encoded=by-json_encode', 'json'],
    ['openapi/v3/teas.md', 'json', 'data-encoded=by-urlencode', 'urlencoded'],
    ['openapi/v3/teas.md', 'json', 'data-encrypted=by-aes-gcm', 'json'],
    ['openapi/v2/teas.md', 'xml', 'data-encoded=by-json_encode', 'json'],
    ['openapi/v2/teas.md', 'xml', 'data-encrypted=by-aes-gcm', 'xml'],
    ['openapi/v2/teas.md', 'xml', 'data-encrypted=by-rsa-pubkey', 'json'],
  ])('in %s, %s takes what is %s as %s', (path, group, mark, format) => {
    const { request } = operationOf(path, {
      request: [`${group} | object`, `text {data-indent=1} | string {${mark}}`, separator, 'sort {data-indent=2} | string'],
    });
    expect(request[0]?.field.fields[0]?.content?.format).toBe(format);
    expect(request[0]?.field.fields[0]?.encoding?.implied).toBeUndefined();
  });

  it('take a list of texts that holds rows as one text', () => {
    const list = ['json | object', 'guests {data-indent=1} | string[] {data-encrypted=by-rsa-pubkey}'];
    const isList = (request: readonly string[]) => operationOf(file, { request }).request[0]?.field.fields[0]?.list;
    expect(isList(list)).toBe(true);
    expect(isList([...list, separator, 'tea_id {data-indent=2} | string'])).toBe(false);
  });
});

describe('content that is one list', () => {
  const rows = [
    'json | object',
    'pots {data-indent=1} | string {data-encoded=by-json_encode}',
    separator,
    'pot {data-indent=2} | object[]',
    'size {data-indent=3} | string',
  ];
  it.each([
    ["\\json_encode([['size' => 'L']])", 'list'],
    ["\\json_encode(['pot' => [['size' => 'L']]])", 'object'],
    ['\\json_encode([])', 'either'],
    ["'text'", 'either'],
    ['\'[{"size":"L"}]\'', 'list'],
    ['\' {"pot":[]}\'', 'object'],
    ["'[ ]'", 'either'],
  ])('is read from the sample %s as %s', (argument, shape) => {
    const samples = [writeCall('v3/teas', 'post', `'json' => ['pots' => ${argument}]`)];
    const { request } = operationOf(file, { request: rows, samples });
    expect(request[0]?.field.fields[0]?.content?.shape).toBe(shape);
  });

  it('has the label as no key of the sample', () => {
    const inner = [
      ...rows.slice(0, 3),
      'pot {data-indent=2} | object[]',
      'lids {data-indent=3} | string {data-encoded=by-json_encode}',
      separator,
      'lid {data-indent=4} | string[]',
    ];
    const samples = [writeCall('v3/teas', 'post', "'json' => ['pots' => \\json_encode(['pot' => [['lids' => \\json_encode(['red'])]]])]")];
    const pots = operationOf(file, { request: inner, samples }).request[0]?.field.fields[0];
    expect(pots?.content?.shape).toBe('object');
    expect(pots?.content?.fields[0]?.fields[0]?.content?.shape).toBe('list');
  });

  it.each([
    ['a row beside it', [...rows, 'lid {data-indent=2} | string']],
    ['another format', rows.map((row) => row.replace('json_encode', 'urlencode'))],
    ['no list', rows.map((row) => row.replace('object[]', 'object'))],
  ])('is none with %s', (_, request) => {
    expect(operationOf(file, { request }).request[0]?.field.fields[0]?.content?.shape).toBe('object');
  });

  it('is open without a sample', () => {
    expect(operationOf(file, { request: rows }).request[0]?.field.fields[0]?.content?.shape).toBe('either');
  });

  it.each([
    ['any element of a list', 'object[]', "[['pots' => \\json_encode(['x'])], ['pots' => \\json_encode([])]]"],
    ['what is encoded without a mark', 'object', "\\json_encode(['pots' => \\json_encode(['x'])])"],
  ])('is read from %s', (_, type, argument) => {
    const inner = [
      'json | object',
      `meta {data-indent=1} | ${type}`,
      'pots {data-indent=2} | string {data-encoded=by-json_encode}',
      separator,
      'pot {data-indent=3} | string[]',
    ];
    const samples = [writeCall('v3/teas', 'post', `'json' => ['meta' => ${argument}]`)];
    expect(operationOf(file, { request: inner, samples }).request[0]?.field.fields[0]?.fields[0]?.content?.shape).toBe('list');
  });

  it('is decided for strings inside of it too', () => {
    const { request } = operationOf(file, {
      request: [
        ...rows.slice(0, -1),
        'lids {data-indent=3} | string {data-encoded=by-json_encode}',
        separator,
        'lid {data-indent=4} | string[]',
      ],
      samples: [writeCall('v3/teas', 'post', "'json' => ['pots' => \\json_encode([['lids' => \\json_encode(['red'])]])]")],
    });
    const pots = request[0]?.field.fields[0];
    expect(pots?.content?.shape).toBe('list');
    expect(pots?.content?.fields[0]?.fields[0]?.content?.shape).toBe('list');
  });
});

describe('alternatives', () => {
  it('carry the value that selects each', () => {
    const { request } = operationOf('openapi/v2/teas.md', {
      request: [
        'xml | object',
        'scene {data-indent=1} | string {data-encoded=by-json_encode}',
        separator,
        'scene_info {data-indent=2} | object | 场景`CUP`信息',
        'size {data-indent=3} | string',
        separator,
        'scene_info {data-indent=2} | object | 场景`TEA POT`信息',
        'lid {data-indent=3} | string',
      ],
    });
    const [shape] = request[0]?.field.fields[0]?.content?.fields ?? [];
    expect(shape).toMatchObject({
      when: 'CUP',
      fields: [{ name: 'size' }],
      alternatives: [{ when: 'TEA POT', fields: [{ name: 'lid' }] }],
    });
  });
});

describe('the answer of an operation', () => {
  it.each<[what: string, path: string, parts: PageParts, answer: object]>([
    ['fields', file, {}, { kind: 'fields', format: 'json', status: 200, fields: [{ name: 'state' }] }],
    ['XML', 'openapi/v2/teas.md', {}, { kind: 'fields', format: 'xml' }],
    ['JSON of a v2 call', 'openapi/v2/teas.md', { samples: [writeCall('v2/teas', 'post', '')] }, { kind: 'fields', format: 'json' }],
    ['nothing', file, { answer: ['空字符串(无返回内容) {align=center colspan=3}'] }, { kind: 'empty', status: 204 }],
    [
      'nothing yet',
      file,
      {
        answer: ['空字符串(无返回内容) {align=center colspan=3}'],
        samples: ["$response = $instance->chain('v3/teas')->post([]);\nprint_r($response->getStatusCode() === 202);"],
      },
      { kind: 'empty', status: 202 },
    ],
    ['a file', file, { answer: ['文件流(需解析为对应数据) {align=center colspan=3}'] }, { kind: 'stream', media: 'data', fields: [] }],
    ['a PDF', file, { answer: ['文件流(保存后按本地PDF文件查看) {align=center colspan=3}'] }, { kind: 'stream', media: 'pdf' }],
    ['an image', file, { answer: ['文件流(保存后按本地图片查看) {align=center colspan=3}'] }, { kind: 'stream', media: 'image' }],
    [
      'a file or errors',
      'openapi/v2/teas.md',
      { answerKeyword: '异常字典' },
      { kind: 'stream', media: 'data', fields: [{ name: 'state' }] },
    ],
    [
      'a redirect',
      'openapi/v2/teas.md',
      { answer: ['`30x`跳转(无实际返回信息) {align=center colspan=3}'] },
      { kind: 'redirect', status: 302 },
    ],
  ])('is %s', (_what, path, parts, answer) => {
    expect(operationOf(path, parts).answer).toMatchObject(answer);
  });

  const nothing = ['空字符串(无返回内容) {align=center colspan=3}'];
  const decoding = writeCall('v3/teas', 'post', '');
  const comparing = "$response = $instance->chain('v3/teas')->post([]);\nprint_r($response->getStatusCode() === 204);";

  it.each<[what: string, parts: PageParts, messages: string[]]>([
    ['decodes fields', { samples: [decoding] }, []],
    ['compares the status of nothing', { answer: nothing, samples: [comparing] }, []],
    ['decodes nothing', { answer: nothing, samples: [decoding] }, ['the sample decodes a body, but the table says `空字符串(无返回内容)`']],
    [
      'decodes a file',
      { answer: ['文件流(需解析为对应数据) {align=center colspan=3}'], samples: [decoding] },
      ['the sample decodes a body, but the table says `文件流(需解析为对应数据)`'],
    ],
    ['expects nothing where fields are', { samples: [comparing] }, ['the sample expects an empty answer, but the table lists fields']],
  ])('is what the table says, and a contradiction is reported where a sample %s', (_, parts, messages) => {
    const { diagnostics } = compileAndDiagnose(writePage(file, parts));
    expect(diagnostics.filter(({ code }) => code === 'doc-sample-disagrees').map(({ message }) => message)).toEqual(messages);
  });
});

describe('samples', () => {
  it('carry their argument once, and again where it differs', () => {
    const call = (sort: string): string => writeCall('v3/teas', 'post', `'json' => ['sort' => '${sort}']`);
    const { samples } = operationOf(file, {
      request: ['json | object', 'sort {data-indent=1} | string'],
      samples: [call('green'), call('green'), call('black')],
    });
    const input = (sort: string): object => ({ map: [{ key: 'json', value: { map: [{ key: 'sort', value: { literal: sort } }] } }] });
    expect(samples.map((sample) => sample.input)).toEqual([input('green'), undefined, input('black')]);
  });
});

describe('notices', () => {
  const notice = (status: string): string =>
    `::: danger :no_entry_sign: {.im-${status}}\n\n本接口服务已于 \`2022.09.08\` (北京时间) 下线，新接口见 [这里](/openapi/v3/pots) 。\n\n:::`;

  it.each(['deprecated', 'discarded', 'redesigned'])('of the kind %s mark an end of life', (status) => {
    const { deprecated, notices } = operationOf(file, { notice: notice(status) });
    expect(deprecated).toMatchObject({ status, date: '2022.09.08', successors: ['/openapi/v3/pots'] });
    expect(notices).toHaveLength(1);
  });

  it('of another kind are words', () => {
    const { deprecated, notices } = operationOf(file, { notice: notice('privated') });
    expect(deprecated).toBeUndefined();
    expect(notices).toMatchObject([{ status: 'privated' }]);
  });
});

import { describe, expect, it } from 'vitest';
import { diffApis } from '../../generator/drift/diff-apis.js';
import { answers, exampleNotification, examplePage, exampleStub } from '../../generator/drift/examples/example-page.js';
import { readApi } from '../support/read-api.js';

type Pages = Readonly<Record<string, string>>;

/** What is said about whole operations. */
function movesOf(base: Pages, head: Pages): string[] {
  return diffApis(readApi(base).api, readApi(head).api)
    .findings.filter(({ field, class: kind }) => field === null && kind === 'contract')
    .map(({ ruleId, from, to, operation }) => `${ruleId} ${from === undefined ? operation : `${from} → ${to ?? ''}`}`);
}

function page(path: string, names: readonly string[], title = 'Light a lamp'): Pages {
  const request = ['json! object', ...names.map((name) => `  ${name} string | ${name}`)].join('\n');
  return { [`openapi/v3/${path}.md`]: examplePage({ title, request }) };
}

const gone = (path: string): string => `page-removed POST /v3/${path}`;
const fresh = (path: string): string => `page-added POST /v3/${path}`;

describe('an operation at another address', () => {
  // Either page has `json` and the answer's `lamp_id` as well: two names of their own of four are four of six in common.
  it.each<[what: string, base: Pages, head: Pages, expected: string[]]>([
    [
      'of the same title with half of its rows',
      page('lamps', ['a', 'b']),
      page('lights/lamps', ['a', 'b', 'c', 'd', 'e', 'f']),
      ['page-moved POST /v3/lamps → POST /v3/lights/lamps'],
    ],
    [
      'of the same title with fewer',
      page('lamps', ['a', 'b', 'x']),
      page('lights/lamps', ['a', 'b', 'c', 'd', 'e', 'f']),
      [gone('lamps'), fresh('lights/lamps')],
    ],
    [
      'of another title with three quarters',
      page('lamps', ['a', 'b']),
      page('lights/lamps', ['a', 'b', 'c'], 'Shine'),
      ['page-moved POST /v3/lamps → POST /v3/lights/lamps'],
    ],
    [
      'of another title with fewer',
      page('lamps', ['a', 'b']),
      page('lights/lamps', ['a', 'b', 'c', 'd'], 'Shine'),
      [gone('lamps'), fresh('lights/lamps')],
    ],
    [
      'of another title that ends otherwise',
      page('lamps', ['a', 'b']),
      page('lights', ['a', 'b'], 'Shine'),
      [gone('lamps'), fresh('lights')],
    ],
    [
      'of the same title that ends otherwise',
      page('lamps', ['a', 'b']),
      page('lights', ['a', 'b']),
      ['page-moved POST /v3/lamps → POST /v3/lights'],
    ],
    [
      'that two new ones could be',
      page('lamps', ['a']),
      { ...page('x/lamps', ['a']), ...page('y/lamps', ['a']) },
      [gone('lamps'), fresh('x/lamps'), fresh('y/lamps')],
    ],
    [
      'that two old ones could have been',
      { ...page('x/lamps', ['a']), ...page('y/lamps', ['a']) },
      page('lamps', ['a']),
      [gone('x/lamps'), gone('y/lamps'), fresh('lamps')],
    ],
    [
      'beside others that stay',
      { ...page('lamps', ['a']), ...page('rooms', ['b'], 'Enter') },
      { ...page('rooms', ['b'], 'Enter'), ...page('x/lamps', ['a']) },
      ['page-moved POST /v3/lamps → POST /v3/x/lamps'],
    ],
    [
      'with a parameter more and another order',
      page('{a}/lamps', ['x']),
      page('{b}/lamps', ['x']),
      ['path-param-renamed POST /v3/{a}/lamps → POST /v3/{b}/lamps'],
    ],
    [
      'in other case',
      page('lamps/lightup', ['x']),
      page('lamps/lightUp', ['x']),
      ['operation-path-changed POST /v3/lamps/lightup → POST /v3/lamps/lightUp'],
    ],
    [
      'with another number of parameters',
      page('rooms/{room}/lamps/light', ['x']),
      page('lamps/light', ['x']),
      ['page-moved POST /v3/rooms/{room}/lamps/light → POST /v3/lamps/light'],
    ],
    [
      'with a parameter more',
      page('lamps/light', ['x']),
      page('lamps/{id}/light', ['x']),
      ['path-param-added POST /v3/lamps/light → POST /v3/lamps/{id}/light'],
    ],
    [
      'with a parameter less',
      page('lamps/{id}/light', ['x']),
      page('lamps/light', ['x']),
      ['path-param-removed POST /v3/lamps/{id}/light → POST /v3/lamps/light'],
    ],
    [
      'whose parameters change places',
      page('{a}/lamps/{b}', ['x']),
      page('{b}/lamps/{a}', ['x']),
      ['path-param-reordered POST /v3/{a}/lamps/{b} → POST /v3/{b}/lamps/{a}'],
    ],
    [
      'whose parameter stands elsewhere',
      page('lamps/{id}/light', ['x']),
      page('lamps/light/{id}', ['x']),
      ['path-param-reordered POST /v3/lamps/{id}/light → POST /v3/lamps/light/{id}'],
    ],
    [
      'whose parameter stands elsewhere and is called otherwise',
      page('lamps/{id}/light', ['x']),
      page('lamps/light/{no}', ['x']),
      ['path-param-reordered POST /v3/lamps/{id}/light → POST /v3/lamps/light/{no}'],
    ],
    [
      'of another protocol',
      { 'openapi/v2/lamps.md': examplePage({ request: 'json! object\n  a string | a' }) },
      page('lamps', ['a']),
      ['operation-protocol-changed POST /v2/lamps → POST /v3/lamps'],
    ],
    [
      'of another method',
      page('lamps', ['a']),
      { 'openapi/v3/lamps.md': examplePage({ method: 'put', request: 'json! object\n  a string | a' }) },
      ['operation-method-changed POST /v3/lamps → PUT /v3/lamps'],
    ],
    [
      'without any rows',
      { 'openapi/v3/lamps.md': examplePage({ response: answers.nothing }) },
      { 'openapi/v3/lights.md': examplePage({ response: answers.nothing }) },
      ['page-moved POST /v3/lamps → POST /v3/lights'],
    ],
    [
      'that became a notification',
      page('lamps', ['a']),
      { 'openapi/v3/lamps.md': exampleNotification() },
      ['operation-removed POST /v3/lamps', 'webhook-event-added WEBHOOK v3/lamps'],
    ],
    [
      'that became a notification, says its stub',
      page('lamps', ['a']),
      { 'openapi/v3/lamps.md': exampleStub('/webhook/v3/LAMP.LIT'), 'webhook/v3/LAMP.LIT.md': exampleNotification() },
      ['page-removed POST /v3/lamps', 'webhook-event-added WEBHOOK v3/LAMP.LIT'],
    ],
    [
      'whose parameter is called otherwise, under another title',
      page('lamps/{lamp_id}', ['x']),
      page('lamps/{id}', ['x'], 'Shine'),
      ['path-param-renamed POST /v3/lamps/{lamp_id} → POST /v3/lamps/{id}'],
    ],
    [
      'that has hardly any row but the parameter',
      {
        'openapi/v3/lamps/{lamp_id}.md': examplePage({ method: 'get', request: 'lamp_id! string | number', response: 'lit! boolean | on' }),
      },
      { 'openapi/v3/lamps/{id}.md': examplePage({ method: 'get', request: 'id! string | number', response: 'lit! boolean | on' }) },
      ['path-param-renamed GET /v3/lamps/{lamp_id} → GET /v3/lamps/{id}'],
    ],
    [
      'that ends in other parameters, under another title',
      page('a/lamps/{id}', ['x']),
      page('b/lamps/{no}', ['x'], 'Shine'),
      ['page-moved POST /v3/a/lamps/{id} → POST /v3/b/lamps/{no}'],
    ],
  ])('%s', (_, base, head, expected) => {
    expect(movesOf(base, head).sort()).toEqual([...expected].sort());
  });

  it('and with another method is another one', () => {
    const file = 'openapi/v3/lights/lamps.md';
    expect(movesOf(page('lamps', ['a']), { [file]: examplePage({ method: 'put', request: 'json! object\n  a string | a' }) })).toEqual([
      gone('lamps'),
      'page-added PUT /v3/lights/lamps',
    ]);
  });
});

describe('a stub', () => {
  const old = page('lamps', ['a', 'b']);
  const mixed = { 'openapi/v3/lights.md': examplePage({ method: 'get' }, { method: 'post', title: 'Shine' }) };

  it.each([
    '/openapi/v3/lights',
    'openapi/v3/lights.md',
    '/openapi/v3/lights.html',
    '/openapi/v3/lights#post',
    '//openapi/v3/lights.html?x#y',
    '/docs/openapi/v3/lights?x',
  ])('that says %s leads to the operation of its method there', (target) => {
    expect(movesOf(old, { 'openapi/v3/lamps.md': exampleStub(target), ...mixed })).toContain('page-moved POST /v3/lamps → POST /v3/lights');
  });

  it.each(['/lights', '/openapi/v3/lamps', '/openapi/v3/lightsX', '/openapi/v3/lights.md.md', '/openapi/v3/old'])(
    'that says %s leads nowhere',
    (target) => {
      const stubs = { 'openapi/v3/lamps.md': exampleStub(target), 'openapi/v3/old.md': exampleStub('/openapi/v3/lights') };
      expect(movesOf(old, { ...stubs, 'openapi/v3/lights.md': examplePage({ title: 'Shine' }) })).toContain(gone('lamps'));
    },
  );

  it('of several operations leads each to that of its method', () => {
    const several = (file: string, title: string): Pages => ({ [file]: examplePage({ method: 'get', title }, { method: 'put', title }) });
    const head = { 'openapi/v3/lamps.md': exampleStub('/openapi/v3/lights'), ...several('openapi/v3/lights.md', 'B') };
    expect(movesOf(several('openapi/v3/lamps.md', 'A'), head)).toEqual([
      'page-moved GET /v3/lamps → GET /v3/lights',
      'page-moved PUT /v3/lamps → PUT /v3/lights',
    ]);
  });

  it('leads to no other page that is new', () => {
    const head = {
      'openapi/v3/another.md': examplePage({ title: 'Another' }),
      'openapi/v3/lamps.md': exampleStub('/openapi/v3/lights'),
      'openapi/v3/lights.md': examplePage({ title: 'Shine' }),
    };
    expect(movesOf(old, head)).toEqual([fresh('another'), 'page-moved POST /v3/lamps → POST /v3/lights']);
  });

  it('leads where others lead, too', () => {
    const base = { ...old, ...page('bulbs', ['a', 'b']) };
    const head = {
      'openapi/v3/bulbs.md': exampleStub('/openapi/v3/lights'),
      'openapi/v3/lamps.md': exampleStub('/openapi/v3/lights'),
      ...page('lights', ['a', 'b', 'c']),
    };
    expect(movesOf(base, head)).toEqual(['page-moved POST /v3/bulbs → POST /v3/lights', 'page-moved POST /v3/lamps → POST /v3/lights']);
  });

  it('leads to an operation of its method first', () => {
    const base = { ...old, 'openapi/v3/sockets.md': examplePage({ method: 'get', title: 'Plug' }) };
    const head = {
      'openapi/v3/lamps.md': exampleStub('/openapi/v3/lights'),
      'openapi/v3/sockets.md': exampleStub('/openapi/v3/lights'),
      'openapi/v3/lights.md': examplePage({ method: 'get', title: 'Shine' }),
    };
    expect(movesOf(base, head)).toEqual(['page-moved GET /v3/sockets → GET /v3/lights', gone('lamps')]);
  });

  it('that leads nowhere is no proof that anything was there before', () => {
    const { findings } = diffApis(readApi(old).api, readApi({ 'openapi/v3/lamps.md': exampleStub('/openapi/v3/nowhere') }).api);
    expect(findings.map(({ message }) => message)).toEqual([
      '`POST /v3/lamps` is no longer documented; its page only points to `/openapi/v3/nowhere` now',
    ]);
  });

  it('leads to the only operation there, whatever its method', () => {
    const head = {
      'openapi/v3/lamps.md': exampleStub('/openapi/v3/lights'),
      'openapi/v3/lights.md': examplePage({ method: 'put', title: 'Shine' }),
    };
    expect(movesOf(old, head)).toEqual(['page-moved POST /v3/lamps → PUT /v3/lights']);
  });

  it('leads nowhere if none of several has its method, or to an index if it ends in a slash', () => {
    const several = { 'openapi/v3/lights.md': examplePage({ method: 'get', title: 'A' }, { method: 'put', title: 'B' }) };
    expect(movesOf(old, { 'openapi/v3/lamps.md': exampleStub('/openapi/v3/lights'), ...several })).toContain(gone('lamps'));
    const index = { 'openapi/v3/lights/index.md': examplePage({ title: 'Shine' }) };
    expect(movesOf(old, { 'openapi/v3/lamps.md': exampleStub('/openapi/v3/lights/'), ...index })).toEqual([
      'page-moved POST /v3/lamps → POST /v3/lights/',
    ]);
  });
});

describe('a notification under another name', () => {
  const notice = (name: string, payload: string): Pages => ({ [`webhook/v3/${name}.md`]: exampleNotification({ payload }) });

  it('is told by its payload, not by what every notification has', () => {
    const head = notice('LAMP.DIMMED', 'x string | x\ny string | y');
    expect(movesOf(notice('LAMP.LIT', 'a string | a\nb string | b'), head)).toEqual([
      'webhook-event-added WEBHOOK v3/LAMP.DIMMED',
      'webhook-event-removed WEBHOOK v3/LAMP.LIT',
    ]);
    expect(movesOf(notice('LAMP.LIT', 'x string | x\ny string | y'), head)).toEqual([
      'webhook-event-renamed WEBHOOK v3/LAMP.LIT → WEBHOOK v3/LAMP.DIMMED',
    ]);
  });
});

it('a notification may get another format', () => {
  expect(movesOf({ 'webhook/v2/lamp.md': exampleNotification() }, { 'webhook/v3/lamp.md': exampleNotification() })).toEqual([
    'webhook-format-changed WEBHOOK v2/lamp → WEBHOOK v3/lamp',
  ]);
});

describe('shapes of one field', () => {
  const scene = (...shapes: readonly string[]): Pages => ({
    'openapi/v3/lamps.md': examplePage({ response: shapes.join('\n---\n') }),
  });
  const shape = (name: string, ...rows: readonly string[]): string =>
    [`scene object | ${name === '' ? 's' : `场景\`${name}\`信息`}`, ...rows.map((row) => `  ${row} string | ${row}`)].join('\n');

  it.each<[what: string, base: Pages, head: Pages, expected: string[]]>([
    [
      'are told by the value that selects them, whatever their rows',
      scene(shape('A', 'x'), shape('B', 'y')),
      scene(shape('B', 'x'), shape('A', 'y')),
      ['scene.x gone', 'scene.y gone', 'scene.x new', 'scene.y new'],
    ],
    [
      'are told by what they have in common',
      scene(shape('', 'x', 'y'), shape('', 'p', 'q')),
      scene(shape('', 'p', 'q', 'r'), shape('', 'x', 'y')),
      ['scene.r new'],
    ],
    [
      'are told by most that they have in common',
      scene(shape('', 'x', 'y', 'z')),
      scene(shape('', 'x', 'a'), shape('', 'x', 'y', 'b')),
      ['scene more', 'scene.z gone', 'scene.b new'],
    ],
    [
      'are the first of each where nothing tells them apart',
      scene(shape('', 'x')),
      scene(shape('', 'p'), shape('', 'q')),
      ['scene more', 'scene.x gone', 'scene.p new'],
    ],
  ])('%s', (_, base, head, expected) => {
    const words: Readonly<Record<string, string>> = {
      'response-field-removed-optional': 'gone',
      'response-field-added-optional': 'new',
      'response-alternative-added': 'more',
    };
    const found = diffApis(readApi(base).api, readApi(head).api).findings.map(
      ({ ruleId, field }) => `${field ?? ''} ${words[ruleId] ?? ruleId}`,
    );
    expect(found.sort()).toEqual([...expected].sort());
  });
});

import { describe, expect, it } from 'vitest';
import type { Diagnostic } from '../../generator/diagnostics/diagnostic.js';
import { diffApis } from '../../generator/drift/diff-apis.js';
import { answers, exampleNotification, examplePage, exampleStub } from '../../generator/drift/examples/example-page.js';
import type { DriftReport } from '../../generator/drift/finding.js';
import { readApi } from '../support/read-api.js';

const file = 'openapi/v3/lamps.md';

function diffPages(base: Readonly<Record<string, string>>, head: Readonly<Record<string, string>>): DriftReport {
  return diffApis(readApi(base).api, readApi(head).api);
}

function diffRequests(base: string, head: string): string[] {
  return diffPages({ [file]: examplePage({ request: base }) }, { [file]: examplePage({ request: head }) }).findings.map(
    ({ ruleId, field, breaks }) => `${ruleId} ${field ?? ''} ${breaks}`,
  );
}

describe('one edit is one finding', () => {
  const rows = 'json! object\n  lamp_id! string | number\n';
  it.each<[edit: string, base: string, head: string, expected: string[]]>([
    [
      'an optional object with required rows is the object',
      rows,
      `${rows}  bulb object | bulb\n    volts! number | volts\n    amps! number | amperes`,
      ['request-field-added-optional json.bulb none'],
    ],
    [
      'an object that loses its wrapper is flattened once, whatever it holds',
      `${rows}  order! object | order\n    a string | a\n    b string | b\n    c object | c\n      d string | d`,
      `${rows}  a string | a\n  b string | b\n  c object | c\n    d string | d`,
      ['request-object-flattened json.order both'],
    ],
    [
      'a number that becomes text in JSON breaks wire and source',
      `${rows}  volts number | v`,
      `${rows}  volts string | v`,
      ['request-type-changed json.volts both'],
    ],
    [
      'the same in a query breaks source only',
      'query! object\n  volts number | v',
      'query! object\n  volts string | v',
      ['request-type-changed query.volts source'],
    ],
    [
      'rows behind an encoded string that is no longer text are named below it',
      `${rows}  place string {data-encoded=by-json_encode} | place\n---\n    room string | room`,
      `${rows}  place string {data-encoded=by-json_encode} | place\n---\n    room string | room\n    door! string | door`,
      ['request-field-added-required json.place.door both'],
    ],
    [
      'values added and values removed are two edits',
      `${rows}  c string | \`RED\` | \`BLUE\` | \`GREY\` 枚举值之一`,
      `${rows}  c string | \`RED\` | \`BLUE\` | \`LILAC\` | \`OCHRE\` 枚举值之一`,
      ['request-enum-value-removed json.c both', 'request-enum-value-added json.c none'],
    ],
    [
      'a list in another form is the same list',
      `${rows}  c string | \`RED\` | \`BLUE\` 枚举值之一`,
      `${rows}  c string | 枚举值：<br/>\`BLUE\`：blue<br/>\`RED\`：red`,
      [],
    ],
    ['rows that change places are nothing', `${rows}  a string | a\n  b string | b`, `${rows}  b string | b\n  a string | a`, []],
    [
      'an encrypted field explains its serial header',
      `${rows}  owner string | o`,
      `${rows}  owner string {data-encrypted=by-rsa-pubkey} | o\nheaders! object\n  Wechatpay-Serial! string | key`,
      ['request-encryption-added json.owner wire'],
    ],
    [
      'an optional row that offers another host is an ordinary row',
      rows,
      `base_uri string | \`https://lamps.mch.weixin.qq.com/\`\n${rows}`,
      ['request-field-added-optional base_uri none'],
    ],
    [
      'what an optional row offers is wording: the main host stays',
      `base_uri string | \`https://lamps.mch.weixin.qq.com/\`\n${rows}`,
      `base_uri string | \`https://lights.mch.weixin.qq.com/\`\n${rows}`,
      [],
    ],
    [
      'an open object that gets optional rows only breaks nobody',
      `${rows}  bulb object | b`,
      `${rows}  bulb object | b\n    volts string | v`,
      ['request-object-closed json.bulb none'],
    ],
    [
      'two rows of one description are no rename',
      `${rows}  a string | same\n  b string | same`,
      `${rows}  x string | same\n  y string | same`,
      [
        'request-field-removed-optional json.a source',
        'request-field-removed-optional json.b source',
        'request-field-added-optional json.x none',
        'request-field-added-optional json.y none',
      ],
    ],
    [
      'a renamed row hides nothing below it',
      `${rows}  bulb object | the bulb\n    volts string | v\n    amps string | a`,
      `${rows}  light_bulb object | the bulb\n    volts string | v\n    amps string | a`,
      ['request-field-renamed json.light_bulb both'],
    ],
  ])('%s', (_, base, head, expected) => {
    expect(diffRequests(base, head)).toEqual(expected);
  });
});

describe('answers', () => {
  const answering = (response: string): Readonly<Record<string, string>> => ({ [file]: examplePage({ response }) });

  it('that say nothing are alike, with a row for it or without', () => {
    expect(diffPages(answering(answers.nothing), answering('')).findings).toEqual([]);
    expect(diffPages(answering(''), answering(answers.nothing)).findings).toEqual([]);
  });

  it('that hold a file after nothing was said are of another kind', () => {
    expect(diffPages(answering(''), answering(answers.file)).findings.map(({ ruleId }) => ruleId)).toEqual(['response-kind-changed']);
  });
});

describe('edits that nothing tells apart', () => {
  it('are one finding that stands for all of them', () => {
    const shapes = ['volts! string | v', 'amps! string | a', 'ohms! string | o'].map((row) => `scene object | s\n  ${row}`);
    const [first = '', ...others] = shapes;
    const { findings } = diffPages(
      { [file]: examplePage({ response: first }) },
      { [file]: examplePage({ response: [first, ...others].join('\n---\n') }) },
    );
    expect(findings.map(({ ruleId, covers }) => [ruleId, ...covers.map(({ field }) => field)])).toEqual([
      ['response-alternative-added', 'scene.amps', 'scene.ohms'],
    ]);
  });
});

describe('encryption findings', () => {
  it('say that a caller has to configure a key for the first time, and for the last', () => {
    const plain = { [file]: examplePage({ response: 'owner string | owner\nroom string | room' }) };
    const one = { [file]: examplePage({ response: 'owner string {data-encrypted=by-rsa-pubkey} | owner\nroom string | room' }) };
    const two = {
      [file]: examplePage({
        response: 'owner string {data-encrypted=by-rsa-pubkey} | owner\nroom string {data-encrypted=by-rsa-pubkey} | room',
      }),
    };
    expect(diffPages(plain, one).findings[0]).toMatchObject({ ruleId: 'response-encryption-added', firstInOperation: true });
    expect(diffPages(one, two).findings[0]).not.toHaveProperty('firstInOperation');
    expect(diffPages(one, plain).findings[0]).toMatchObject({ ruleId: 'response-encryption-removed', lastInOperation: true });
    expect(diffPages(two, one).findings[0]).not.toHaveProperty('lastInOperation');
  });
});

describe('pages that go', () => {
  const old = examplePage({ request: 'json! object\n  lamp_id! string | number' });

  it('are moved if a stub names an operation that is new, with its edits below the new operation', () => {
    const head = {
      [file]: exampleStub('/openapi/v3/lights'),
      'openapi/v3/lights.md': examplePage({ request: 'json! object\n  lamp_id! string | number\n  colour string | colour' }),
    };
    expect(diffPages({ [file]: old }, head).findings).toEqual([
      expect.objectContaining({ ruleId: 'page-moved', operation: 'POST /v3/lamps', from: 'POST /v3/lamps', to: 'POST /v3/lights' }),
      expect.objectContaining({ ruleId: 'request-field-added-optional', operation: 'POST /v3/lights', field: 'json.colour' }),
    ]);
  });

  it('are removed if the stub names an operation that was there before', () => {
    const other = { 'openapi/v3/lights.md': examplePage({ request: 'json! object\n  power! string | power' }) };
    const { findings } = diffPages({ [file]: old, ...other }, { [file]: exampleStub('/openapi/v3/lights'), ...other });
    expect(findings).toEqual([expect.objectContaining({ ruleId: 'page-removed', operation: 'POST /v3/lamps' })]);
    expect(findings[0]?.message).toContain('/openapi/v3/lights');
  });

  it('of notifications are renamed, and the type of the event goes with the name', () => {
    const [before, after] = ['webhook/v3/LAMP.LIT.md', 'webhook/v3/LAMP.SHONE.md'] as const;
    const head = {
      [before]: exampleStub('/webhook/v3/LAMP.SHONE'),
      [after]: exampleNotification({
        eventType: '`LAMP.SHONE` 枚举值',
        payload: 'lamp_id! string | number of the lamp\ncolour string | c',
      }),
    };
    expect(diffPages({ [before]: exampleNotification() }, head).findings.map(({ ruleId, operation }) => `${ruleId} ${operation}`)).toEqual([
      'webhook-event-renamed WEBHOOK v3/LAMP.LIT',
      'webhook-field-added-optional WEBHOOK v3/LAMP.SHONE',
    ]);
  });

  it('are not evaluated if they cannot be read', () => {
    const { api } = readApi({ [file]: old });
    const report = diffApis(api, readApi({}).api, { unreadable: { base: [], head: [file] } });
    expect(report.findings).toEqual([]);
    expect(report.notEvaluated).toEqual([{ operation: 'POST /v3/lamps', file }]);
  });

  it('are not evaluated, but all others are', () => {
    const other = 'openapi/v3/lights.md';
    const before = readApi({ [file]: old, [other]: examplePage({ request: 'json! object\n  a string | a' }) }).api;
    const after = readApi({ [other]: examplePage({ request: 'json! object\n  a! string | a' }) }).api;
    const report = diffApis(before, after, { unreadable: { base: [], head: [file] } });
    expect(report.findings.map(({ ruleId }) => ruleId)).toEqual(['request-became-required']);
    expect(report.notEvaluated).toEqual([{ operation: 'POST /v3/lamps', file }]);
    expect(diffApis(after, before, { unreadable: { base: [file], head: [] } }).notEvaluated).toEqual([
      { operation: 'POST /v3/lamps', file },
    ]);
  });
});

describe('the verdict', () => {
  it('is about wording only where nothing of the contract changed', () => {
    const { verdict } = diffPages({ [file]: examplePage({ title: 'Light a lamp' }) }, { [file]: examplePage({ title: 'Light up' }) });
    expect(verdict).toEqual({ breaking: false, docsOnly: true, semver: 'patch', wire: 0, source: 0 });
  });

  it('counts a break of both kinds twice', () => {
    const { verdict } = diffPages(
      { 'webhook/v3/LAMP.LIT.md': exampleNotification({ payload: 'a! string | a\nb! string | b' }) },
      { 'webhook/v3/LAMP.LIT.md': exampleNotification({ payload: 'a string | a\nb! string | b' }) },
    );
    expect(verdict).toEqual({ breaking: true, docsOnly: false, semver: 'major', wire: 1, source: 1 });
  });
});

describe('options', () => {
  const base = readApi({ [file]: examplePage({ request: 'json! object\n  a string | a' }) }).api;
  const head = readApi({ [file]: examplePage({ request: 'json! object\n  a! string | a' }) }).api;
  const [finding] = diffApis(base, head).findings;
  const entry = { fingerprint: finding?.fingerprint ?? '', rule: 'request-became-required', reason: 'the page was wrong' };

  it('change levels, and a finding below error is no major release', () => {
    const report = diffApis(base, head, { levels: new Map([['request-became-required', 'warn']]) });
    expect(report.verdict).toMatchObject({ breaking: false, semver: 'minor' });
    expect(report.summary).toEqual({ error: 0, warn: 1, info: 0 });
    expect(diffApis(base, head, { levels: new Map([['request-became-required', 'off']]) }).findings).toEqual([]);
  });

  it.each([
    ['used', '2026-12-31', 0],
    ['expired', '2026-01-31', 1],
  ] as const)('accept a finding: %s until %s', (state, until, left) => {
    const report = diffApis(base, head, { accepted: { entries: [{ ...entry, until }], today: '2026-06-15' } });
    expect(report.accepted).toEqual([{ ...entry, until, state }]);
    expect(report.findings).toHaveLength(left);
  });

  it('report entries that accept nothing', () => {
    const report = diffApis(base, base, { accepted: { entries: [entry], today: '2026-06-15' } });
    expect(report.accepted).toEqual([{ ...entry, state: 'unused' }]);
  });

  it('list what is said of head only', () => {
    const wrong = readApi({ [file]: examplePage({ request: 'json! object\n  a strong | a' }) }).diagnostics;
    expect(wrong.length).toBeGreaterThan(0);
    expect(diffApis(base, head, { diagnostics: { base: wrong, head: wrong } }).diagnostics).toEqual([]);
    expect(diffApis(base, head, { diagnostics: { base: [], head: wrong } }).diagnostics).toEqual(wrong);
  });

  it('list what is said of head more often, of another file or in other words, and what is fatal in any case', () => {
    const [first] = readApi({ [file]: examplePage({ request: 'json! object\n  a strong | a' }) }).diagnostics;
    if (first === undefined) throw new Error('nothing was said');
    const listed = (before: readonly Diagnostic[], after: readonly Diagnostic[]): readonly Diagnostic[] =>
      diffApis(base, head, { diagnostics: { base: before, head: after } }).diagnostics;
    const moved = { ...first, place: { ...first.place, line: 99 } };
    const others = [
      { ...first, file: 'openapi/v3/lights.md' },
      { ...first, message: 'something else' },
      { ...first, code: 'doc-type-missing' as const },
    ];
    expect(listed([first], [moved])).toEqual([]);
    expect(listed([first], [first, moved])).toEqual([moved]);
    expect(listed([first, first], [first, moved])).toEqual([]);
    expect(listed([first], others)).toEqual(others);
    const fatal = { ...first, severity: 'fatal' as const };
    expect(listed([fatal], [fatal])).toEqual([fatal]);
  });
});

describe('fingerprints', () => {
  it('do not know lines', () => {
    const notice = '::: warning :pushpin: {.im-important}\n\nLamps are lit at night only.\n\n:::';
    const fingerprints = (around: { readonly notice?: string }): string[] =>
      diffPages(
        { [file]: examplePage({ ...around, request: 'json! object\n  a string | a' }) },
        { [file]: examplePage({ ...around, request: 'json! object\n  a! string | a' }) },
      ).findings.map(({ fingerprint }) => fingerprint);
    expect(fingerprints({})).toEqual(fingerprints({ notice }));
  });
});

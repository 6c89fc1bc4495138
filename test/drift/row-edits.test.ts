import { describe, expect, it } from 'vitest';
import { diffApis } from '../../generator/drift/diff-apis.js';
import { answers, exampleNotification, examplePage, type ExampleOperation } from '../../generator/drift/examples/example-page.js';
import { readApi } from '../support/read-api.js';

const file = 'openapi/v3/lamps.md';
const notice = 'webhook/v3/LAMP.LIT.md';

function found(base: Readonly<Record<string, string>>, head: Readonly<Record<string, string>>): string[] {
  return diffApis(readApi(base).api, readApi(head).api)
    .findings.filter(({ class: kind }) => kind === 'contract')
    .map(({ ruleId, field, from, to, breaks }) => `${ruleId} ${from === undefined ? (field ?? '') : `${from} → ${to ?? ''}`} ${breaks}`)
    .sort();
}

function inOperation(base: ExampleOperation, head: ExampleOperation, path = file): string[] {
  return found({ [path]: examplePage(base) }, { [path]: examplePage(head) });
}

/** Edits of the rows of `json`. */
function inBody(base: string, head: string): string[] {
  return inOperation({ request: `json! object\n${base}` }, { request: `json! object\n${head}` });
}

describe('an edit of the rows of a body', () => {
  it.each<[what: string, base: string, head: string, expected: string[]]>([
    // Objects around rows.
    [
      'an object loses its wrapper with half of its rows',
      '  o! object | o\n    a string | a\n    b string | b\n    c string | c\n    d string | d',
      '  a string | a\n  b string | b',
      ['request-object-flattened json.o both'],
    ],
    [
      'an object that goes with fewer is gone',
      '  o! object | o\n    a string | a\n    b string | b\n    c string | c\n    d string | d\n    e string | e',
      '  a string | a\n  b string | b',
      [
        'request-field-added-optional json.a none',
        'request-field-added-optional json.b none',
        'request-field-removed-required json.o source',
      ],
    ],
    [
      'an object of one row loses its wrapper',
      '  o! object | o\n    a string | a',
      '  a string | a',
      ['request-object-flattened json.o both'],
    ],
    [
      'rows get an object around them',
      '  a string | a\n  b string | b',
      '  o! object | o\n    a string | a\n    b string | b',
      ['request-object-introduced json.o both'],
    ],
    [
      'a row of another type is another row',
      '  o! object | o\n    a string | a',
      '  a number | a',
      ['request-field-added-optional json.a none', 'request-field-removed-required json.o source'],
    ],
    ['an object opens', '  o object | o\n    a string | a', '  o object | o', ['request-object-opened json.o source']],
    [
      'an object closes around a required row',
      '  o object | o',
      '  o object | o\n    a! string | a\n    b string | b',
      ['request-object-closed json.o source'],
    ],
    // Moves.
    [
      'a row moves below another parent',
      '  o object | o\n    a! string | a\n    z string | z\n  p object | p\n    y string | y',
      '  o object | o\n    z string | z\n  p object | p\n    a! string | a\n    y string | y',
      ['request-field-moved json.o.a → json.p.a both'],
    ],
    [
      'a row of another type has not moved',
      '  o object | o\n    a! string | a\n    z string | z\n  p object | p\n    y string | y',
      '  o object | o\n    z string | z\n  p object | p\n    a! number | a\n    y string | y',
      ['request-field-added-required json.p.a both', 'request-field-removed-required json.o.a source'],
    ],
    [
      'a row that went to two places has moved to neither',
      '  o object | o\n    a string | a\n    z string | z\n  p object | p\n    y string | y\n  q object | q\n    w string | w',
      '  o object | o\n    z string | z\n  p object | p\n    y string | y\n    a string | a\n  q object | q\n    w string | w\n    a string | a',
      [
        'request-field-added-optional json.p.a none',
        'request-field-added-optional json.q.a none',
        'request-field-removed-optional json.o.a source',
      ],
    ],
    // Renames.
    [
      'one name in two spellings',
      '  lamp_colour string | a',
      '  lampColour string | b',
      ['request-field-renamed json.lamp_colour → json.lampColour both'],
    ],
    [
      'another name with the same words',
      '  shade string | colour of light',
      '  tint string | colour of light',
      ['request-field-renamed json.shade → json.tint both'],
    ],
    [
      'other words and another name',
      '  shade string | one',
      '  tint string | two',
      ['request-field-added-optional json.tint none', 'request-field-removed-optional json.shade source'],
    ],
    [
      'another name with the same rows',
      '  shade object | one\n    a string | a\n    b string | b',
      '  tint object | two\n    a string | a\n    b string | b',
      ['request-field-renamed json.shade → json.tint both'],
    ],
    [
      'another name for a mark of encryption is no rename',
      '  lamp_colour string | a',
      '  lampColour string {data-encoded=by-json_encode} | a',
      ['request-field-added-optional json.lampColour none', 'request-field-removed-optional json.lamp_colour source'],
    ],
    [
      'the words tell which of two names it was',
      '  lamp_no string | number\n  lamp_at string | time',
      '  lamp_number string | number\n  lamp_time string | time',
      ['request-field-renamed json.lamp_at → json.lamp_time both', 'request-field-renamed json.lamp_no → json.lamp_number both'],
    ],
    // Values.
    [
      'a value gives way to one written nearly the same',
      '  c string | `RED` | `BLUE` 枚举值之一',
      '  c string | `RED` | `BLEU` 枚举值之一',
      ['request-enum-value-renamed json.c both'],
    ],
    [
      'two values give way to two',
      '  c string | `RED` | `BLUE` | `GREY` 枚举值之一',
      '  c string | `RED` | `BLEU` | `GRAY` 枚举值之一',
      ['request-enum-value-added json.c none', 'request-enum-value-removed json.c both'],
    ],
    ['a list of another order is the same', '  c string | `RED` | `BLUE` 枚举值之一', '  c string | `BLUE` | `RED` 枚举值之一', []],
    ['a fixed value gives way to another', '  c string | 固定值`A`', '  c string | 固定值`B`', ['request-constant-changed json.c both']],
    ['a fixed value that goes is wording', '  c string | 固定值`A`', '  c string | any', []],
    [
      'one value gives way to two',
      '  c string | `RED` 枚举值',
      '  c string | `BLUE` | `GREEN` 枚举值之一',
      ['request-enum-value-added json.c none', 'request-enum-value-removed json.c both'],
    ],
    [
      'two values give way to one',
      '  c string | `RED` | `BLUE` 枚举值之一',
      '  c string | `GREEN` 枚举值',
      ['request-enum-value-added json.c none', 'request-enum-value-removed json.c both'],
    ],
    // Types.
    ['float is a word for number', '  n float | n', '  n number | n', []],
    ['true is a boolean', '  n boolean | n', '  n `true` | n', ['request-type-narrowed json.n both']],
    ['a list of something else', '  n string | n', '  n number[] | n', ['request-type-changed json.n both']],
    ['elements of another type', '  n string[] | n', '  n number[] | n', ['request-element-type-changed json.n both']],
    ['a float may be an integer', '  n float | n', '  n integer | n', ['request-type-narrowed json.n both']],
    [
      'rows of a list',
      '  o object[] | o\n    a string | a',
      '  o object[] | o\n    a number | a',
      ['request-type-changed json.o[].a both'],
    ],
    [
      'a list that becomes an object keeps its rows',
      '  o object[] | o\n    a string | a',
      '  o object | o\n    a string | a',
      ['request-array-unwrapped json.o both'],
    ],
    // Several edits of one row.
    [
      'a mark and a type are two edits',
      '  n string | n',
      '  n! number | n',
      ['request-became-required json.n both', 'request-type-changed json.n both'],
    ],
    [
      'encryption goes to a row below',
      '  o string {data-encrypted=by-aes-gcm} | o\n---\n    a string | a',
      '  o string {data-encoded=by-json_encode} | o\n---\n    a string {data-encrypted=by-rsa-pubkey} | a',
      ['request-encoding-added json.o both', 'request-encryption-moved json.o → json.o.a wire'],
    ],
  ])('%s', (_, base, head, expected) => {
    expect(inBody(base, head)).toEqual([...expected].sort());
  });
});

describe('an edit of another table', () => {
  it.each<[what: string, base: ExampleOperation, head: ExampleOperation, expected: string[], path?: string]>([
    [
      'a number in XML may be written as text',
      { request: 'xml! object\n  n number | n' },
      { request: 'xml! object\n  n string | n' },
      ['request-type-changed xml.n source'],
      'openapi/v2/lamps.md',
    ],
    [
      'a list in XML may not',
      { request: 'xml! object\n  n number | n' },
      { request: 'xml! object\n  n string[] | n' },
      ['request-type-changed xml.n both'],
      'openapi/v2/lamps.md',
    ],
    [
      'an encryption that explains the row of its key',
      { request: 'json! object\n  a string | a\n  b string | b' },
      {
        request:
          'json! object\n  a string {data-encrypted=by-rsa-pubkey} | a\n  b string {data-encrypted=by-rsa-pubkey} | b\nheaders! object\n  Wechatpay-Serial! string | key',
      },
      ['request-encryption-added json.a wire', 'request-encryption-added json.b wire'],
    ],
    [
      'a number in JSON in XML is typed',
      { request: 'xml! object\n  j string {data-encoded=by-json_encode} | j\n---\n    n number | n' },
      { request: 'xml! object\n  j string {data-encoded=by-json_encode} | j\n---\n    n string | n' },
      ['request-type-changed xml.j.n both'],
      'openapi/v2/lamps.md',
    ],
    [
      'a number in a form in JSON is text',
      { request: 'json! object\n  j string {data-encoded=by-urlencode} | j\n---\n    n number | n' },
      { request: 'json! object\n  j string {data-encoded=by-urlencode} | j\n---\n    n string | n' },
      ['request-type-changed json.j.n source'],
    ],
    [
      'a failure instead of a file is text',
      { response: 'failure:\nn number | n' },
      { response: 'failure:\nn string | n' },
      ['response-type-changed n source'],
    ],
    [
      'a parameter of the URL that is described at last',
      { request: '' },
      { request: 'lamp_id! string | number' },
      ['request-field-added-required lamp_id both'],
      'openapi/v3/lamps/{lamp_id}.md',
    ],
    [
      'the answer of a v2 call is text',
      { response: 'n number | n' },
      { response: 'n string | n' },
      ['response-type-changed n source'],
      'openapi/v2/lamps.md',
    ],
    ['the answer of a v3 call is typed', { response: 'n number | n' }, { response: 'n string | n' }, ['response-type-changed n both']],
    [
      'rows of a group go to another',
      { request: 'query! object\n  a string | a\njson! object\n  b string | b' },
      { request: 'json! object\n  b string | b\n  a string | a' },
      ['container-changed query → json both'],
    ],
    [
      'rows of a group get one of their own',
      { request: 'json! object\n  b string | b\n  a string | a' },
      { request: 'query! object\n  a string | a\njson! object\n  b string | b' },
      ['container-changed json → query both'],
    ],
    [
      'a group goes, and its rows with it',
      { request: 'query! object\n  a string | a\njson! object\n  b string | b' },
      { request: 'json! object\n  b string | b' },
      ['container-removed query both'],
    ],
    [
      'a header that the runtime sends anyway',
      { request: 'headers object\n  X-A string | a' },
      { request: 'headers object\n  X-A string | a\n  Content-Type! string | t' },
      ['request-field-added-optional headers.Content-Type none'],
    ],
    [
      'a header that nobody sends yet',
      { request: 'headers object\n  X-A string | a' },
      { request: 'headers object\n  X-A string | a\n  X-B! string | t' },
      ['request-header-added-required headers.X-B both'],
    ],
    [
      'a header that may be sent',
      { request: 'headers object\n  X-A string | a' },
      { request: 'headers object\n  X-A string | a\n  X-B string | t' },
      ['request-field-added-optional headers.X-B none'],
    ],
  ])('%s', (_, base, head, expected, path) => {
    expect(inOperation(base, head, path)).toEqual([...expected].sort());
  });

  it.each<
    [what: string, base: Parameters<typeof exampleNotification>[0], head: Parameters<typeof exampleNotification>[0], expected: string[]]
  >([
    [
      'other media of one format are another value',
      { contentType: '`application/json`' },
      { contentType: '`text/json`' },
      ['webhook-constant-changed headers.Content-Type wire'],
    ],
    [
      'JSON gives way to XML',
      { contentType: '`application/json`' },
      { contentType: '`text/xml`' },
      ['webhook-format-changed headers.Content-Type both'],
    ],
    [
      'a status is added to the reply',
      { replyStatus: '`20X` | `4XX` 枚举值之一' },
      { replyStatus: '`20X` | `4XX` | `5XX` 枚举值之一' },
      ['ack-enum-value-added status none'],
    ],
    [
      'a row of the payload',
      { payload: 'a string | a' },
      { payload: 'a string | a\nb string | b' },
      ['webhook-field-added-optional body.resource.ciphertext.b none'],
    ],
    ['numbers in the reply are typed', { reply: 'n number | n' }, { reply: 'n string | n' }, ['ack-type-changed body.n both']],
    [
      'numbers in the message are typed',
      { envelope: 'room number | n' },
      { envelope: 'room string | n' },
      ['webhook-type-changed body.room both'],
    ],
    ['a row beside the payload', {}, { envelope: 'room string | r' }, ['webhook-envelope-field-added-optional body.room none']],
  ])('of a notification: %s', (_, base, head, expected) => {
    expect(found({ [notice]: exampleNotification(base) }, { [notice]: exampleNotification(head) })).toEqual([...expected].sort());
  });
});

describe('an edit of a notification of v2', () => {
  const edit = (base: Parameters<typeof exampleNotification>[0], head: Parameters<typeof exampleNotification>[0]): string[] =>
    found({ 'webhook/v2/lamp-lit.md': exampleNotification(base) }, { 'webhook/v2/lamp-lit.md': exampleNotification(head) });

  it('is one of text', () => {
    expect(edit({ envelope: 'room number | n' }, { envelope: 'room string | n' })).toEqual(['webhook-type-changed body.room source']);
    expect(edit({ reply: 'n number | n' }, { reply: 'n string | n' })).toEqual(['ack-type-changed body.n source']);
  });

  it('has no envelope', () => {
    expect(edit({}, { envelope: 'room string | r' })).toEqual(['webhook-field-added-optional body.room none']);
  });
});

describe('a notification with another name', () => {
  it('hides no other value that changed with it', () => {
    const base = { [notice]: exampleNotification({ payload: 'a string | `X` | `Y` 枚举值之一\nb string | b' }) };
    const head = {
      'webhook/v3/LAMP.SHONE.md': exampleNotification({
        eventType: '`LAMP.SHONE` 枚举值',
        resourceType: '`light` 枚举值',
        payload: 'a string | `X` | `Y` | `Z` 枚举值之一\nb string | b',
      }),
    };
    expect(found(base, head)).toEqual([
      'webhook-enum-value-added body.resource.ciphertext.a none',
      'webhook-event-renamed WEBHOOK v3/LAMP.LIT → WEBHOOK v3/LAMP.SHONE both',
      'webhook-resource-type-changed body.resource_type wire',
    ]);
  });
});

describe('the weight of a finding', () => {
  const weigh = (base: ExampleOperation, head: ExampleOperation): object | undefined =>
    diffApis(readApi({ [file]: examplePage(base) }).api, readApi({ [file]: examplePage(head) }).api).findings[0];

  it('is less where something is answered instead of nothing', () => {
    const milder = weigh({ response: answers.nothing }, { response: 'a string | a' });
    const other = weigh({ response: answers.file }, { response: 'a string | a' });
    expect(milder).toMatchObject({ ruleId: 'response-kind-changed', level: 'info' });
    expect(other).toMatchObject({
      ruleId: 'response-kind-changed',
      level: 'error',
      covers: [{ field: 'a', change: 'field-added-optional' }],
    });
  });

  it('decides what to do about it', () => {
    const typed = weigh({ request: 'json! object\n  n number | n' }, { request: 'json! object\n  n string | n' });
    const text = weigh({ request: 'query! object\n  n number | n' }, { request: 'query! object\n  n string | n' });
    expect(typed).toMatchObject({ help: expect.stringMatching(/and tell users of older ones/) });
    expect(text).toMatchObject({ help: expect.stringMatching(/released clients go on working/) });
  });
});

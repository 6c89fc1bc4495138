import { describe, expect, it } from 'vitest';
import type { Field, SampleValue } from '../../generator/model/api.js';
import { exampleObject, exampleValue, type ExampleSource, type ExampleValue } from '../../generator/model/example-value.js';

const place = { line: 1, column: 1, endColumn: 1 };

function field(facts: Partial<Field>): Field {
  return { name: 'kind', place, required: true, type: 'string', list: false, typePlace: place, description: '', fields: [], ...facts };
}

function oneOf(...values: readonly string[]): Pick<Field, 'values'> {
  return { values: { form: 'one-of', items: values.map((value) => ({ value, place })), place } };
}

const rsa: Field['encryption'] = { kind: 'by-rsa-pubkey', key: 'platform', place };
const literal = (value: string | number | boolean): SampleValue => ({ literal: value });

describe('exampleValue', () => {
  it.each<[string, Partial<Field>, ExampleSource, ExampleValue]>([
    ['takes the literal of the sample', {}, { sample: literal('green') }, 'green'],
    ['takes a number as text where the page says string', {}, { sample: literal(7) }, '7'],
    ['takes digits as number where the page says integer', { type: 'integer' }, { sample: literal('7') }, 7],
    ['passes over text that is no such number', { type: 'integer' }, { sample: literal('007') }, 1],
    ['passes over a literal that the page does not list', oneOf('A', 'B'), { sample: literal('C') }, 'A'],
    ['passes over code', {}, { sample: { expression: '$kind' } }, 'some-kind'],
    [
      'passes over cipher text',
      { encryption: { kind: 'by-rsa-pubkey', key: 'platform', place } },
      { sample: literal('x'.repeat(200)) },
      'some-kind',
    ],
    ['takes what is known of the name', {}, { known: new Map([['kind', 'oolong']]) }, 'oolong'],
    ['takes the constant', { constant: { value: 'black', place } }, {}, 'black'],
    ['passes over a literal beside the constant', { constant: { value: 'black', place } }, { sample: literal('green') }, 'black'],
    ['takes the default', { default: { value: 'white', place } }, {}, 'white'],
    ['takes the first listed value in the type of the row', { type: 'number', ...oneOf('3', '4') }, {}, 3],
    ['takes a number however the page writes it', { type: 'number', ...oneOf('1.50', '2') }, {}, 1.5],
    ['takes a constant however the page writes it', { type: 'number', constant: { value: '1.50', place } }, {}, 1.5],
    ['makes up a time', { name: 'success_time' }, {}, '2026-01-02T03:04:05+08:00'],
    ['makes up a boolean', { type: 'boolean' }, {}, true],
    ['makes up a time for the bare name', { name: 'time' }, {}, '2026-01-02T03:04:05+08:00'],
    ['makes up text for what only begins like a time', { name: 'time_zone' }, {}, 'some-time-zone'],
    ['makes up text for what only ends like a time', { name: 'sometime' }, {}, 'some-sometime'],
    ['makes up text of any name', { name: 'Tea--Id_$' }, {}, 'some-tea-id-'],
    ['makes up a float', { type: 'float' }, {}, 1.5],
    ['makes up a number', { type: 'number' }, {}, 1],
    ['makes up what is always true', { type: 'true' }, {}, true],
    ['is true where it can be nothing else', { type: 'true' }, { sample: literal('no') }, true],
    ['takes a boolean of the sample', { type: 'boolean' }, { sample: literal(false) }, false],
    ['takes the word for false', { type: 'boolean' }, { sample: literal('false') }, false],
    ['takes the word for true', { type: 'boolean' }, { sample: literal('true'), known: new Map([['kind', false]]) }, true],
    ['takes true', { type: 'boolean' }, { sample: literal(true), known: new Map([['kind', false]]) }, true],
    ['passes over other words for a boolean', { type: 'boolean' }, { sample: literal('yes') }, true],
    ['takes a float of the sample', { type: 'float' }, { sample: literal(2.5) }, 2.5],
    ['takes a fraction where the page says number', { type: 'number' }, { sample: literal('2.5') }, 2.5],
    ['passes over a fraction where the page says integer', { type: 'integer' }, { sample: literal(2.5) }, 1],
    ['passes over a boolean where the page says integer', { type: 'integer' }, { sample: literal(true) }, 1],
    ['passes over what is no finite number', { type: 'number' }, { sample: literal('1e400') }, 1],
    ['passes over nothing', {}, { sample: { literal: null }, known: new Map([['kind', 'oolong']]) }, 'oolong'],
    ['passes over empty text', {}, { sample: literal(''), known: new Map([['kind', 'oolong']]) }, 'oolong'],
    ['takes zero', { type: 'integer' }, { sample: literal(0) }, 0],
    ['takes a literal that the page lists', oneOf('A', 'B'), { sample: literal('B') }, 'B'],
    ['takes known words that the page lists', oneOf('A', 'B'), { sample: literal('C'), known: new Map([['kind', 'B']]) }, 'B'],
    ['passes over what is known as an object', {}, { known: new Map([['kind', { a: 1 }]]) }, 'some-kind'],
    ['passes over the known where the sample fits', {}, { sample: literal('a'), known: new Map([['kind', 'b']]) }, 'a'],
    [
      'takes text where the page lists values that are no numbers',
      { type: 'number', values: { form: 'one-of', items: [{ value: '01', place }], place, textual: true } },
      {},
      '01',
    ],
    ['takes a list of one value for the row of a single value', { list: true }, { sample: literal('a') }, ['some-kind']],
    ['takes what is known for a list without a sample', { list: true }, { known: new Map([['kind', 'oolong']]) }, ['oolong']],
    ['takes an object', { type: 'object', fields: [field({ name: 'size' })] }, {}, { size: 'some-size' }],
    [
      'takes elements that are objects',
      { type: 'object', list: true, fields: [field({ name: 'size' })] },
      { sample: { list: [literal('x'), { map: [{ key: 'size', value: literal('S') }] }, { expression: '$x' }] } },
      [{ size: 'S' }],
    ],
    ['takes an object without rows for text', { type: 'object' }, { sample: literal('x') }, {}],
    ['takes 100 bytes of plain text', { encryption: rsa }, { sample: literal('x'.repeat(100)) }, 'x'.repeat(100)],
    ['passes over 101 bytes', { encryption: rsa }, { sample: literal(`${'x'.repeat(98)}茶`) }, 'some-kind'],
    ['takes long text that is not encrypted', {}, { sample: literal('x'.repeat(200)) }, 'x'.repeat(200)],
    [
      'takes long text that AES encrypts',
      { encryption: { kind: 'by-aes-gcm', key: 'apiv3', place } },
      { sample: literal('x'.repeat(200)) },
      'x'.repeat(200),
    ],
    ['makes a list of one', { list: true }, {}, ['some-kind']],
    ['takes all elements of the sample', { list: true }, { sample: { list: [literal('a'), literal('b')] } }, ['a', 'b']],
    ['makes lists of numbered names', { name: 'coupon_$n_$m', type: 'integer' }, {}, [[1]]],
  ])('%s', (_what, facts, source, value) => {
    expect(exampleValue(field(facts), source)).toEqual(value);
  });

  it('reads the content of encoded text, in the shape that the page gives it', () => {
    const inner = field({ name: 'item', list: true });
    const content = { format: 'json', fields: [inner], place } as const;
    const sample: SampleValue = { encoded: { map: [{ key: 'item', value: { list: [literal('a')] } }] }, by: 'json' };
    expect(exampleValue(field({ content: { ...content, shape: 'object' } }), { sample })).toEqual({ item: ['a'] });
    expect(exampleValue(field({ content: { ...content, shape: 'list' } }))).toEqual(['some-item']);
    expect(exampleValue(field({ content: { ...content, shape: 'either' } }))).toEqual(['some-item']);
    expect(exampleValue(field({ content: { ...content, fields: [], shape: 'list' } }))).toEqual({});
  });
});

describe('exampleObject', () => {
  it('has a value for every row, and none for what has no row', () => {
    const sample: SampleValue = {
      map: [
        { key: 'kind', value: literal('green') },
        { key: 'other', value: literal('x') },
      ],
    };
    expect(exampleObject([field({}), field({ name: 'size', required: false })], { sample })).toEqual({ kind: 'green', size: 'some-size' });
  });
});

it('names the algorithm beside what AES-GCM has encrypted, where the page lists none', () => {
  const sealed = field({ name: 'ciphertext', encryption: { kind: 'by-aes-gcm', key: 'apiv3', place } });
  const algorithm = field({ name: 'algorithm' });
  expect(exampleObject([algorithm, sealed])).toMatchObject({ algorithm: 'AEAD_AES_256_GCM' });
  expect(exampleObject([field({ name: 'algorithm', ...oneOf('SM4_GCM') }), sealed])).toMatchObject({ algorithm: 'SM4_GCM' });
  expect(exampleObject([algorithm])).toMatchObject({ algorithm: 'some-algorithm' });
});

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
    ['takes the default', { default: { value: 'white', place } }, {}, 'white'],
    ['takes the first listed value in the type of the row', { type: 'number', ...oneOf('3', '4') }, {}, 3],
    ['makes up a time', { name: 'success_time' }, {}, '2026-01-02T03:04:05+08:00'],
    ['makes up a boolean', { type: 'boolean' }, {}, true],
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

import fc from 'fast-check';
import { isDeepStrictEqual } from 'node:util';
import { expect, it } from 'vitest';
import { isEqualData } from '../../generator/drift/equal-data.js';

it.each<[unknown, unknown]>([
  [1, 1],
  ['a', 'a'],
  [null, null],
  [undefined, undefined],
  [[], []],
  [{}, {}],
  [
    [1, ['a']],
    [1, ['a']],
  ],
  [
    { a: 1, b: [{ c: null }] },
    { b: [{ c: null }], a: 1 },
  ],
])('%j is %j', (left, right) => {
  expect(isEqualData(left, right)).toBe(true);
});

it.each<[unknown, unknown]>([
  [1, 2],
  [1, '1'],
  [null, {}],
  [null, undefined],
  [1, {}],
  [[], {}],
  [['a'], { 0: 'a' }],
  [[1, 2], [1]],
  [
    [1, 2],
    [1, 3],
  ],
  [{ a: 1 }, { a: 2 }],
  [{ a: 1 }, { b: 1 }],
  [{ a: undefined }, { b: undefined }],
  [{ a: 1 }, { a: 1, b: 1 }],
  [{ a: [{ b: 1 }] }, { a: [{ b: 2 }] }],
])('%j is not %j', (left, right) => {
  expect(isEqualData(left, right)).toBe(false);
  expect(isEqualData(right, left)).toBe(false);
});

it('says what Node says, in less time', () => {
  const data = fc.jsonValue().map((value): unknown => JSON.parse(JSON.stringify(value)));
  fc.assert(
    fc.property(data, data, (left, right) => {
      expect(isEqualData(left, structuredClone(left))).toBe(true);
      expect(isEqualData(left, right)).toBe(isDeepStrictEqual(left, right));
    }),
  );
});

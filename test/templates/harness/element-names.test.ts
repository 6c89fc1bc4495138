import { expect, it } from 'vitest';
import { isElementName, writable } from '../../../templates/harness/element-names.js';

it.each([
  ['mch_id', true],
  ['_', true],
  ['7up', false],
  ['-x', false],
  ['0', false],
])('an element can be named %j: %j', (name, expected) => {
  expect(isElementName(name)).toBe(expected);
});

it('a message is written as far as XML can hold it', () => {
  const message = { a: 1, '7up': 'x', rows: [{ '0': 'x', b: '2' }], object: { '0': 'x' }, empty: {}, list: [] };
  expect(writable(message)).toEqual({ a: 1, rows: [{ b: '2' }], list: [] });
});

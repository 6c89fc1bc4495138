import { describe, expect, it } from 'vitest';
import type { TypeWord } from '../../generator/model/api.js';
import { isNumberText, isStatusClass, listedValues } from '../../generator/model/listed-values.js';

describe('listedValues', () => {
  const place = { line: 1, column: 1, endColumn: 2 };
  it.each<[type: TypeWord, values: string[], textual: true | undefined]>([
    ['string', ['A', '1'], undefined],
    ['number', ['1', '-2', '0.5'], undefined],
    ['number', ['1', 'A'], true],
    ['integer', ['01'], true],
    ['integer', ['1.5'], true],
    ['integer', ['-3', '0', '10', '123456789012345', '20X'], undefined],
    ['integer', ['1234567890123456'], true],
    ['integer', ['1a'], true],
    ['float', ['1.5', '20X'], undefined],
    ['float', ['A'], true],
    ['true', ['true'], undefined],
    ['true', ['1'], true],
    ['object', ['A'], undefined],
    ['number', ['20X', '4XX', '5XX'], undefined],
    ['boolean', ['true', 'false'], undefined],
    ['boolean', ['YES'], true],
  ])('of a %s with %j: textual is %s', (type, texts, textual) => {
    const list = { form: 'one-of' as const, values: texts.map((value) => ({ value, place })), place };
    expect(listedValues(list, type)).toEqual({ form: 'one-of', items: list.values, place, ...(textual && { textual }) });
  });
});

it.each([
  ['0', true],
  ['10', true],
  ['-1', true],
  ['1.25', true],
  ['007', false],
  ['1e3', false],
  ['', false],
  ['1234567890123456', false],
  ['٣', false],
])('isNumberText(%j) is %s', (text, expected) => {
  expect(isNumberText(text)).toBe(expected);
});

it.each([
  ['20X', true],
  ['5XX', true],
  ['200', false],
  ['XXX', false],
  ['6XX', false],
  ['120X', false],
  ['20XX', false],
])('isStatusClass(%j) is %s', (text, expected) => {
  expect(isStatusClass(text)).toBe(expected);
});

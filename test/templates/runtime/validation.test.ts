import { describe, expect, it } from 'vitest';
import { fail, fewest, isNumeric, isObject, nest, notListed } from '../../../templates/runtime/validation.js';
import { assertPostInput, isPostInput, PostInputSchema, validatePostInput } from '../exemplar/special-reduction.js';

const json = { mchid: '1', bal_account_no: 'secret', out_request_no: 'R1', reduction_type: 'JUDICIAL_DEDUCTION', amount: 1 };

describe('issues', () => {
  it('tell a missing value from a wrong one, and never hold it', () => {
    expect(fail(undefined, '/a', undefined, 'a string')).toEqual([{ pointer: '/a', kind: 'required', expected: 'a string' }]);
    expect(fail(undefined, '/a', null, 'a string')).toEqual([{ pointer: '/a', kind: 'required', expected: 'a string' }]);
    expect(fail(undefined, '/a', 7, 'a string')).toEqual([{ pointer: '/a', kind: 'type', expected: 'a string' }]);
  });

  it('tell a value outside of a list from one of another type', () => {
    expect(notListed(undefined, '/a', 'C', 'one of A, B')).toEqual([{ pointer: '/a', kind: 'enum', expected: 'one of A, B' }]);
    expect(notListed(undefined, '/a', 7, 'one of 1, 2', 'number')).toEqual([{ pointer: '/a', kind: 'enum', expected: 'one of 1, 2' }]);
    expect(notListed(undefined, '/a', 7, 'A')).toEqual([{ pointer: '/a', kind: 'type', expected: 'A' }]);
    expect(notListed(undefined, '/a', undefined, 'A')).toEqual([{ pointer: '/a', kind: 'required', expected: 'A' }]);
  });

  it('are one list, to which parts are added below their pointer', () => {
    const issues = fail(undefined, '/a', undefined, 'a string');
    expect(fail(issues, '/b', undefined, 'a string')).toBe(issues);
    expect(nest(issues, '/list/0', fail(undefined, '/c', undefined, 'a string'))).toBe(issues);
    expect(issues?.map(({ pointer }) => pointer)).toEqual(['/a', '/b', '/list/0/c']);
  });

  it('of several shapes are those of the one that fits best', () => {
    const one = fail(undefined, '/a', 1, 'x');
    const two = fail([...(one ?? [])], '/b', 1, 'x');
    expect(fewest([two, one])).toBe(one);
    expect(fewest([two, undefined])).toBeUndefined();
  });
});

describe('isObject', () => {
  it.each([
    [{}, true],
    [Object.create(null), true],
    [[], false],
    [null, false],
    ['', false],
    [undefined, false],
  ])('of %j is %s', (value, want) => {
    expect(isObject(value)).toBe(want);
  });
});

describe('isNumeric', () => {
  it.each([
    [1, true],
    [0.5, true],
    ['1', true],
    ['-1.5', true],
    ['', false],
    ['1e3', false],
    [Number.NaN, false],
    [Infinity, false],
    ['1 ', false],
    [true, false],
  ])('of %j is %s', (value, want) => {
    expect(isNumeric(value)).toBe(want);
  });
});

describe('an emitted validator', () => {
  it('finds nothing wrong with a valid input', () => {
    expect(validatePostInput({ json })).toBeUndefined();
    expect(validatePostInput({ json: { ...json, reason: undefined }, headers: undefined })).toBeUndefined();
    expect(isPostInput({ json })).toBe(true);
    expect(() => assertPostInput({ json })).not.toThrow();
  });

  it('finds everything that is wrong, and quotes none of it', () => {
    const issues = validatePostInput({ json: { ...json, bal_account_no: ['secret'], reduction_type: 'secret', amount: 1.5 } });
    expect(issues?.map(({ pointer, kind }) => [pointer, kind])).toEqual([
      ['/json/bal_account_no', 'type'],
      ['/json/reduction_type', 'enum'],
      ['/json/amount', 'type'],
    ]);
    expect(JSON.stringify(issues)).not.toContain('secret');
    expect(() => assertPostInput({ json: { ...json, amount: 'secret' } })).toThrow('/json/amount must be an integer');
  });

  it.each([undefined, null, [], 'text', 7])('refuses %j as a whole', (input) => {
    expect(validatePostInput(input)).toMatchObject([{ pointer: '' }]);
  });

  it('speaks Standard Schema', () => {
    const { validate, version, vendor } = PostInputSchema['~standard'];
    expect({ version, vendor }).toEqual({ version: 1, vendor: 'docwright' });
    expect(validate({ json })).toEqual({ value: { json } });
    expect(validate({ json: { ...json, amount: 'x' } })).toEqual({ issues: [{ message: 'must be an integer', path: ['json', 'amount'] }] });
  });
});

import { describe, expect, it } from 'vitest';
import { bytes, median, nanoseconds, ratio, seconds } from '../../bench/figures.js';

describe('median', () => {
  it.each([
    [[3, 1, 2], 2],
    [[4, 1, 3, 2], 2.5],
    [[7], 7],
    [[], NaN],
  ])('of %j is %d', (values, expected) => {
    expect(median(values)).toBe(expected);
  });
});

describe('figures', () => {
  it('have three digits and a unit', () => {
    expect([seconds(812.4), seconds(13_620), nanoseconds(1060.2), bytes(6_412), bytes(905_940_000), bytes(1.1e9)]).toEqual([
      '812 ms',
      '13.6 s',
      '1,060 ns',
      '6.41 kB',
      '906 MB',
      '1.10 GB',
    ]);
  });

  it('are compared with a base, if there is one', () => {
    expect([ratio(18.9, 13.6), ratio(undefined, 1), ratio(1, undefined), ratio(1, 0)]).toEqual(['1.39 ×', '–', '–', '–']);
  });
});

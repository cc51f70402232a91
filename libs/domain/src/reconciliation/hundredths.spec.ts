import { describe, expect, it } from 'vitest';
import { hundredthsOf, valueOf } from './hundredths';

describe('hundredthsOf', () => {
  it.each([
    [551, 55_100n],
    [2.5, 250n],
    ['314000000.00', 31_400_000_000n],
    ['-0.05', -5n],
    ['62.9', 6290n],
    [null, undefined],
  ])('reads %s', (value, expected) => {
    expect(hundredthsOf(value)).toBe(expected);
  });

  it('refuses what it cannot hold exactly', () => {
    expect(() => hundredthsOf('1.234')).toThrow('1.234');
  });
});

describe('valueOf', () => {
  it.each([
    [-28_100n, 'count', -281],
    [250n, 'FTE', 2.5],
    [-5n, 'EUR', '-0.05'],
    [6290n, 'percent', '62.9'],
    [160n, 'ratio', '1.60'],
  ] as const)('writes %s as %s', (amount, unit, expected) => {
    expect(valueOf(amount, unit)).toBe(expected);
  });
});

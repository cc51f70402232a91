import { describe, expect, it } from 'vitest';
import { decimalText, hundredths, quotientText, sum } from './exact';

describe(hundredths.name, () => {
  it.each([
    ['0.01', 1n],
    ['1234.5', 123450n],
    ['370000000', 37000000000n],
    ['999999999999.99', 99999999999999n],
  ])('reads %s', (text, expected) => {
    expect(hundredths(text)).toBe(expected);
  });

  it.each(['', '-1', '1,5', '1.234', '1e3'])('refuses %j', (text) => {
    expect(() => hundredths(text)).toThrow();
  });
});

describe(decimalText.name, () => {
  it.each([
    [0n, 2, '0.00'],
    [5n, 2, '0.05'],
    [123450n, 2, '1234.50'],
    [1000n, 1, '100.0'],
  ])('writes %s with %s decimals', (units, decimals, expected) => {
    expect(decimalText(units, decimals)).toBe(expected);
  });
});

describe(quotientText.name, () => {
  it.each([
    [1n, 8n, 2, '0.13'],
    [1005n, 1000n, 2, '1.01'],
    [1004n, 1000n, 2, '1.00'],
    [100n, 3n, 1, '33.3'],
    [200n, 3n, 1, '66.7'],
    [0n, 7n, 2, '0.00'],
  ])('%s / %s to %s decimals, half up', (dividend, divisor, decimals, expected) => {
    expect(quotientText(dividend, divisor, decimals)).toBe(expected);
  });
});

describe(sum.name, () => {
  it('adds ten cents ten times to exactly one euro', () => {
    expect(sum(Array.from({ length: 10 }, () => hundredths('0.10')))).toBe(100n);
  });
});

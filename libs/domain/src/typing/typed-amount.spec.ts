import { describe, expect, it } from 'vitest';
import { readTypedAmount } from './typed-amount';

describe(readTypedAmount.name, () => {
  it.each([
    ['12,5 mln', '12500000'],
    ['€ 1.2k', '1200'],
    ['1,5 miljoen', '1500000'],
    ['1.5 million', '1500000'],
    ['€1,25M', '1250000'],
    ['2 mld.', '2000000000'],
    ['0,125 mln', '125000'],
    ['0.005k', '5'],
    ['12 duizend euro', '12000'],
    ["3 mln euro's", '3000000'],
    ['EUR 12.500,50', '12500.5'],
    ['12.500', '12500'],
    ['12,500', '12500'],
    ['12500.5', '12500.5'],
    ['12 500,05', '12500.05'],
    ['370.000,-', '370000'],
    ['1.250 mln', '1250000000'],
    ['007', '7'],
    ['1,2345 k', '1234.5'],
    ['0', '0'],
    ['999999999999.99', '999999999999.99'],
  ])('reads %s as %s', (typed, amount) => expect(readTypedAmount(typed)).toBe(amount));

  it.each([
    '',
    '€',
    'mln',
    'k',
    'veel',
    '-5',
    '€ -5 mln',
    '1.2.3',
    '1,2,3 mln',
    '0,001',
    '1,234567 k',
    '1000 mld',
    '1 mln mln',
    '5 euro mln',
    'europa 5',
    '1e9',
    '0x10',
    'NaN',
    'Infinity',
    '$ 5',
    '٣',
  ])('finds no amount in %j', (typed) => expect(readTypedAmount(typed)).toBeUndefined());

  it.each(['1'.repeat(100_000), ' '.repeat(100_000), '€'.repeat(100_000), '1.'.repeat(100_000)])(
    'does not search through a text that no amount is as long as',
    (typed) => expect(readTypedAmount(typed)).toBeUndefined(),
  );
});

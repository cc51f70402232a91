import { describe, expect, it } from 'vitest';
import { dateOfDayNumber } from './day-numbers';
import { isDateFormat } from './styles';

describe(isDateFormat.name, () => {
  it.each([
    ['yyyy-mm-dd', true],
    ['dd\\-mm\\-yyyy', true],
    ['[$-413]d mmmm yyyy;@', true],
    ['[h]:mm', true],
    ['General', false],
    ['0.00', false],
    ['#,##0.00 "dagen"', false],
    ['"€" #,##0.00;[Red]-"€" #,##0.00', false],
    ['[$€-413] #,##0.00', false],
    ['0.00E+00', false],
    ['#,##0_);[Red](#,##0)', false],
    ['@', false],
  ])('of %s is %s', (code, isDate) => {
    expect(isDateFormat(code)).toBe(isDate);
  });
});

describe(dateOfDayNumber.name, () => {
  it.each([
    ['42005', false, '2015-01-01'],
    ['40543', true, '2015-01-01'],
    ['61', false, '1900-03-01'],
    ['59', false, '1900-02-28'],
    ['1', false, '1900-01-01'],
    ['42005.5', false, '2015-01-01T12:00:00'],
    ['42004.999999999', false, '2015-01-01'],
    ['-1', false, undefined],
    ['2958466', false, undefined],
    ['x', false, undefined],
  ])('of %s (from 1904: %s) is %s', (stored, from1904, date) => {
    expect(dateOfDayNumber(stored, from1904)).toBe(date);
  });
});

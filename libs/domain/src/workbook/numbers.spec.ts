import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDecimal, readNumber, storedDecimal } from './numbers';

const MONEY = { label: 'amount_eur', currency: true, scale: 2, most: 999_999_999_999n };
const typed = (text: string) => readNumber({ kind: 'text', text }, MONEY);
const stored = (text: string) => readNumber({ kind: 'number', text }, MONEY);

describe(readNumber.name, () => {
  it.each([
    ['1234.56', '1234.56'],
    ['1234,56', '1234.56'],
    ['€ 1.234,56', '1234.56'],
    ['€ 370.000,-', '370000.00'],
    ['€370.000,--', '370000.00'],
    ['EUR 1,234.56', '1234.56'],
    ['1 234 567,89', '1234567.89'],
    ['1\u00a0234', '1234.00'],
    ['12,5 euro', '12.50'],
    ['0,05', '0.05'],
    ['000012', '12.00'],
    ['12,50', '12.50'],
  ])('reads %s as %s without a word', (text, value) => {
    expect(typed(text)).toEqual({ value, remarks: [] });
  });

  it.each([
    ['370.000', '370000.00'],
    ['370,000', '370000.00'],
    ['1.234.567', '1234567.00'],
  ])('reads %s as %s with a warning', (text, value) => {
    expect(typed(text)).toEqual({
      value,
      remarks: [{ code: 'THOUSANDS_ASSUMED', params: { value: text, read: value } }],
    });
  });

  it.each([
    ['12.3456', 'TOO_MANY_DECIMALS'],
    ['1.234,567', 'TOO_MANY_DECIMALS'],
    ['0.500', null],
    ['1.23.456', 'NOT_AN_AMOUNT'],
    ['1.234,567.89', 'NOT_AN_AMOUNT'],
    ['12a', 'NOT_AN_AMOUNT'],
    ['1E+06', 'NOT_AN_AMOUNT'],
    ['', 'NOT_AN_AMOUNT'],
    ['€', 'NOT_AN_AMOUNT'],
    ['0', 'NUMBER_NOT_POSITIVE'],
    ['-5', 'NUMBER_NOT_POSITIVE'],
    ['€ -5,00', 'NUMBER_NOT_POSITIVE'],
    ['1000000000000', 'NUMBER_TOO_LARGE'],
    [`1${' '.repeat(32_000)}x`, 'NOT_AN_AMOUNT'],
  ])('answers %s with %s', (text, code) => {
    expect(typed(text).remarks.map((remark) => remark.code)).toEqual(code === null ? [] : [code]);
  });

  it.each([
    ['1098639.22', '1098639.22', []],
    ['1098639.2199999999', '1098639.22', []],
    ['999999999999.99', '999999999999.99', []],
    ['1E3', '1000.00', []],
    ['12.345', '12.35', ['NUMBER_ROUNDED']],
    ['0.285', '0.29', ['NUMBER_ROUNDED']],
  ])('reads the stored number %s as %s', (text, value, codes) => {
    const reading = stored(text);
    expect(reading.value).toBe(value);
    expect(reading.remarks.map((remark) => remark.code)).toEqual(codes);
  });

  it('wants whole people, and none of them missing', () => {
    const people = { label: 'people', scale: 0, most: 2_147_483_647n };
    expect(readNumber({ kind: 'number', text: '5.0' }, people).value).toBe('5');
    expect(readNumber({ kind: 'number', text: '5.5' }, people).remarks[0]?.code).toBe('NOT_A_WHOLE_NUMBER');
    expect(readNumber({ kind: 'text', text: '5,5' }, people).remarks[0]?.code).toBe('NOT_A_WHOLE_NUMBER');
    expect(readNumber({ kind: 'text', text: '0' }, people).remarks[0]?.code).toBe('NUMBER_NOT_POSITIVE');
    expect(readNumber({ kind: 'text', text: '0' }, { ...people, zeroAllowed: true }).value).toBe('0');
    expect(readNumber({ kind: 'number', text: '3000000000' }, people).remarks[0]?.code).toBe(
      'NUMBER_TOO_LARGE',
    );
  });

  const cents = fc.bigInt({ min: 1n, max: 99_999_999_999_999n });
  const dotted = (value: bigint) => {
    const digits = value.toString().padStart(3, '0');
    return `${digits.slice(0, -2)}.${digits.slice(-2)}`;
  };

  it('keeps every amount to the cent, stored as a binary fraction or typed the Dutch way', () => {
    fc.assert(
      fc.property(cents, (value) => {
        const exact = dotted(value);
        const [whole = '', decimals = ''] = exact.split('.');
        const grouped = BigInt(whole).toLocaleString('nl-NL');
        expect(stored(String(Number(exact))).value).toBe(exact);
        expect(typed(`€ ${grouped},${decimals}`)).toEqual({ value: exact, remarks: [] });
        expect(typed(`${whole},${decimals}`).value).toBe(exact);
      }),
    );
  });

  it('answers a positive amount or a fault for any text', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[-€0-9., ]{0,15}$/)), (any) => {
        const { value, remarks } = typed(any);
        expect(value === null ? remarks.length > 0 : /^[0-9]+\.[0-9]{2}$/.test(value)).toBe(true);
      }),
    );
  });
});

describe(storedDecimal.name, () => {
  it('refuses what is no number', () => {
    for (const text of ['', 'NaN', 'Infinity', '1.2.3', '1E999', '0x10']) {
      expect(storedDecimal(text, 2)).toBeUndefined();
    }
  });
});

describe(parseDecimal.name, () => {
  it('does not take 0.500 for five hundred', () => {
    expect(parseDecimal('0.500')).toEqual({ negative: false, whole: '0', fraction: '500', grouped: false });
  });
});

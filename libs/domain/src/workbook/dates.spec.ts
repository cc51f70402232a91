import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isCalendarDate } from '../calendar';
import { dateOfSerial, readDate } from './dates';

const text = (value: string) => readDate({ kind: 'text', text: value });
const codes = (value: string) => text(value).remarks.map((remark) => remark.code);

describe(readDate.name, () => {
  it.each([
    ['2021-05-01', '2021-05-01'],
    ['01-05-2021', '2021-05-01'],
    ['1-5-2021', '2021-05-01'],
    ['1/5/2021', '2021-05-01'],
    ['1.5.2021', '2021-05-01'],
    ['1 mei 2021', '2021-05-01'],
    ['1 May 2021', '2021-05-01'],
    ['1 MEI 2021', '2021-05-01'],
    ['3 mrt. 2019', '2019-03-03'],
    ['3-okt-2019', '2019-10-03'],
    ['May 1, 2021', '2021-05-01'],
    ['1st of May 2021', null],
    ['29-02-2020', '2020-02-29'],
    ['2021-05-01T00:00:00.000Z', '2021-05-01'],
    ['01-05-2021 00:00', '2021-05-01'],
  ])('reads %s as %s', (written, date) => {
    expect(text(written).value).toBe(date);
  });

  it.each([
    ['2021', '2021-01-01'],
    ['mei 2021', '2021-05-01'],
    ['March 2021', '2021-03-01'],
    ['05-2021', '2021-05-01'],
    ['5/2021', '2021-05-01'],
    ['2021-05', '2021-05-01'],
  ])('offers the first day of %s', (written, suggestion) => {
    expect(text(written)).toEqual({
      value: null,
      remarks: [{ code: 'DATE_INCOMPLETE', params: { value: written, suggestion } }],
    });
  });

  it('offers the first day of a year that was stored as a number', () => {
    expect(readDate({ kind: 'number', text: '2021' }).remarks[0]?.params?.suggestion).toBe('2021-01-01');
  });

  it('offers the date behind a day number that lost its format', () => {
    expect(readDate({ kind: 'number', text: '44317' }).remarks).toEqual([
      { code: 'NUMBER_INSTEAD_OF_DATE', params: { value: '44317', suggestion: '2021-05-01' } },
    ]);
  });

  it.each([
    ['31-02-2021', 'DATE_DOES_NOT_EXIST'],
    ['5/13/2021', 'DATE_DOES_NOT_EXIST'],
    ['1-5-21', 'YEAR_IN_TWO_DIGITS'],
    ['1-5-0021', 'DATE_OUT_OF_RANGE'],
    ['morgen', 'NOT_A_DATE'],
    ['1 foo 2021', 'NOT_A_DATE'],
    ['1-5/2021', 'NOT_A_DATE'],
    ['q'.repeat(30_000), 'NOT_A_DATE'],
  ])('refuses %s', (written, code) => {
    expect(codes(written)).toEqual([code]);
  });

  it('warns when a time of day is dropped', () => {
    expect(readDate({ kind: 'date', text: '2021-05-01T13:45:00' })).toEqual({
      value: '2021-05-01',
      remarks: [{ code: 'TIME_OF_DAY_IGNORED', params: { read: '2021-05-01' } }],
    });
  });

  const day = fc.integer({ min: 61, max: 109_574 }).map(dateOfSerial);
  const MONTHS = [
    'januari',
    'feb',
    'maart',
    'apr.',
    'mei',
    'juni',
    'jul',
    'augustus',
    'sept',
    'okt',
    'nov',
    'dec',
  ];

  it('reads every notation of every date as that date', () => {
    fc.assert(
      fc.property(day, (date) => {
        const [year = '', month = '', dayOfMonth = ''] = date.split('-');
        const [m, d] = [Number(month), Number(dayOfMonth)];
        const notations = [
          date,
          `${dayOfMonth}-${month}-${year}`,
          `${d}-${m}-${year}`,
          `${d}/${m}/${year}`,
          `${d} ${MONTHS[m - 1] ?? ''} ${year}`,
        ];
        expect(notations.map((notation) => text(notation).value)).toEqual(notations.map(() => date));
      }),
    );
  });

  it('answers an existing date or a fault for any text', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[0-9a-z/ .-]{0,12}$/)), (any) => {
        const { value, remarks } = text(any);
        expect(value === null ? remarks.length > 0 : isCalendarDate(value)).toBe(true);
      }),
    );
  });
});

import { describe, expect, it } from 'vitest';
import { readTypedDate } from './typed-date';

const TODAY = '2026-11-28';

describe(readTypedDate.name, () => {
  it.each([
    ['vandaag', '2026-11-28'],
    [' Gisteren ', '2026-11-27'],
    ['eergisteren', '2026-11-26'],
    ['yesterday', '2026-11-27'],
    ['the day before yesterday', '2026-11-26'],
    ['morgen', '2026-11-29'],
    ['3/3/26', '2026-03-03'],
    ['3-4-26', '2026-04-03'],
    ['31.12.99', '1999-12-31'],
    ['1/1/46', '2046-01-01'],
    ['1/1/47', '1947-01-01'],
    ['03032026', '2026-03-03'],
    ['04032026', '2026-03-04'],
    ['030326', '2026-03-03'],
    ['20260313', '2026-03-13'],
    ['3 mrt 26', '2026-03-03'],
    ["3 mrt. '26", '2026-03-03'],
    ['3mrt2026', '2026-03-03'],
    ['March 3, 26', '2026-03-03'],
    ['3 maart 2021', '2021-03-03'],
    ['2021-05-01', '2021-05-01'],
    ['1-5-2021', '2021-05-01'],
    ['29-2-24', '2024-02-29'],
  ])('reads %s as %s', (typed, date) => expect(readTypedDate(typed, TODAY)).toBe(date));

  it.each([
    '',
    'ooit',
    '3',
    '3/3',
    '3 maart',
    '31/2/26',
    '29-2-23',
    '13/13/26',
    '3/3/026',
    '333/3/26',
    '3/3/26/4',
    '0/3/26',
    '99999999',
    '123456789',
    '3 foo 26',
    '3/3/1899',
    '3/3/2200',
    '1e5',
    '<3/3/26>',
    '٣/٣/٢٦',
    '\u0000',
    'maart maart 26',
  ])('finds no date in %j', (typed) => expect(readTypedDate(typed, TODAY)).toBeUndefined());

  it.each(['1'.repeat(100_000), ' '.repeat(100_000), '1/'.repeat(100_000), 'a '.repeat(100_000)])(
    'does not search through a text that no date is as long as',
    (typed) => expect(readTypedDate(typed, TODAY)).toBeUndefined(),
  );
});

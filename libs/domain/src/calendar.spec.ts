import { describe, expect, it } from 'vitest';
import { addDays, dateIn } from './calendar';

const DAY_MS = 86_400_000;

describe('addDays', () => {
  it('counts every day of four years, leap day and ends of months, as the calendar does', () => {
    for (let day = Date.UTC(2019, 0, 1); day < Date.UTC(2023, 0, 1); day += DAY_MS)
      for (const days of [-366, -31, -1, 0, 1, 27, 31, 366]) {
        const dated = (at: number): string => new Date(at).toISOString().slice(0, 10);
        expect(addDays(dated(day), days)).toBe(dated(day + days * DAY_MS));
      }
  });

  it('refuses what is no date, and what has more or fewer than four digits in its year', () => {
    expect(() => addDays('', 1)).toThrow(RangeError);
    expect(() => addDays('9999-12-31', 1)).toThrow(RangeError);
    expect(() => addDays('0000-01-01', -1)).toThrow(RangeError);
  });
});

describe('dateIn', () => {
  it('is the day there, also where the answer before was of another zone or of a second away', () => {
    const before = new Date('2021-04-21T21:59:59.999Z');
    const after = new Date('2021-04-21T22:00:00.000Z');
    expect(dateIn('Europe/Amsterdam', before)).toBe('2021-04-21');
    expect(dateIn('Europe/Amsterdam', after)).toBe('2021-04-22');
    expect(dateIn('America/New_York', after)).toBe('2021-04-21');
    expect(dateIn('Europe/Amsterdam', after)).toBe('2021-04-22');
    expect(dateIn('Europe/Amsterdam', before)).toBe('2021-04-21');
  });

  it('refuses an instant that is none', () => {
    expect(() => dateIn('Europe/Amsterdam', new Date(Number.NaN))).toThrow(RangeError);
  });
});

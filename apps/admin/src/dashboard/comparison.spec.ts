import { describe, expect, it } from 'vitest';
import { dayBefore } from './comparison';
import { visitNow } from './visits';

describe(dayBefore.name, () => {
  it.each([
    ['2021-05-01', 'year', '2020-05-01'],
    ['2020-02-29', 'year', '2019-02-28'],
    ['2021-05-31', 'month', '2021-04-30'],
    ['2021-01-15', 'month', '2020-12-15'],
    ['2021-02-10', 'quarter', '2020-11-10'],
  ] as const)('%s, a %s before, is %s', (date, comparison, expected) => {
    expect(dayBefore(date, comparison)).toBe(expected);
  });
});

describe(visitNow.name, () => {
  const at = (time: string): string => `2026-11-22T${time}:00.000Z`;

  it('remembers when the visit before this one ended, and only that', () => {
    const first = visitNow({}, new Date(at('09:00')));
    expect(first).toEqual({ seen: at('09:00') });
    const same = visitNow(first, new Date(at('09:20')));
    expect(same).toEqual({ seen: at('09:20') });
    const second = visitNow(same, new Date(at('14:00')));
    expect(second).toEqual({ previous: at('09:20'), seen: at('14:00') });
    expect(visitNow(second, new Date(at('14:10')))).toEqual({ previous: at('09:20'), seen: at('14:10') });
  });
});

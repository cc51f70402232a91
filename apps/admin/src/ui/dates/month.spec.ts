import { describe, expect, it } from 'vitest';
import { addMonths, weekday, weeksOf } from './month';

describe(weeksOf.name, () => {
  it('begins on Monday and fills up with the neighbouring months', () => {
    const weeks = weeksOf('2021-05-17');
    expect(weeks).toHaveLength(6);
    expect(weeks[0]?.[0]).toBe('2021-04-26');
    expect(weeks.at(-1)?.at(-1)).toBe('2021-06-06');
    expect(weeks.every(([monday]) => weekday(monday ?? '') === 0)).toBe(true);
  });

  it('has no week that holds nothing of the month', () => {
    expect(weeksOf('2021-02-10')).toHaveLength(4);
    expect(weeksOf('2020-12-31').at(-1)?.[0]).toBe('2020-12-28');
  });
});

describe(addMonths.name, () => {
  it.each([
    ['2021-01-31', 1, '2021-02-28'],
    ['2020-01-31', 1, '2020-02-29'],
    ['2021-01-15', -1, '2020-12-15'],
    ['2020-02-29', 12, '2021-02-28'],
    ['2021-03-31', -1, '2021-02-28'],
  ])('%s and %i months is %s', (date, months, expected) => {
    expect(addMonths(date, months)).toBe(expected);
  });
});

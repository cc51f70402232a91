import { describe, expect, it } from 'vitest';
import type { Slice } from '../engine/engine-context';
import { daysOf } from './days';
import { groupsOf, SliceGroup } from './slice-group';
import { OPEN } from './versions';

const year = (key: number): Slice => ({ key: String(key), from: `${key}-01-01`, to: `${key}-12-31` });
const until = (to: string): Slice => ({ key: to, from: null, to });
const YEARS = [2019, 2020, 2021, 2022].map(year);
const ENDS = ['2019-06-30', '2019-12-31', '2020-06-30'].map(until);

describe('slices that follow each other', () => {
  it.each([
    ['years', YEARS],
    ['ends without a lower bound', ENDS],
    ['a single one', [year(2020)]],
    ['the same day twice', [until('2020-01-01'), until('2020-01-01')]],
  ])('tell of any day how many begin and end before it: %s', (_, slices) => {
    const group = new SliceGroup(slices);
    const days = slices.map(daysOf);
    const around = days.flatMap(({ from, to }) => [from - 1, from, from + 1, to - 1, to, to + 1]);
    for (const day of [...around, -OPEN, 0, OPEN]) {
      expect(group.beginBefore(day), `begin before ${day}`).toBe(
        days.filter(({ from }) => from < day).length,
      );
      expect(group.endBefore(day), `end before ${day}`).toBe(days.filter(({ to }) => to < day).length);
    }
  });

  it('are at most so many, in their order', () => {
    const groups = groupsOf(YEARS, 3).map(({ slices }) => slices.map(({ key }) => key));
    expect(groups).toEqual([['2019', '2020', '2021'], ['2022']]);
  });

  it('are no group with what begins or ends earlier, or with what has no lower bound', () => {
    const slices = [year(2020), year(2019), until('2020-12-31'), until('2021-12-31')];
    expect(groupsOf(slices, 9).map(({ length }) => length)).toEqual([1, 1, 2]);
  });
});

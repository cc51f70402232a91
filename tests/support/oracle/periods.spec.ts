import { describe, expect, it } from 'vitest';
import { periodsBetween } from './periods';

describe(periodsBetween.name, () => {
  it('has every year that the days touch', () => {
    expect(periodsBetween('year', '2019-12-31', '2021-01-01').map(({ key }) => key)).toEqual([
      '2019',
      '2020',
      '2021',
    ]);
  });

  it('has every quarter that the days touch', () => {
    expect(periodsBetween('quarter', '2020-09-30', '2021-04-01').map(({ key }) => key)).toEqual([
      '2020-Q3',
      '2020-Q4',
      '2021-Q1',
      '2021-Q2',
    ]);
  });

  it('has one period for one day', () => {
    expect(periodsBetween('quarter', '2021-05-01', '2021-05-01')).toEqual([
      { key: '2021-Q2', firstDay: '2021-04-01', lastDay: '2021-06-30' },
    ]);
  });
});

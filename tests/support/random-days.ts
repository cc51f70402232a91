import { addDays } from '@fieldlab/domain';
import type { Random } from './random';

/** The days on which figures go wrong first: ends of years and quarters, and a leap day. */
const EDGES = [
  '2015-01-01',
  '2015-12-31',
  '2016-01-01',
  '2016-02-29',
  '2017-03-31',
  '2017-04-01',
  '2018-06-30',
  '2018-12-31',
  '2019-01-01',
  '2019-10-01',
  '2020-12-31',
  '2021-05-01',
];

/** The few days on which everything in one register happens, so that dates often coincide or are neighbours. */
export class RandomDays {
  private readonly days: string[];

  constructor(private readonly random: Random) {
    const anchors = [
      ...random.some(EDGES, 0.4),
      ...random.times(2, 5, () => addDays('2014-11-01', random.int(0, 2500))),
    ];
    this.days = anchors.flatMap((day) => [
      day,
      ...(random.chance(0.3) ? [addDays(day, random.pick([-1, 1]))] : []),
    ]);
  }

  any(): string {
    return this.random.pick(this.days);
  }

  after(day: string): string {
    const later = this.days.filter((one) => one > day);
    return later.length > 0 && this.random.chance(0.9)
      ? this.random.pick(later)
      : addDays(day, this.random.pick([1, 2, 90, 400]));
  }

  /** On or after the first day and, where there is an end, before it. */
  within(firstDay: string, end: string | null): string {
    const inside = this.days.filter((day) => day >= firstDay && (end === null || day < end));
    return this.random.pick([firstDay, ...inside]);
  }
}

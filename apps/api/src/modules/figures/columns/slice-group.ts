import type { Slice } from '../engine/engine-context';
import { daysOf } from './days';

/**
 * Slices that follow each other, so that one look at a record tells in which of them it lies: of all that begin before a
 * day, or end before it, there are as many as this says, and they are the first.
 */
export class SliceGroup {
  readonly length: number;
  private readonly begins: Bounds;
  private readonly ends: Bounds;

  constructor(readonly slices: readonly Slice[]) {
    const days = slices.map(daysOf);
    this.length = slices.length;
    this.begins = new Bounds(days.map(({ from }) => from));
    this.ends = new Bounds(days.map(({ to }) => to));
  }

  beginBefore(day: number): number {
    return this.begins.before(day);
  }

  endBefore(day: number): number {
    return this.ends.before(day);
  }
}

/** Groups of at most so many slices, in their order; what neither begins nor ends earlier than another follows it. */
export function groupsOf(slices: readonly Slice[], most: number): SliceGroup[] {
  const groups: Slice[][] = [];
  let last: Slice | undefined;
  for (const slice of slices) {
    const group = groups.at(-1);
    if (group && last && group.length < most && follows(slice, last)) group.push(slice);
    else groups.push([slice]);
    last = slice;
  }
  return groups.map((group) => new SliceGroup(group));
}

const follows = (slice: Slice, other: Slice): boolean => {
  const [own, before] = [daysOf(slice), daysOf(other)];
  const areAlike = (slice.from === null) === (other.from === null);
  return areAlike && own.from >= before.from && own.to >= before.to;
};

/** Days in their order, of which it is told how many lie before another: looked up, since it is asked for every record. */
class Bounds {
  private readonly first: number;
  private readonly last: number;
  /** By day from the first on, how many lie before it. */
  private readonly counts: Uint16Array;

  constructor(private readonly days: readonly number[]) {
    const [first = 0, last = 0] = [days[0], days.at(-1)];
    this.first = first;
    this.last = last;
    // Without a lower bound all begin on the same day, long before any that is looked up.
    this.counts = new Uint16Array(last - first + 1);
    let count = 0;
    for (let place = 0; place < this.counts.length; place += 1) {
      while ((days[count] ?? last) < first + place) count += 1;
      this.counts[place] = count;
    }
  }

  before(day: number): number {
    if (day <= this.first) return 0;
    return day > this.last ? this.days.length : (this.counts[day - this.first] ?? 0);
  }
}

import type { Slice } from '../engine/engine-context';
import { OPEN } from './versions';

const DAY = 86_400_000;
/** PostgreSQL's own first day, from which the copy counts. */
const FIRST_DAY = Date.UTC(2000, 0, 1);

/** The number of a day (`YYYY-MM-DD`) as the copy counts it. */
export const dayOf = (date: string): number =>
  Math.round((Date.parse(`${date}T00:00:00Z`) - FIRST_DAY) / DAY);

export const dateOf = (day: number): string => new Date(FIRST_DAY + day * DAY).toISOString().slice(0, 10);

/** The day on which something begins or ends; where it has none, one that no day reaches. */
export const endDay = (date: string | null): number => (date === null ? OPEN : dayOf(date));

/** The first and the last day of a slice. */
export interface SliceDays {
  from: number;
  to: number;
}

export const daysOf = ({ from, to }: Slice): SliceDays => ({
  from: from === null ? -OPEN : dayOf(from),
  to: dayOf(to),
});

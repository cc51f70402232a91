import { addDays } from '@fieldlab/domain';

const DAYS_IN_WEEK = 7;

/** The weeks of a date's month, from Monday on, with the days of its neighbours that fill them up. */
export function weeksOf(date: string): string[][] {
  const month = date.slice(0, 7);
  const first = `${month}-01`;
  const weeks: string[][] = [];
  for (
    let monday = addDays(first, -weekday(first));
    monday.slice(0, 7) <= month;
    monday = addDays(monday, DAYS_IN_WEEK)
  )
    weeks.push(Array.from({ length: DAYS_IN_WEEK }, (_, index) => addDays(monday, index)));
  return weeks;
}

/** Monday is 0. */
export const weekday = (date: string): number =>
  (new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % DAYS_IN_WEEK;

/** The same day of another month, or its last day where it has fewer: 31 January and a month is 28 February. */
export function addMonths(date: string, months: number): string {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  const last = new Date(Date.UTC(year, month + months, 0));
  last.setUTCDate(Math.min(day, last.getUTCDate()));
  return last.toISOString().slice(0, 10);
}

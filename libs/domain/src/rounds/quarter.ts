import { addDays, isInRange } from '../calendar';

const QUARTER = /^(\d{4})-Q([1-4])$/;

/** `2021-Q2` is a quarter, of the years that there are dates of. */
export const isQuarter = (text: string): boolean =>
  QUARTER.test(text) && isInRange(`${text.slice(0, 4)}-01-01`);

/** The first and the last day of a quarter such as `2021-Q2`. */
export function daysOfQuarter(quarter: string): { firstDay: string; lastDay: string } {
  const [, year = '', number = ''] = QUARTER.exec(quarter) ?? [];
  if (year === '') throw new Error(`${quarter} is not a quarter`);
  const first = (index: number): string =>
    `${String(Number(year) + Math.floor(index / 4)).padStart(4, '0')}-${String((index % 4) * 3 + 1).padStart(2, '0')}-01`;
  const index = Number(number) - 1;
  return { firstDay: first(index), lastDay: addDays(first(index + 1), -1) };
}

/** The quarter in which a day falls. */
export const quarterOf = (day: string): string =>
  `${day.slice(0, 4)}-Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`;

import { addDays, DATE_RANGE } from './calendar';
import type { Breakdown } from './figures';

/** A year or quarter, or the part of it that is looked at. */
export interface Period {
  /** Such as 2021 or 2021-Q2. */
  key: string;
  from: string;
  to: string;
}

/** Calendar arithmetic on `YYYY-MM-DD` text: dates have no time zone here. */
const MONTHS_IN: Partial<Record<Breakdown, number>> = { year: 12, quarter: 3 };

/**
 * The years or quarters from `from` to `asOf`, each cut to that span: a stock is taken on a period's last day,
 * or on `asOf` in its own period (docs/domain.md, section 5).
 */
export function periodSlices(by: Breakdown, from: string, asOf: string): Period[] {
  const months = MONTHS_IN[by];
  if (months === undefined) throw new Error(`${by} is not a period`);
  const periods: Period[] = [];
  const until = asOf < DATE_RANGE.last ? asOf : DATE_RANGE.last;
  for (let start = periodStart(from, months); start <= until; start = addMonths(start, months)) {
    const lastDay = addDays(addMonths(start, months), -1);
    periods.push({
      key: periodKey(start, months),
      from: start > from ? start : from,
      to: lastDay < until ? lastDay : until,
    });
  }
  return periods;
}

function periodStart(date: string, months: number): string {
  const month = Number(date.slice(5, 7)) - 1;
  return `${date.slice(0, 4)}-${pad(Math.floor(month / months) * months + 1)}-01`;
}

function periodKey(start: string, months: number): string {
  const year = start.slice(0, 4);
  return months === 12 ? year : `${year}-Q${(Number(start.slice(5, 7)) - 1) / months + 1}`;
}

function addMonths(firstOfMonth: string, months: number): string {
  const total = Number(firstOfMonth.slice(0, 4)) * 12 + Number(firstOfMonth.slice(5, 7)) - 1 + months;
  return `${String(Math.floor(total / 12)).padStart(4, '0')}-${pad((total % 12) + 1)}-01`;
}

const pad = (number: number): string => String(number).padStart(2, '0');

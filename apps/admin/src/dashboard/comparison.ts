/** With what the headline compares itself. */
export const COMPARISONS = ['year', 'quarter', 'month'] as const;
export type Comparison = (typeof COMPARISONS)[number];

const MONTHS: Record<Comparison, number> = { year: 12, quarter: 3, month: 1 };

/** The same day that long before; where the month has no such day, its last: 31 May is 30 April a month before. */
export function dayBefore(date: string, comparison: Comparison): string {
  const [year, month, day] = date.split('-').map(Number) as [number, number, number];
  const months = year * 12 + (month - 1) - MONTHS[comparison];
  const [toYear, toMonth] = [Math.floor(months / 12), (months % 12) + 1];
  const lastDay = new Date(Date.UTC(toYear, toMonth, 0)).getUTCDate();
  const two = (number: number): string => String(number).padStart(2, '0');
  return `${String(toYear).padStart(4, '0')}-${two(toMonth)}-${two(Math.min(day, lastDay))}`;
}

/** Calendar dates are `YYYY-MM-DD` text everywhere: they have no time of day and no time zone. */

/** The dates that there are, at every door and in every answer; both included. */
export const DATE_RANGE = { first: '1900-01-01', last: '2199-12-31' } as const;

/** The last day on which a period can hold: the first day after it is a date too. */
export const LAST_DAY_OF_ALL = '2199-12-30';

/** Answers whether a text is a date that exists and lies in the range. */
export const isCalendarDate = (text: string): boolean => dayExists(text) && isInRange(text);

/** Answers whether there is such a day, in whatever century. */
export function dayExists(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().slice(0, 10) === text;
}

export const isInRange = (date: string): boolean => date >= DATE_RANGE.first && date <= DATE_RANGE.last;

/** Answers whether a text is an instant with its offset (RFC 3339), such as `2021-04-22T10:00:00Z`. */
export function isInstant(text: string): boolean {
  const parts =
    /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,9})?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$/.exec(
      text,
    );
  return parts !== null && isCalendarDate(parts[1] ?? '');
}

interface Days {
  format: Intl.DateTimeFormat;
  /** The newest answer: every list asks what day it is. Zones differ from each other by whole seconds. */
  second: number;
  date: string;
}

/** Making a format is dear, and an import asks for every row. */
const daysByZone = new Map<string, Days>();

/** The date on which an instant falls in a time zone, for example `Europe/Amsterdam`. */
export function dateIn(timeZone: string, instant: Date): string {
  const days = daysByZone.get(timeZone) ?? daysOf(timeZone);
  const second = Math.floor(instant.getTime() / 1000);
  if (days.second !== second) Object.assign(days, { second, date: days.format.format(instant) });
  return days.date;
}

function daysOf(timeZone: string): Days {
  const format = new Intl.DateTimeFormat('en-CA', {
    ...{ timeZone, year: 'numeric', month: '2-digit', day: '2-digit' },
  });
  const days = { format, second: Number.NaN, date: '' };
  daysByZone.set(timeZone, days);
  return days;
}

/** An instant to the minute as a clock in a time zone has it: `2021-04-22 12:00`. */
export const minuteIn = (timeZone: string, instant: Date): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' }).format(instant);

/**
 * The day `days` after (or, negative, before) a date.
 * @throws RangeError where the result would not be a date of four-digit years
 */
export function addDays(date: string, days: number): string {
  const inMonth = Number(date.slice(8)) + days;
  // Every month has them.
  if (date.length === 10 && inMonth >= 1 && inMonth <= 28)
    return `${date.slice(0, 8)}${String(inMonth).padStart(2, '0')}`;
  const day = new Date(`${date}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() + days);
  const result = day.toISOString().slice(0, 10);
  if (!/^\d/.test(result)) throw new RangeError(`${days} days from ${date} there is no date`);
  return result;
}

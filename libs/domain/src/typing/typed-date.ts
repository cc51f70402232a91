import { addDays, isCalendarDate } from '../calendar';
import { monthNumber, readDate } from '../workbook/dates';
import { tokensOf, type Token } from './tokens';

/** Days that people name by where they are from today. */
const NAMED_DAYS: ReadonlyMap<string, number> = new Map([
  ['vandaag', 0],
  ['today', 0],
  ['gisteren', -1],
  ['yesterday', -1],
  ['eergisteren', -2],
  ['day before yesterday', -2],
  ['the day before yesterday', -2],
  ['morgen', 1],
  ['tomorrow', 1],
  ['overmorgen', 2],
  ['day after tomorrow', 2],
  ['the day after tomorrow', 2],
]);
/** No date is written longer; longer text is not searched through. */
const LONGEST = 40;
const SEPARATORS = " \u00a0/-.,'’";
/** A year in two digits lies at most so many years ahead: participations end, targets come due. */
const YEARS_AHEAD = 20;
const FIRST_YEAR = 1900;
const LAST_YEAR = 2199;

/**
 * A date as somebody types it into a form who sees at once how it was read: what a workbook may hold (`readDate`),
 * and `gisteren`, `3/3/26`, `3 mrt 26` and `03032026`, the day first. A workbook is read without anybody looking on,
 * so none of these is a date there.
 * @param today `YYYY-MM-DD`, which `gisteren` and a year in two digits are counted from.
 * @returns `YYYY-MM-DD`; undefined where the text says no date.
 */
export function readTypedDate(text: string, today: string): string | undefined {
  if (text.length > LONGEST) return undefined;
  const typed = text.trim().toLowerCase();
  const days = NAMED_DAYS.get(typed);
  if (days !== undefined) return addDays(today, days);
  const { value } = readDate({ kind: 'text', text: typed });
  if (value !== null) return value;
  return dateOfTokens(tokensOf(typed, SEPARATORS) ?? [], today);
}

function dateOfTokens(tokens: readonly Token[], today: string): string | undefined {
  const [first, second, third, ...rest] = tokens;
  if (first && !second) return first.kind === 'digits' ? dateOfDigits(first.text, today) : undefined;
  if (!first || !second || third?.kind !== 'digits' || rest.length > 0) return undefined;
  const [day, month] = first.kind === 'letters' ? [second, first] : [first, second];
  if (day.kind !== 'digits' || day.text.length > 2) return undefined;
  const number = month.kind === 'letters' ? monthNumber(month.text) : monthOfDigits(month.text);
  return number === undefined ? undefined : calendarDate(day.text, number, wholeYear(third.text, today));
}

/** `03032026` and `030326`, the day first; `20260303` where that is no date. */
function dateOfDigits(digits: string, today: string): string | undefined {
  if (digits.length !== 8 && digits.length !== 6) return undefined;
  const dayFirst = calendarDate(
    digits.slice(0, 2),
    Number(digits.slice(2, 4)),
    wholeYear(digits.slice(4), today),
  );
  if (dayFirst !== undefined || digits.length === 6) return dayFirst;
  return calendarDate(digits.slice(6), Number(digits.slice(4, 6)), Number(digits.slice(0, 4)));
}

const monthOfDigits = (digits: string): number | undefined =>
  digits.length > 2 ? undefined : Number(digits);

function wholeYear(digits: string, today: string): number {
  if (digits.length !== 2) return digits.length === 4 ? Number(digits) : Number.NaN;
  const now = Number(today.slice(0, 4));
  const inThisCentury = now - (now % 100) + Number(digits);
  return inThisCentury > now + YEARS_AHEAD ? inThisCentury - 100 : inThisCentury;
}

function calendarDate(day: string, month: number, year: number): string | undefined {
  if (!(year >= FIRST_YEAR && year <= LAST_YEAR)) return undefined;
  const date = `${year}-${String(month).padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isCalendarDate(date) ? date : undefined;
}

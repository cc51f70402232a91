import { isCalendarDate } from '../calendar';
import { plainText } from '../countries/rules';
import type { Cell } from './cell';
import { fault, read, type Reading } from './reading';

/** First letters are enough; the longest name that is tried first wins, so `mrt` and `maa` are both March. */
const MONTHS: readonly (readonly string[])[] = [
  ['januari', 'january', 'jan'],
  ['februari', 'february', 'febr', 'feb'],
  ['maart', 'march', 'mrt', 'mar'],
  ['april', 'apr'],
  ['mei', 'may'],
  ['juni', 'june', 'jun'],
  ['juli', 'july', 'jul'],
  ['augustus', 'august', 'aug'],
  ['september', 'sept', 'sep'],
  ['oktober', 'october', 'okt', 'oct'],
  ['november', 'nov'],
  ['december', 'dec'],
];
const MONTH_NUMBERS = new Map(MONTHS.flatMap((names, index) => names.map((name) => [name, index + 1])));

/** 3 for `maart`, `March` and `mrt`; undefined where the word is no month. */
export const monthNumber = (name: string): number | undefined => MONTH_NUMBERS.get(plainText(name));

/** Behind a date in figures: `T10:30:00Z`, ` 10:30`. */
const TIME = /^[T ]+(?<time>[0-9]{1,2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]+)?)?)(?:Z|[+-][0-9]{2}:?[0-9]{2})?$/;
const DATES_IN_FIGURES = [
  /^(?<year>[0-9]{4})(?<mark>[-/])(?<month>[0-9]{1,2})\k<mark>(?<day>[0-9]{1,2})(?<rest>[T ].*)?$/,
  /^(?<day>[0-9]{1,2})(?<mark>[-/.])(?<month>[0-9]{1,2})\k<mark>(?<year>[0-9]{4})(?<rest>[T ].*)?$/,
];
const NAMED_DATES = [
  /^(?<day>[0-9]{1,2})(?:e|de|ste|st|nd|rd|th)?[ .-]{1,2}(?<name>\p{L}{3,9})[ .,-]{1,2}(?<year>[0-9]{4})$/u,
  /^(?<name>\p{L}{3,9}) (?<day>[0-9]{1,2})(?:st|nd|rd|th)?,? (?<year>[0-9]{4})$/u,
];
const PARTIAL_DATES = [
  /^(?<year>[0-9]{4})$/,
  /^(?<year>[0-9]{4})[-/](?<month>[0-9]{1,2})$/,
  /^(?<month>[0-9]{1,2})[-/.](?<year>[0-9]{4})$/,
  /^(?<name>\p{L}{3,9})[ .-]{1,2}(?<year>[0-9]{4})$/u,
];
const SHORT_YEAR = /^[0-9]{1,2}([-/.])[0-9]{1,2}\1[0-9]{2}$|^[0-9]{1,2}[ -]\p{L}{3,9}[ -][0-9]{2}$/u;

/** No date is written longer; longer text is not searched through. */
const LONGEST = 40;
const FIRST_YEAR = 1900;
const LAST_YEAR = 2199;
/** The days of 1900-03-01 and 2199-12-31 as spreadsheets count them. */
const FIRST_SERIAL = 61;
const LAST_SERIAL = 109_574;
const SERIAL_ZERO = Date.UTC(1899, 11, 30);
const DAY = 86_400_000;

/** The date behind a spreadsheet's day number, counted from 30 December 1899. */
export const dateOfSerial = (serial: number): string =>
  new Date(SERIAL_ZERO + Math.floor(serial) * DAY).toISOString().slice(0, 10);

/** Reads a real date, a number that may be one, or a text in Dutch, English or international notation. */
export function readDate(cell: Pick<Cell, 'kind' | 'text'>): Reading {
  if (cell.kind === 'date') return dateCell(cell.text);
  if (/^[0-9]{5,6}(?:\.[0-9]+)?$/.test(cell.text)) return serialNumber(cell.text);
  return cell.kind === 'number' && !/^[0-9]{4}$/.test(cell.text)
    ? fault('NOT_A_DATE', { value: cell.text })
    : dateText(cell.text);
}

function dateCell(text: string): Reading {
  const date = text.slice(0, 10);
  if (!inRange(date)) return fault('DATE_OUT_OF_RANGE', { value: date });
  return text.length > 10 ? read(date, { code: 'TIME_OF_DAY_IGNORED', params: { read: date } }) : read(date);
}

function serialNumber(text: string): Reading {
  const serial = Number(text);
  return serial >= FIRST_SERIAL && serial <= LAST_SERIAL
    ? fault('NUMBER_INSTEAD_OF_DATE', { value: text, suggestion: dateOfSerial(serial) })
    : fault('NOT_A_DATE', { value: text });
}

function dateText(value: string): Reading {
  if (value.length > LONGEST) return fault('NOT_A_DATE', { value });
  const parts = inFigures(value) ?? firstMatch(NAMED_DATES, value);
  if (parts) {
    const date = calendarDate(parts);
    if (date === undefined) return fault('NOT_A_DATE', { value });
    if (!isCalendarDate(date)) return fault('DATE_DOES_NOT_EXIST', { value });
    if (!inRange(date)) return fault('DATE_OUT_OF_RANGE', { value });
    return /[1-9]/.test(parts.time ?? '')
      ? read(date, { code: 'TIME_OF_DAY_IGNORED', params: { read: date } })
      : read(date);
  }
  const partial = firstMatch(PARTIAL_DATES, value);
  const suggestion = partial && calendarDate(partial);
  if (suggestion !== undefined && isCalendarDate(suggestion) && inRange(suggestion)) {
    return fault('DATE_INCOMPLETE', { value, suggestion });
  }
  return fault(SHORT_YEAR.test(value) ? 'YEAR_IN_TWO_DIGITS' : 'NOT_A_DATE', { value });
}

type Parts = Partial<Record<string, string>>;

function firstMatch(patterns: readonly RegExp[], value: string): Parts | undefined {
  for (const pattern of patterns) {
    const match = pattern.exec(value);
    if (match) return match.groups;
  }
  return undefined;
}

/** A date in figures with the time behind it, where there is one. */
function inFigures(value: string): Parts | undefined {
  const parts = firstMatch(DATES_IN_FIGURES, value);
  if (parts?.rest === undefined) return parts;
  const time = TIME.exec(parts.rest)?.groups;
  return time && { ...parts, ...time };
}

/** `YYYY-MM-DD` of the parts, the first where a part is missing; undefined where the month's name is none. */
function calendarDate({ year = '', month, name, day = '1' }: Parts): string | undefined {
  const number = name === undefined ? (month ?? '1') : monthNumber(name);
  return number === undefined
    ? undefined
    : `${year}-${String(number).padStart(2, '0')}-${day.padStart(2, '0')}`;
}

function inRange(date: string): boolean {
  const year = Number(date.slice(0, 4));
  return year >= FIRST_YEAR && year <= LAST_YEAR;
}

import { dateIn, dayExists, isCalendarDate, isInRange } from '../calendar';
import { DUTCH_TIME_ZONE } from '../countries/nl-time-zone';
import { foldText } from '../text/folded-text';
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
export const monthNumber = (name: string): number | undefined => MONTH_NUMBERS.get(foldText(name));

/** Behind a date in figures: `T10:30:00Z`, ` 10:30`. */
const TIME =
  /^[T ]+(?<time>[0-9]{1,2}:[0-9]{2}(?::[0-9]{2}(?:[.,][0-9]+)?)?)(?<offset> ?(?:Z|UTC|GMT|[+-][0-9]{2}(?::?[0-9]{2})?))?$/i;
const DATES_IN_FIGURES = [
  /^(?<year>[0-9]{4})(?<mark>[-/])(?<month>[0-9]{1,2})\k<mark>(?<day>[0-9]{1,2})(?<rest>[Tt ].*)?$/,
  /^(?<day>[0-9]{1,2})(?<mark>[-/.])(?<month>[0-9]{1,2})\k<mark>(?<year>[0-9]{4})(?<rest>[Tt ].*)?$/,
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
/** The days of 1900-03-01 and 2199-12-31 as spreadsheets count them. */
const FIRST_SERIAL = 61;
const LAST_SERIAL = 109_574;
const SERIAL_ZERO = Date.UTC(1899, 11, 30);
const DAY = 86_400_000;

/** The date behind a spreadsheet's day number, counted from 30 December 1899. */
export const dateOfSerial = (serial: number): string =>
  new Date(SERIAL_ZERO + Math.floor(serial) * DAY).toISOString().slice(0, 10);

/**
 * Reads a real date, a number that may be one, or a text in Dutch, English or international notation. An instant with
 * its offset is the day on which it falls in the time zone.
 */
export function readDate(cell: Pick<Cell, 'kind' | 'text'>, timeZone = DUTCH_TIME_ZONE): Reading {
  if (cell.kind === 'date') return dateCell(cell.text, timeZone);
  if (/^[0-9]{5,6}(?:\.[0-9]+)?$/.test(cell.text)) return serialNumber(cell.text);
  return cell.kind === 'number' && !/^[0-9]{4}$/.test(cell.text)
    ? fault('NOT_A_DATE', { value: cell.text })
    : dateText(cell.text, timeZone);
}

function dateCell(text: string, timeZone: string): Reading {
  if (text.length > 10) return dateText(text, timeZone);
  return isInRange(text) ? read(text) : fault('DATE_OUT_OF_RANGE', { value: text });
}

function serialNumber(text: string): Reading {
  const serial = Number(text);
  return serial >= FIRST_SERIAL && serial <= LAST_SERIAL
    ? fault('NUMBER_INSTEAD_OF_DATE', { value: text, suggestion: dateOfSerial(serial) })
    : fault('NOT_A_DATE', { value: text });
}

function dateText(value: string, timeZone: string): Reading {
  if (value.length > LONGEST) return fault('NOT_A_DATE', { value });
  const spaced = value.replace(/\p{Zs}/gu, ' ');
  const parts = inFigures(spaced) ?? firstMatch(NAMED_DATES, spaced);
  if (parts) {
    const written = calendarDate(parts);
    if (written === undefined) return fault('NOT_A_DATE', { value });
    if (!dayExists(written)) return fault('DATE_DOES_NOT_EXIST', { value });
    const date = dayOfInstant(written, parts, timeZone);
    if (date === undefined) return fault('NOT_A_DATE', { value });
    if (!isInRange(date)) return fault('DATE_OUT_OF_RANGE', { value });
    return date !== written || /[1-9]/.test(parts.time ?? '')
      ? read(date, { code: 'TIME_OF_DAY_IGNORED', params: { read: date } })
      : read(date);
  }
  const partial = firstMatch(PARTIAL_DATES, spaced);
  const suggestion = partial && calendarDate(partial);
  if (suggestion !== undefined && isCalendarDate(suggestion)) {
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

/** The date as it is written, or, of an instant with an offset, its day in the time zone; undefined where it is none. */
function dayOfInstant(written: string, { time, offset }: Parts, timeZone: string): string | undefined {
  if (time === undefined) return written;
  const [hours = '', minutes = '', seconds = '00'] = time.replace(',', '.').split(':');
  if (Number(hours) > 24 || Number(minutes) > 59 || Number(seconds) >= 61) return undefined;
  if (offset === undefined) return written;
  const [, sign, offsetHours = '0', offsetMinutes = '0'] =
    /^([+-])([0-9]{2}):?([0-9]{2})?$/.exec(offset.trim()) ?? [];
  const away = (Number(offsetHours) * 60 + Number(offsetMinutes)) * (sign === '-' ? -1 : 1);
  const minutesOfDay = Number(hours) * 60 + Number(minutes) - (sign === undefined ? 0 : away);
  return dateIn(timeZone, new Date(Date.parse(`${written}T00:00:00Z`) + minutesOfDay * 60_000));
}

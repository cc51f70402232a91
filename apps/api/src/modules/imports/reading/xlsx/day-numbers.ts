import { dateOfSerial } from '@fieldlab/domain';

const DAYS_TO_1904 = 1462;
/** Spreadsheets count a 29 February 1900 that never was: before it, all is a day off. */
const PHANTOM_DAY = 60;
const LAST_DAY = 2_958_465; // 9999-12-31
const SECONDS_A_DAY = 86_400;

/** The date, with its time of day where it has one, of a day number; undefined where there is no such day. */
export function dateOfDayNumber(stored: string, from1904: boolean): string | undefined {
  const number = Number(stored) + (from1904 ? DAYS_TO_1904 : 0);
  if (stored === '' || !(number >= 0 && number < LAST_DAY + 1)) return undefined;
  const seconds = Math.round(number * SECONDS_A_DAY);
  const days = Math.floor(seconds / SECONDS_A_DAY);
  const date = dateOfSerial(days < PHANTOM_DAY ? days + 1 : days);
  const time = seconds % SECONDS_A_DAY;
  return time === 0 ? date : `${date}T${new Date(time * 1000).toISOString().slice(11, 19)}`;
}

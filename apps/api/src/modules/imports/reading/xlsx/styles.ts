import type { Archive } from '../archive';
import { SPREADSHEET } from './namespaces';
import { readXml } from './xml';

/** Formats that every spreadsheet knows without their being written down: dates, times, and Asian dates. */
const BUILT_IN_DATES = [
  [14, 22],
  [27, 36],
  [45, 47],
  [50, 58],
] as const;
const FIRST_CUSTOM = 164;

const isBuiltInDate = (id: number): boolean => BUILT_IN_DATES.some(([from, to]) => id >= from && id <= to);

/** Whether a number format shows a date or a time: it has a d, m, y, h or s outside quotes, brackets and escapes. */
export function isDateFormat(code: string): boolean {
  const bare = code.replace(/"[^"]*"?|\[[^\]]*\]?|\\.|_.|\*./g, '');
  const [positive = ''] = bare.split(';');
  return /[dmyhs]/i.test(positive) && !/general/i.test(positive);
}

/** For every cell style of the workbook, by its index: whether it shows dates. */
export async function readDateStyles(archive: Archive, part: string | undefined): Promise<boolean[]> {
  const custom = new Map<number, boolean>();
  const styles: number[] = [];
  if (part === undefined || !archive.has(part)) return [];
  await readXml(await archive.stream(part), SPREADSHEET, {
    open(path, { numFmtId = '0', formatCode = '' }) {
      if (path === 'styleSheet/numFmts/numFmt') custom.set(Number(numFmtId), isDateFormat(formatCode));
      else if (path === 'styleSheet/cellXfs/xf') styles.push(Number(numFmtId));
    },
  });
  return styles.map((id) => custom.get(id) ?? (id < FIRST_CUSTOM && isBuiltInDate(id)));
}

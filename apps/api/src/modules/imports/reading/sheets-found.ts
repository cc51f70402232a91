import { findSheet, isExplanation, SHEETS, type Sheet } from '@fieldlab/domain';
import type { SheetRemark } from './opened-workbook';
import { WorkbookRefused } from './workbook-refused';

export interface FoundSheet<Source> {
  sheet: Sheet;
  source: Source;
}

/**
 * Which of a file's sheets are those of the format.
 * @throws WorkbookRefused when none is
 */
export function matchSheets<Source>(
  sources: readonly { name: string; source: Source }[],
  remarks: SheetRemark[],
): FoundSheet<Source>[] {
  const found = new Map<Sheet, FoundSheet<Source> & { name: string }>();
  for (const { name, source } of sources) {
    if (isExplanation(name)) continue;
    const sheet = findSheet(name);
    const other = sheet && found.get(sheet);
    if (!sheet) remarks.push({ code: 'UNKNOWN_SHEET', sheet: name, value: name, params: { value: name } });
    else if (other) {
      const params = { name: sheet.name, value: name, other: other.name };
      remarks.push({ code: 'SHEET_REPEATED', sheet: sheet.name, value: name, params });
    } else found.set(sheet, { sheet, source, name });
  }
  if (found.size === 0) {
    const expected = SHEETS.map((sheet) => sheet.name).join(', ');
    throw new WorkbookRefused('NO_KNOWN_SHEET', { found: listed(sources), sheets: expected });
  }
  return [...found.values()];
}

const MOST_NAMED = 8;
/** As long as Excel lets the name of a sheet be; a file in a zip may be called anything. */
const LONGEST_NAME = 31;

/** The names of a foreign file's sheets, as many as fit a sentence. */
function listed(sources: readonly { name: string }[]): string {
  const names = sources.slice(0, MOST_NAMED).map(({ name }) => `"${name.slice(0, LONGEST_NAME)}"`);
  return [...names, ...(sources.length > MOST_NAMED ? ['…'] : [])].join(', ');
}

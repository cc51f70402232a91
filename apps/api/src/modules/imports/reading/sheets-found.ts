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
    throw new WorkbookRefused('NO_KNOWN_SHEET', { sheets: SHEETS.map((sheet) => sheet.name).join(', ') });
  }
  return [...found.values()];
}

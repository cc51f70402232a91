import { findSheet, isExplanation, SHEETS, type Sheet } from '@fieldlab/domain';
import type { PickSheets } from './opened-workbook';
import { WorkbookRefused } from './workbook-refused';

/** Picks those of a file's sheets that are of the format. */
export const pickKnownSheets: PickSheets = (names, remarks) => {
  const found = new Map<Sheet, number>();
  for (const [place, name] of names.entries()) {
    if (isExplanation(name)) continue;
    const sheet = findSheet(name);
    const other = sheet && found.get(sheet);
    if (!sheet) remarks.push({ code: 'UNKNOWN_SHEET', sheet: name, value: name, params: { value: name } });
    else if (other !== undefined) {
      const params = { name: sheet.name, value: name, other: names[other] ?? '' };
      remarks.push({ code: 'SHEET_REPEATED', sheet: sheet.name, value: name, params });
    } else found.set(sheet, place);
  }
  if (found.size === 0) throw noneOf(names);
  return [...found.values()];
};

/** Picks the sheets that a mapping names. */
export const pickNamed =
  (wanted: ReadonlySet<string>): PickSheets =>
  (names, remarks) => {
    const found = new Map<string, number>();
    for (const [place, name] of names.entries()) {
      if (wanted.has(name) && !found.has(name)) found.set(name, place);
      else remarks.push({ code: 'UNKNOWN_SHEET', sheet: name, value: name, params: { value: name } });
    }
    if (found.size === 0) throw noneOf(names);
    return [...found.values()];
  };

function noneOf(names: readonly string[]): WorkbookRefused {
  const expected = SHEETS.map((sheet) => sheet.name).join(', ');
  return new WorkbookRefused('NO_KNOWN_SHEET', { found: listed(names), sheets: expected });
}

const MOST_NAMED = 8;
/** As long as Excel lets the name of a sheet be; a file in a zip may be called anything. */
const LONGEST_NAME = 31;

/** The names of a foreign file's sheets, as many as fit a sentence. */
function listed(names: readonly string[]): string {
  const first = names.slice(0, MOST_NAMED).map((name) => `"${name.slice(0, LONGEST_NAME)}"`);
  return [...first, ...(names.length > MOST_NAMED ? ['…'] : [])].join(', ');
}

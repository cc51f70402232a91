import type { Column, Sheet, SheetName } from './columns';
import { ACTIVITIES, ATTENDANCES, INVESTMENTS, OUTCOMES, SPIN_OFFS } from './event-sheets';
import { CENTRES, COMPANIES, PARTICIPATIONS, PROGRAMME } from './register-sheets';

/** The format of the programme workbook. Sheets stand in the order in which they refer back to each other. */
export const WORKBOOK_VERSION = 1;

export const SHEETS: readonly Sheet[] = [
  PROGRAMME,
  CENTRES,
  COMPANIES,
  PARTICIPATIONS,
  ACTIVITIES,
  ATTENDANCES,
  INVESTMENTS,
  SPIN_OFFS,
  OUTCOMES,
];

export function sheetOf(name: SheetName): Sheet {
  const sheet = SHEETS.find((known) => known.name === name);
  if (!sheet) throw new Error(`No sheet ${name} in the workbook format.`);
  return sheet;
}

/** The columns that are kept: those not derived from others. */
export const keptColumns = (sheet: Sheet): readonly Column[] =>
  sheet.columns.filter((column) => !column.derived);

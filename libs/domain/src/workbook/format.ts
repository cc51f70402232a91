import type { Language, Localised } from '../vocabulary/languages';
import { ID, VERSION, type Column, type Sheet, type SheetName } from './columns';
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
].map((sheet) => ({ ...sheet, columns: [...sheet.columns, ID, VERSION] }));

/** What our own workbooks hold beside the format, and an import passes over. */
export const EXPLANATION_SHEET: Localised = { nl: 'Uitleg', en: 'explanation' };
export const FAULTS_COLUMN: Localised = { nl: 'Wat er niet klopt', en: 'what is wrong' };

export function sheetOf(name: SheetName): Sheet {
  const sheet = SHEETS.find((known) => known.name === name);
  if (!sheet) throw new Error(`No sheet ${name} in the workbook format.`);
  return sheet;
}

/** The columns that are kept: those not derived from others. */
export const keptColumns = (sheet: Sheet): readonly Column[] =>
  sheet.columns.filter((column) => !column.derived);

/** The columns that our own workbooks show: of an end the last day, which is how people read and type it. */
export const shownColumns = (sheet: Sheet): readonly Column[] => {
  const hasLastDay = sheet.columns.some(({ name }) => name === 'last_day');
  return sheet.columns.filter(({ name }) => !(hasLastDay && name === 'ended_on'));
};

/** A sheet's or column's name as it is written: in English those of the format itself. */
export const nameIn = (language: Language, thing: Pick<Column, 'name' | 'label'>): string =>
  language === 'en' ? thing.name : thing.label[language];

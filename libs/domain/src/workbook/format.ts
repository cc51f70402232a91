import type { Language, Localised } from '../vocabulary/languages';
import type { RecordShape } from '../register/kind';
import { PROGRAMME } from '../register/programme';
import { REGISTER } from '../register/register';
import { SHEET_NAMES, type Column, type RowSheet, type Sheet, type SheetName } from './columns';
import { sheetOfKind } from './sheet-of-kind';

const { 'spin-offs': spin_offs, contacts, notes, ...others } = REGISTER;

/** The kind of record that stands on each sheet. */
export const KIND_OF_SHEET = { programme: PROGRAMME, ...others, spin_offs } satisfies Record<
  SheetName,
  RecordShape
>;

/** Sheets stand in the order in which they refer back to each other. */
export const SHEETS: readonly Sheet[] = SHEET_NAMES.map((name) => sheetOfKind(name, KIND_OF_SHEET[name]));

/** The sheets, and what rows of the kinds hold that stand in no workbook. */
export const ROW_SHEETS: readonly RowSheet[] = [
  ...SHEETS,
  sheetOfKind('contacts', contacts),
  sheetOfKind('notes', notes),
];

/** What our own workbooks hold beside the format, and an import passes over. */
export const EXPLANATION_SHEET: Localised = { nl: 'Uitleg', en: 'explanation' };
export const FAULTS_COLUMN: Localised = { nl: 'Wat er niet klopt', en: 'what is wrong' };

export function sheetOf(name: SheetName): Sheet {
  const sheet = SHEETS.find((known) => known.name === name);
  if (!sheet) throw new Error(`No sheet ${name} in the workbook format.`);
  return sheet;
}

/** The columns that are kept: those not derived from others. */
export const keptColumns = (sheet: Pick<Sheet, 'columns'>): readonly Column[] =>
  sheet.columns.filter((column) => !column.derived);

/** The columns that our own workbooks show: of an end the last day, which is how people read and type it. */
export const shownColumns = (sheet: Sheet): readonly Column[] => {
  const hasLastDay = sheet.columns.some(({ name }) => name === 'last_day');
  return sheet.columns.filter(({ name }) => !(hasLastDay && name === 'ended_on'));
};

/** A sheet's or column's name as it is written: in English those of the format itself. */
export const nameIn = (language: Language, thing: Pick<Column, 'name' | 'label'>): string =>
  language === 'en' ? thing.name : thing.label[language];

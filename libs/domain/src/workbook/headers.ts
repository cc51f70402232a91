import { columnLetters, type RawRow } from './cell';
import type { Column, Sheet } from './columns';
import { EXPLANATION_SHEET, FAULTS_COLUMN, SHEETS } from './format';
import type { Remark } from './reading';

/** Case, accents, spaces, underscores and other marks do not matter in the names of sheets and columns. */
export const plainName = (text: string): string =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');

/** How a sheet or column may be called, without marks. */
export const namesOf = (thing: Pick<Column, 'name' | 'label' | 'aliases'>): string[] =>
  [thing.name, thing.label.nl, thing.label.en, ...(thing.aliases ?? [])].map(plainName);

const SHEETS_BY_NAME = new Map(SHEETS.flatMap((sheet) => namesOf(sheet).map((name) => [name, sheet])));

/** The sheet of the format that a sheet or file of this name is, if any. */
export const findSheet = (name: string): Sheet | undefined => SHEETS_BY_NAME.get(plainName(name));

const SILENT_SHEETS = new Set(Object.values(EXPLANATION_SHEET).map(plainName));
const SILENT_COLUMNS = new Set(Object.values(FAULTS_COLUMN).map(plainName));

/** Answers whether it is a sheet that our own workbooks have for people to read. */
export const isExplanation = (name: string): boolean => SILENT_SHEETS.has(plainName(name));

/** And whether it is such a column. */
export const isFaultsColumn = (name: string): boolean => SILENT_COLUMNS.has(plainName(name));

export interface ColumnRemark extends Remark {
  /** Null for a whole row. */
  column: string | null;
  value: string | null;
}

export interface Header {
  /** By the place of the cell in its row. */
  columns: ReadonlyMap<number, Column>;
  /** Places whose name is not known or was there before: said once, and skipped. */
  skipped: ReadonlySet<number>;
  remarks: ColumnRemark[];
}

/** Finds the sheet's columns in its first row, whatever their order, case and language. */
export function readHeader(sheet: Pick<Sheet, 'columns'>, header: RawRow): Header {
  const known = new Map(sheet.columns.flatMap((column) => namesOf(column).map((name) => [name, column])));
  const columns = new Map<number, Column>();
  const skipped = new Set<number>();
  const remarks: ColumnRemark[] = [];
  for (const cell of header.cells) {
    if (isFaultsColumn(cell.text)) {
      skipped.add(cell.column);
      continue;
    }
    const column = known.get(plainName(cell.text));
    const other = column && [...columns].find(([, earlier]) => earlier === column)?.[0];
    if (!column || other !== undefined) skipped.add(cell.column);
    if (!column) {
      remarks.push(about('COLUMN_UNKNOWN', cell.text, { value: cell.text }));
    } else if (other !== undefined) {
      const places = { column: columnLetters(cell.column), other: columnLetters(other) };
      remarks.push(about('COLUMN_REPEATED', column.name, { label: column.name, ...places }, cell.text));
    } else {
      columns.set(cell.column, column);
    }
  }
  const found = new Set(columns.values());
  for (const column of sheet.columns) {
    if (column.required && !found.has(column)) {
      remarks.push(about('COLUMN_MISSING', column.name, { label: column.name }, null));
    }
  }
  return { columns, skipped, remarks };
}

const about = (
  code: ColumnRemark['code'],
  column: string,
  params: NonNullable<Remark['params']>,
  value: string | null = column,
): ColumnRemark => ({ code, column, value, params });

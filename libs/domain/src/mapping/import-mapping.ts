import { foldText } from '../text/folded-text';
import type { Column, SheetName } from '../workbook/columns';
import { sheetOf } from '../workbook/format';

/** A column of somebody's own layout, and what it holds in terms of the format. */
export interface MappedColumn {
  /** As it stands above the column in the file. */
  heading: string;
  sheet: SheetName;
  column: string;
}

/** A value that holds for every row of a sheet, where the file has no column for it. */
export interface MappedValue {
  sheet: SheetName;
  column: string;
  value: string;
}

/** One sheet of the file; its rows may be records of several kinds at once. */
export interface MappedSheet {
  name: string;
  /** The row that holds the headings, as on screen; the first that is filled where it is left out. */
  headerRow?: number | undefined;
  columns: MappedColumn[];
  values: MappedValue[];
}

/** How a file of another layout is read as a programme workbook. */
export interface ImportMapping {
  sheets: MappedSheet[];
}

/** Where a column of one kind of record gets its value, for want of its own, from that of another in the same row. */
const BORROWED: readonly (readonly string[])[] = [
  ['centre_code', 'centre_codes'],
  ['started_on', 'held_on', 'dated_on', 'achieved_on', 'founded_on'],
];

/** What a kind of record gets, column by column: from a heading of the file, or the same value in each row. */
export type Source = { heading: string } | { value: string };

/** The kinds of records that a mapped sheet holds. */
export const kindsOf = ({ columns }: MappedSheet): SheetName[] => [
  ...new Set(columns.map(({ sheet }) => sheet)),
];

/**
 * Of one kind of record on a sheet: where each of its columns comes from, what it borrows from the other kinds in the
 * same row included.
 */
export function sourcesOf(mapped: MappedSheet, kind: SheetName): Map<string, Source> {
  const sources = new Map<string, Source>();
  for (const { sheet, column, value } of mapped.values)
    if (sheet === kind && value.trim() !== '') sources.set(column, { value });
  for (const { sheet, column, heading } of mapped.columns)
    if (sheet === kind) sources.set(column, { heading });
  for (const alike of BORROWED) {
    const wanting = sheetOf(kind).columns.find(({ name, required }) => required && alike.includes(name));
    if (!wanting || sources.has(wanting.name)) continue;
    const lender = mapped.columns.find(({ sheet, column }) => sheet !== kind && alike.includes(column));
    const held = mapped.values.find(({ sheet, column }) => sheet !== kind && alike.includes(column));
    if (lender) sources.set(wanting.name, { heading: lender.heading });
    else if (held && held.value.trim() !== '') sources.set(wanting.name, { value: held.value });
  }
  return sources;
}

/** References between the kinds of one row, which need no column: the company of a row is the company beside it. */
const REFERS_TO_COMPANY = ['company_ref', 'parent_company_ref'];

export const companyReference = (kind: SheetName): Column | undefined =>
  sheetOf(kind).columns.find(({ name }) => REFERS_TO_COMPANY.includes(name));

/** The columns that a kind of record still needs before its rows can be read. */
export function lackingOf(mapped: MappedSheet, kind: SheetName): Column[] {
  const sources = sourcesOf(mapped, kind);
  const hasCompany = kindsOf(mapped).includes('companies');
  return sheetOf(kind).columns.filter(
    ({ name, required }) =>
      required && name !== 'ref' && !sources.has(name) && !(hasCompany && REFERS_TO_COMPANY.includes(name)),
  );
}

/** What makes two rows of a list name the same company: its number, or its name with what tells namesakes apart. */
export function companyKey(cells: ReadonlyMap<string, string>): string {
  const number = (cells.get('kvk_number') ?? '').replace(/[^0-9]/g, '');
  if (number !== '') return `kvk ${number.padStart(8, '0')}`;
  const foreign = foldText(cells.get('foreign_number') ?? '');
  return foreign === '' ? `name ${foldText(cells.get('name') ?? '')}` : `foreign ${foreign}`;
}

import {
  kindOf,
  namesOf,
  plainName,
  ROW_SHEETS,
  snakeCase,
  type Column,
  type RegisterField,
  type RowSheet,
} from '@fieldlab/domain';
import { editableOf } from '../editing/editable';
import type { Block } from './block';

/** What a list takes at once; more is for an import. */
export const MOST_ROWS = 500;
export const MOST_CHARACTERS = 50_000;

/** What a pasted column holds: a column of the workbook, or nothing that is known. */
export type Role = Column | undefined;

/** By column: the record that a page is about, which rows without such a column are of. */
export type Given = Readonly<Record<string, { text: string; id: string }>>;

export interface PastedTable {
  sheet: RowSheet;
  hasHeading: boolean;
  /** As they were pasted, the heading left out. */
  rows: Block;
  /** For each pasted column; below the heading it may be corrected. */
  roles: readonly Role[];
}

/** The sheet of such records, in the workbook or beside it; undefined where there is none. */
export const sheetFor = (resource: string): RowSheet | undefined =>
  ROW_SHEETS.find(({ name }) => name === resource.replace('-', '_'));

/** What is kept for a time only is about people. */
export const isAboutPeople = ({ columns }: RowSheet): boolean =>
  columns.some(({ name }) => name === 'retain_until');

/** The columns that new rows have: ids, versions and a workbook's own marks are none. */
export const rowColumns = (sheet: RowSheet): readonly Column[] =>
  sheet.columns.filter(({ exported, name }) => !exported && name !== 'ref');

/** The field that a column is kept in, and what the register says of it. */
export function fieldOf(
  resource: string,
  column: string,
): { name: string; field: RegisterField } | undefined {
  const fields = kindOf(resource)?.fields ?? {};
  const found = Object.entries(fields).find(([name, field]) => columnName(name, field) === column);
  return found && { name: found[0], field: found[1] };
}

const columnName = (name: string, { column }: RegisterField): string => column?.name ?? snakeCase(name);

/** The column in which a field stands; of a period the last day is what people see. */
export function columnOf(resource: string, field: string): string | undefined {
  const known = kindOf(resource)?.fields[field];
  return field === 'lastDay' ? 'last_day' : known && columnName(field, known);
}

/** The column of the workbook that a column of the list shows. */
function columnShown(resource: string, sheet: RowSheet, source: string): Role {
  const editable = editableOf(resource, source);
  if (!editable) return undefined;
  const name = columnName(editable.name, editable.field);
  return rowColumns(sheet).find((column) => column.name === name);
}

interface ListLook {
  resource: string;
  sheet: RowSheet;
  /** The columns of the list that show, in their order, with what they are called there. */
  shown: readonly { source: string; label: string }[];
}

/** Takes a block apart: its heading, where it has one, tells its columns; else they stand as in the list. */
export function readTable(block: Block, look: ListLook): PastedTable {
  const { resource, sheet, shown } = look;
  const known = new Map(rowColumns(sheet).flatMap((column) => namesOf(column).map((name) => [name, column])));
  for (const { source, label } of shown) {
    const column = columnShown(resource, sheet, source);
    if (column && !known.has(plainName(label))) known.set(plainName(label), column);
  }
  const first = block[0] ?? [];
  const named = first.map((cell) => known.get(plainName(cell)));
  const filled = first.filter((cell) => cell !== '').length;
  const hasHeading = named.filter(Boolean).length * 2 >= filled && named.some(Boolean);
  const places = shown.map(({ source }) => columnShown(resource, sheet, source));
  const roles = hasHeading ? named : first.map((_, at) => places[at]);
  return { sheet, hasHeading, rows: hasHeading ? block.slice(1) : block, roles: onlyOnce(roles) };
}

/** Of two columns that hold the same, the first counts. */
export const onlyOnce = (roles: readonly Role[]): Role[] =>
  roles.map((role, at) => (role && roles.indexOf(role) === at ? role : undefined));

/** What a row must have, or is asked for, and no pasted column holds: columns beside them, to be filled in. */
export const missingColumns = (sheet: RowSheet, roles: readonly Role[]): Column[] =>
  rowColumns(sheet).filter(
    (column) => (column.required === true || column.asked === true) && !roles.includes(column),
  );

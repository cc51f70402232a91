import type { RegisterField } from '../register/field';
import type { SheetName } from './columns';
import { KIND_OF_SHEET } from './format';
import { snakeCase } from './sheet-of-kind';

/** The columns that the records of a sheet are kept in, each with its field, in the order of the fields. */
export const recordFields = (sheet: SheetName): ReadonlyMap<string, RegisterField> =>
  new Map(
    Object.entries<RegisterField>(KIND_OF_SHEET[sheet].fields)
      .filter(([, { column }]) => column)
      .map(([key, field]) => [snakeCase(key), field]),
  );

export const recordColumns = (sheet: SheetName): string[] => [...recordFields(sheet).keys()];

/** Those of them that a row holds as its record does: what refers to other records is looked up first. */
export const ownColumns = (sheet: SheetName): string[] =>
  [...recordFields(sheet)].flatMap(([column, { references }]) => (references ? [] : [column]));

import type { FindingCode, SheetName } from '@fieldlab/domain';

/**
 * What must hold between rows, or deserves a word. The SQL answers the rows where it does not hold:
 * `line`, `value` (of the cell), `params` (of the sentence, jsonb), and `name` where the column differs by row.
 */
export interface Rule {
  code: FindingCode;
  sheet: SheetName;
  /** Null where the SQL says it, or where it is the whole row. */
  column: string | null;
  sql: string;
}

/** No sentence needs parameters. */
export const NONE = `'{}'::jsonb`;

/** The sheet's rows that will be written as they stand in the workbook, with at least the columns named. */
export const isMoved = (alias: string, ...columns: string[]): string =>
  `(${alias}.standing = 'NEW' or ${alias}.standing = 'CHANGED' and ${alias}.changed && '{${columns.join()}}')`;

/** The row's dates could all be read; otherwise nothing that follows from them is said. */
export const datesRead = (alias: string): string =>
  `(${alias}.faulty && array['started_on', 'ended_on', 'last_day']) is not true`;

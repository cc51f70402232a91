import type { SheetName } from '@fieldlab/domain';
import type { SqlClient } from '../../../platform/database/database';

/** `column = the row's value` for what the row changes, and as it is for the rest. */
export const replaced = (columns: Record<string, string>): string =>
  Object.entries(columns)
    .map(([column, value]) => `${column} = ${value}`)
    .join(', ');

export const changedTo = (named: string, value: string, otherwise: string): string =>
  `case when '${named}' = any(p.changed) then ${value} else ${otherwise} end`;

export const own = (...columns: string[]): Record<string, string> =>
  Object.fromEntries(columns.map((column) => [column, changedTo(column, `p.${column}`, `t.${column}`)]));

/** Writes such columns to the records of the rows whose differences were accepted. */
export async function update(
  client: SqlClient,
  sheet: SheetName,
  columns: Record<string, string>,
): Promise<void> {
  const table = sheet === 'programme' ? 'programmes' : sheet;
  await client.query(`
    update ${table} t set ${replaced(columns)}
      from planned_${sheet} p where p.record_id = t.id and p.standing = 'CHANGED'`);
}

import { snakeCase } from '@fieldlab/domain';
import type { SqlClient } from '../../platform/database/database';
import { raw, rowsOf, sql, type Sql } from '../../platform/database/sql';
import { PROFILE_FIELDS } from './company.dto';

type Row = Record<string, unknown>;

/** The change that made a company what it is now. */
export interface LastChange {
  revision: string;
  /** The company's own columns before it; none where it was made or brought back then. */
  before: Row | undefined;
  /** Its numbers and profiles were not changed after it, and it was no merge, which has a way back of its own. */
  isUntouched: boolean;
}

interface DatedTable {
  name: string;
  columns: readonly string[];
}

const DATED: readonly DatedTable[] = [
  { name: 'company_numbers', columns: ['scheme', 'number'] },
  { name: 'company_profiles', columns: PROFILE_FIELDS.map(snakeCase) },
];

export async function lastChangeOf(client: SqlClient, companyId: string): Promise<LastChange | undefined> {
  const [row] = await rowsOf<{ revision: string; before: Row | null; isUntouched: boolean }>(
    client,
    sql`select now.rev_from::text as revision, to_jsonb(former) as before,
               not exists (select from company_numbers_history h
                            where h.company_id = now.id and greatest(h.rev_from, h.rev_to) > now.rev_from)
           and not exists (select from company_profiles_history h
                            where h.company_id = now.id and greatest(h.rev_from, h.rev_to) > now.rev_from)
           and not exists (select from merges_history h
                            where now.id in (h.survivor_id, h.merged_id)
                              and greatest(h.rev_from, h.rev_to) >= now.rev_from)
               as "isUntouched"
          from companies_history now
          left join companies_history former
            on former.id = now.id and former.rev_to = now.rev_from and former.deleted_at is null
         where now.id = ${companyId}::uuid and now.rev_to is null`,
  );
  return row && { ...row, before: row.before ?? undefined };
}

/** Takes away the periods that a change began, and writes those that it ended or corrected as they were. */
export async function takeBackPeriods(
  client: SqlClient,
  companyId: string,
  { revision }: LastChange,
): Promise<void> {
  for (const table of DATED) await rowsOf(client, removeBegun(table, companyId, revision));
  for (const table of DATED) await rowsOf(client, restoreChanged(table, companyId, revision));
}

const changedIn = ({ name }: DatedTable, companyId: string, revision: string): Sql =>
  sql`select id from ${raw(`${name}_history`)} where company_id = ${companyId}::uuid and rev_from = ${revision}::bigint`;

function removeBegun(table: DatedTable, companyId: string, revision: string): Sql {
  return sql`update ${raw(table.name)} set deleted_at = clock_timestamp()
              where id in (${changedIn(table, companyId, revision)}) and deleted_at is null
                and id not in (select id from ${raw(`${table.name}_history`)} where rev_to = ${revision}::bigint)`;
}

function restoreChanged(table: DatedTable, companyId: string, revision: string): Sql {
  const columns = [...table.columns, 'valid_from', 'valid_to', 'deleted_at'];
  return sql`update ${raw(table.name)} t set ${raw(columns.map((name) => `${name} = former.${name}`).join(', '))}
               from ${raw(`${table.name}_history`)} former
              where former.id = t.id and former.rev_to = ${revision}::bigint
                and t.id in (${changedIn(table, companyId, revision)})`;
}

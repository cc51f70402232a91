import type { Pool, PoolClient } from 'pg';
import type { SqlClient } from '../platform/database/database';
import { raw, rowsOf, sql, type Sql } from '../platform/database/sql';
import type { DerivedField } from './record-spec';

/**
 * The name of the firm that a company of a record, joined under this alias, is now: records keep pointing at companies
 * that were merged.
 */
export const firmNameOf = (alias: string): Sql =>
  raw(`
    case when "${alias}".merged_into_id is null then "${alias}".name
         else (select f.name from companies f where f.id = company_root("${alias}".id)) end`);

/** The same as a field: the company's own name, but of one that was merged. */
export const firmName = (relation: string): DerivedField => ({
  kind: 'text',
  from: [relation, 'name'],
  unless: 'mergedIntoId',
  value: firmNameOf(relation),
});

/** These companies, and those that were merged into them: who asks for a firm's records means all of them. */
export async function withMerged(client: Pool | PoolClient, ids: readonly string[]): Promise<string[]> {
  const rows = await rowsOf<{ id: string }>(client, sql`select companies_merged_into(${ids}::uuid[]) as id`);
  return rows.map(({ id }) => id);
}

/** Until the end of the transaction nobody else merges, takes a merge back, or names a parent. */
export async function lockMerges(client: SqlClient): Promise<void> {
  await rowsOf(client, sql`select lock_merges()`);
}

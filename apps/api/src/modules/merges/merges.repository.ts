import type { SqlClient } from '../../platform/database/database';
import { rowsOf, sql } from '../../platform/database/sql';

/** Until the end of the transaction nobody else merges or takes a merge back. */
export async function lockMerges(client: SqlClient): Promise<void> {
  await rowsOf(client, sql`select lock_merges()`);
}

/** Answers whether two companies are one already: the same record, or merged along whatever chain. */
export async function isSameFirm(client: SqlClient, one: string, other: string): Promise<boolean> {
  const [row] = await rowsOf<{ same: boolean }>(
    client,
    sql`select company_root(${one}::uuid) = company_root(${other}::uuid) as same`,
  );
  return row?.same ?? false;
}

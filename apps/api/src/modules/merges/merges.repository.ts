import type { SqlClient } from '../../platform/database/database';
import { rowsOf, sql } from '../../platform/database/sql';

/** Answers whether two companies are one already: the same record, or merged along whatever chain. */
export async function isSameFirm(client: SqlClient, one: string, other: string): Promise<boolean> {
  const [row] = await rowsOf<{ same: boolean }>(
    client,
    sql`select company_root(${one}::uuid) = company_root(${other}::uuid) as same`,
  );
  return row?.same ?? false;
}

/** Whoever merges two firms takes back that they were said to differ: taking the merge back makes it a question again. */
export async function forgetThatTheyDiffer(client: SqlClient, one: string, other: string): Promise<void> {
  await rowsOf(
    client,
    sql`update duplicate_candidates set decision = null, decided_at = null
         where company_id = least(${one}::uuid, ${other}::uuid)
           and other_company_id = greatest(${one}::uuid, ${other}::uuid) and decision is not null`,
  );
}

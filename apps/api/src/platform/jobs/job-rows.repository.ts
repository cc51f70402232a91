import type { Pool } from 'pg';
import { rowsOf, sql, type Sql } from '../database/sql';

/** Whether a job of a queue, `j`, waits or is under way of which this holds. */
export const hasJob = (queue: string, which: Sql): Sql =>
  sql`exists (select from job j where j.name = ${queue} and j.state < 'completed' and ${which})`;

/** Says that somebody is at these jobs; the database leaves half a minute of each (`lease_job`), then another takes it up. */
export async function leaseJobs(client: Pool, queue: string, ids: readonly string[]): Promise<void> {
  await rowsOf(
    client,
    sql`update job set started_on = now()
         where name = ${queue} and id = any(${ids}::uuid[]) and state = 'active'`,
  );
}

/** These jobs were let go of in order, which pg-boss counts as it counts a death. */
export async function uncountAttempt(client: Pool, queue: string, ids: readonly string[]): Promise<void> {
  await rowsOf(
    client,
    sql`update job set retry_count = retry_count - 1
         where name = ${queue} and id = any(${ids}::uuid[]) and state = 'active'`,
  );
}

import type { Pool } from 'pg';
import { rowsOf, sql, type Sql } from '../database/sql';

/** Whether a job of a queue, `j`, waits or is under way of which this holds. */
export const hasJob = (queue: string, which: Sql): Sql =>
  sql`exists (select from job j where j.name = ${queue} and j.state < 'completed' and ${which})`;

/** Nobody was seen at a job for so long: who was has died. */
const LEASE_SECONDS = 30;

/**
 * Says that somebody is at these jobs. pg-boss takes a job for abandoned when it has lasted as long as its queue allows;
 * so that a death is noticed sooner, each counts as begun so long ago that only the lease is left of it.
 */
export async function leaseJobs(client: Pool, queue: string, ids: readonly string[]): Promise<void> {
  await rowsOf(
    client,
    sql`update job set started_on = now() - expire_in + make_interval(secs => ${LEASE_SECONDS})
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

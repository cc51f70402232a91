import type pg from 'pg';

/** Gives the role of requests what requests may do, and no more. As the owner. */
export async function grantToApplication(owner: pg.Client, role: string): Promise<void> {
  await owner.query('select grant_to_application($1), grant_jobs_to_application($1)', [role]);
}

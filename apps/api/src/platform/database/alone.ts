import pg from 'pg';

/** Runs `work` while no other process runs its own under the same number. The lock ends with the process that has it. */
export async function alone<T>(ownerUrl: string, lock: number, work: () => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: ownerUrl, application_name: 'fieldlab start' });
  client.on('error', () => undefined); // told by the query, or by what `work` asks itself
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [lock]);
    return await work();
  } finally {
    await client.end();
  }
}

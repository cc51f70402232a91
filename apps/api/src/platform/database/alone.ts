import pg from 'pg';
import { connectionTo } from './schema';

/** Runs `work` while no other process on this register runs its own under the same number. The lock ends with the process that has it. */
export async function alone<T>(ownerUrl: string, lock: number, work: () => Promise<T>): Promise<T> {
  const client = new pg.Client(connectionTo(ownerUrl, 'start'));
  client.on('error', () => undefined); // told by the query, or by what `work` asks itself
  await client.connect();
  try {
    await client.query('select pg_advisory_lock(lock_key($1))', [lock]);
    return await work();
  } finally {
    await client.end();
  }
}

import pg from 'pg';
import { connectionTo } from './schema';
import { rowsOf, sql } from './sql';

/** Runs `work` while no other process on this register runs its own under the same number; waits for one that does. */
export const alone = <T>(ownerUrl: string, lock: number, work: () => Promise<T>): Promise<T> =>
  connected(ownerUrl, async (client) => {
    await rowsOf(client, sql`select pg_advisory_lock(lock_key(${lock}::bigint))`);
    return work();
  });

/** Runs `work` unless another process on this register runs its own under the same number; answers whether it did. */
export const ifAlone = (ownerUrl: string, lock: number, work: () => Promise<void>): Promise<boolean> =>
  connected(ownerUrl, async (client) => {
    const [row] = await rowsOf<{ free: boolean }>(
      client,
      sql`select pg_try_advisory_lock(lock_key(${lock}::bigint)) as free`,
    );
    if (row?.free) await work();
    return row?.free === true;
  });

/** A lock ends with the connection that took it, and so with the process. */
async function connected<T>(ownerUrl: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client(connectionTo(ownerUrl, 'lock'));
  client.on('error', () => undefined); // told by the query, or by what `work` asks itself
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

import type { PoolClient } from 'pg';
import { raw, rowsOf, sql } from './sql';

/** Nobody else changes or deletes that row before the transaction ends; Prisma Client has no words for it. */
export async function lockRow(client: PoolClient, table: string, id: string): Promise<void> {
  await rowsOf(client, sql`select 1 from ${raw(table)} where id = ${id}::uuid for no key update`);
}

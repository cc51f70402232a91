import type { SqlClient } from '../../platform/database/database';
import { LOCKS } from '../../platform/database/locks';
import { rowsOf, sql } from '../../platform/database/sql';

/** Until the end of the transaction no file is removed: one that is there stays there. */
export async function holdOffRemoval(client: SqlClient): Promise<void> {
  await rowsOf(client, sql`select pg_advisory_xact_lock_shared(lock_key(${LOCKS.fileRemoval}))`);
}

/** Waits for whoever is attaching files; those who come after wait until the end of the transaction. */
export async function lockForRemoval(client: SqlClient): Promise<void> {
  await rowsOf(client, sql`select pg_advisory_xact_lock(lock_key(${LOCKS.fileRemoval}))`);
}

/** Those of these fingerprints that no evidence has, nor ever had. */
export async function unusedOf(client: SqlClient, kept: readonly string[]): Promise<string[]> {
  const rows = await rowsOf<{ sha256: string }>(client, sql`select unused_files(${kept}::text[]) as sha256`);
  return rows.map(({ sha256 }) => sha256);
}

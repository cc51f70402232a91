import { DomainError, errorSentence } from '@fieldlab/domain';
import type { SqlClient } from '../../../platform/database/database';
import { raw, rowsOf, sql } from '../../../platform/database/sql';

/** Kinds that keep no versions: what was made of them is known by its ids. */
const WITHOUT_VERSIONS = ['contacts', 'notes'] as const;

export type MadeWithoutVersions = Readonly<Partial<Record<string, readonly string[]>>>;

/**
 * Deletes records that keep no versions, all or none; what was erased since is gone already.
 * @throws DomainError BUILT_UPON where some were changed or deleted since, as of records that do keep them
 */
export async function takeBack(client: SqlClient, made: MadeWithoutVersions): Promise<void> {
  const changed: Record<string, string> = {};
  for (const table of WITHOUT_VERSIONS) {
    const ids = made[table] ?? [];
    if (ids.length === 0) continue;
    const rows = await rowsOf<{ version: number }>(
      client,
      sql`select version from ${raw(table)} where id = any(${ids}::uuid[]) order by id for update`,
    );
    const since = rows.filter(({ version }) => version > 1).length;
    if (since > 0) changed[table] = String(since);
    await rowsOf(client, sql`update ${raw(table)} set deleted_at = now() where id = any(${ids}::uuid[])`);
  }
  if (Object.keys(changed).length > 0)
    throw new DomainError('BUILT_UPON', errorSentence('BUILT_UPON', changed, 'en'), [], changed);
}

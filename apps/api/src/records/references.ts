import type { InputFault } from '@fieldlab/domain';
import type { SqlClient } from '../platform/database/database';
import { raw, rowsOf, sql, type Sql } from '../platform/database/sql';
import type { RecordSpec } from './record-spec';

/** Where each resource is kept, and what of it a bounded reader may see. */
const REFERENCED: Record<string, { table: string; readable?: (bound: readonly string[]) => Sql }> = {
  centres: { table: 'centres' },
  companies: { table: 'companies' },
  activities: {
    table: 'activities',
    readable: (bound) => sql`t.centre_id = any(${bound}::uuid[])`,
  },
};

/** A fault for every id that does not exist, is deleted, or may not be read: the three look alike on purpose. */
export async function referenceFaults(
  client: SqlClient,
  spec: RecordSpec,
  values: Record<string, unknown>,
  bound: readonly string[] | undefined,
): Promise<InputFault[]> {
  const faults: InputFault[] = [];
  for (const [name, { references }] of Object.entries(spec.fields)) {
    const value = values[name];
    if (references === undefined || value === undefined || value === null) continue;
    const ids = Array.isArray(value) ? (value as string[]) : [value as string];
    const known = await knownIds(client, references, ids, bound);
    for (const id of ids.filter((one) => !known.has(one))) {
      faults.push({ path: name, message: `There is no record with id ${id} in ${references}.` });
    }
    if (new Set(ids).size < ids.length) faults.push({ path: name, message: 'An id stands there twice.' });
  }
  return faults;
}

async function knownIds(
  client: SqlClient,
  resource: string,
  ids: string[],
  bound: readonly string[] | undefined,
) {
  const { table, readable } = REFERENCED[resource] ?? { table: resource };
  const scope = bound && readable ? sql`and ${readable(bound)}` : sql``;
  const rows = await rowsOf<{ id: string }>(
    client,
    sql`select t.id from ${raw(table)} t where t.id = any(${ids}::uuid[]) and t.deleted_at is null ${scope}`,
  );
  return new Set(rows.map(({ id }) => id));
}

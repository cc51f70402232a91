import type { InputFault } from '@fieldlab/domain';
import type { Pool, PoolClient } from 'pg';
import { join, raw, rowsOf, sql, type Sql } from '../platform/database/sql';
import { columnOf, type RecordSpec } from './record-spec';

type Client = Pool | PoolClient;
type Row = Record<string, unknown>;
type Bound = readonly string[] | undefined;

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
  client: Client,
  spec: RecordSpec,
  values: Row,
  bound: Bound,
): Promise<InputFault[]> {
  const faults: InputFault[] = [];
  for (const [name, { references }] of Object.entries(spec.fields)) {
    const value = values[name];
    if (references === undefined || value === undefined || value === null) continue;
    const ids = Array.isArray(value) ? (value as string[]) : [value as string];
    const known = await knownIds(client, references, ids, bound);
    for (const id of ids.filter((one) => !known.has(one))) {
      faults.push({
        path: name,
        message: `There is no record with id ${id} in ${references}.`,
        code: 'NO_SUCH_RECORD',
      });
    }
    if (new Set(ids).size < ids.length) faults.push({ path: name, message: 'An id stands there twice.' });
  }
  return faults;
}

async function knownIds(client: Client, resource: string, ids: string[], bound: Bound) {
  const { table, readable } = REFERENCED[resource] ?? { table: resource };
  const scope = bound && readable ? sql`and ${readable(bound)}` : sql``;
  const rows = await rowsOf<{ id: string }>(
    client,
    sql`select t.id from ${raw(table)} t where t.id = any(${ids}::uuid[]) and t.deleted_at is null ${scope}`,
  );
  return new Set(rows.map(({ id }) => id));
}

/**
 * The same values, with every company that was merged away replaced by the firm it is now. A company that the record
 * points at already stays: records keep pointing where they did.
 */
export async function withSurvivors(
  client: Client,
  spec: RecordSpec,
  values: Row,
  current: Row = {},
): Promise<Row> {
  const resolved: Row = { ...values };
  for (const [name, { references }] of Object.entries(spec.fields)) {
    const id = values[name];
    if (references !== 'companies' || typeof id !== 'string' || id === current[name]) continue;
    const [root] = await rowsOf<{ id: string | null }>(client, sql`select company_root(${id}::uuid) as id`);
    if (root?.id) resolved[name] = root.id;
  }
  return resolved;
}

/** Answers whether a record with these references would lie in the writer's scope. */
export async function mayHang(client: Client, spec: RecordSpec, values: Row, bound: Bound): Promise<boolean> {
  if (!bound || !spec.within) return true;
  const references = Object.entries(spec.fields)
    .filter(([, field]) => field.references !== undefined)
    .map(([name, { kind }]) => {
      const type = raw(kind === 'list' ? 'uuid[]' : 'uuid');
      return sql`${values[name] ?? null}::${type} as ${raw(columnOf(name))}`;
    });
  const rows = await rowsOf(
    client,
    sql`select 1 from (select ${join(references)}) t ${spec.joins ?? sql``} where ${spec.within.write(bound)}`,
  );
  return rows.length > 0;
}

import type { Pool, PoolClient } from 'pg';
import { addDays, snakeCase } from '@fieldlab/domain';
import { rowsOf, sql } from '../platform/database/sql';
import type { Field } from './fields';
import { tableOf, type RecordSpec } from './record-spec';
import { scopeCondition, withRelations } from './record-sql';

/** One version of a record: when it was the current one, whose it was, and how it differs from the one before. */
export interface RecordVersion {
  version: number;
  knownFrom: string;
  knownTo: string | null;
  actor: { id: string | null; name: string };
  reason: string | null;
  changes: Record<string, { from: unknown; to: unknown }>;
}

/** A version as it was read, its values by column. */
export interface VersionRow {
  version: number;
  deleted: boolean;
  values: Record<string, unknown>;
  known_from: Date;
  known_to: Date | null;
  actor_id: string | null;
  actor_name: string;
  reason: string | null;
}

/** Every version that was ever current, newest first; to a bounded reader those that lay in their centres. */
export async function historyOf(
  client: Pool | PoolClient,
  spec: RecordSpec,
  id: string,
  bound?: readonly string[],
): Promise<{ data: RecordVersion[]; total: number }> {
  const scope = scopeCondition(spec, bound) ?? sql`true`;
  const rows = await rowsOf<VersionRow>(
    client,
    sql`select t.version, t.deleted_at is not null as deleted, to_jsonb(t) as values, f.known_at as known_from,
               u.known_at as known_to, f.actor_id, f.actor_name, f.reason
          ${withRelations(spec, sql`${tableOf(spec)}_history`)}
          join revisions f on f.id = t.rev_from
          left join revisions u on u.id = t.rev_to
         where t.id = ${id}::uuid and ${scope}
         order by t.rev_from`,
  );
  const versions = rows.map((row, index) => toVersion(spec, row, rows[index - 1]));
  return { data: versions.reverse(), total: versions.length };
}

export function toVersion(spec: RecordSpec, row: VersionRow, before: VersionRow | undefined): RecordVersion {
  return {
    version: row.version,
    knownFrom: row.known_from.toISOString(),
    knownTo: row.known_to?.toISOString() ?? null,
    actor: { id: row.actor_id, name: row.actor_name },
    reason: row.reason,
    changes: changesBetween(spec, before, row),
  };
}

/** The fields in which two versions differ. */
export function changesBetween(
  spec: RecordSpec,
  before: VersionRow | undefined,
  after: VersionRow,
): RecordVersion['changes'] {
  const changes: RecordVersion['changes'] = {};
  for (const [name, field] of Object.entries(spec.fields)) {
    const [from, to] = [before, after].map((row) => answered(row, snakeCase(name), field));
    if (JSON.stringify(from) !== JSON.stringify(to)) changes[name] = { from, to };
  }
  const { period } = spec;
  if (period && changes[period.end]) {
    const { from, to } = changes[period.end] ?? {};
    changes.lastDay = { from: lastDayBefore(from), to: lastDayBefore(to) };
  }
  if (after.deleted !== (before?.deleted ?? false))
    changes.deleted = { from: !after.deleted, to: after.deleted };
  return changes;
}

const lastDayBefore = (end: unknown): unknown => (typeof end === 'string' ? addDays(end, -1) : null);

/** A column's value as the API answers it: money as text with cents. */
function answered(row: VersionRow | undefined, column: string, { kind, answer }: Field): unknown {
  const value = row?.values[column];
  if (value === null || value === undefined) return null;
  if (row && answer) return answer(value, row.values);
  return kind === 'decimal' && typeof value === 'number' ? value.toFixed(2) : value;
}

import type { Pool } from 'pg';
import { allOf, empty, join, rowsOf, sql, type Sql } from '../../platform/database/sql';
import type { SilentCentre } from './silent-centres.dto';

type Row = Omit<SilentCentre, 'lastLoggedAt'> & { lastLoggedAt: Date | null };

/** All that is written of a centre z, deleted or not. */
const WRITTEN: readonly Sql[] = [
  sql`from participations t where t.centre_id = z.id`,
  sql`from activities t where t.centre_id = z.id`,
  sql`from attendances t join activities v on v.id = t.activity_id where v.centre_id = z.id`,
  sql`from investments t where t.centre_id = z.id`,
  sql`from spin_offs t where t.centre_ids @> array[z.id]`,
  sql`from outcomes t where t.centre_ids @> array[z.id]`,
];

/**
 * Centres that are active today and of which nothing was written for so many days, the longest silent first. What
 * counts is when people wrote, not the day that they wrote about; a change or a deletion is a sign of life too.
 */
export async function silentCentres(
  client: Pool,
  { days, today, bound }: { days: number; today: string; bound: readonly string[] | undefined },
): Promise<SilentCentre[]> {
  const own = bound ? sql`and z.id = any(${bound}::uuid[])` : empty;
  const cutoff = sql`now() - make_interval(days => ${days})`;
  // One look at a time: most centres have something recent, and of those nothing more is read.
  const isSilent = WRITTEN.map(
    (written) => sql`(select 1 ${written} and t.updated_at >= ${cutoff} limit 1) is null`,
  );
  const last = WRITTEN.map((written) => sql`(select max(t.updated_at) ${written})`);
  const rows = await rowsOf<Row>(
    client,
    sql`
    select z.id, z.code, z.kind, z.name, greatest(${join(last)}) as "lastLoggedAt"
      from centres z
     where z.deleted_at is null and z.started_on <= ${today}::date and z.created_at < ${cutoff}
       and (z.ended_on is null or ${today}::date < z.ended_on) ${own}
       and ${allOf(isSilent)}
     order by "lastLoggedAt" nulls first, z.code`,
  );
  return rows.map((row) => ({ ...row, lastLoggedAt: row.lastLoggedAt?.toISOString() ?? null }));
}

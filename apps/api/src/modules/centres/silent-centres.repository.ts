import type { Pool } from 'pg';
import { rowsOf, sql } from '../../platform/database/sql';
import type { SilentCentre } from './silent-centres.dto';

type Row = Omit<SilentCentre, 'lastLoggedAt'> & { lastLoggedAt: Date | null };

/**
 * Centres that are active today and of which nothing was written for so many days, the longest silent first. What
 * counts is when people wrote, not the day that they wrote about; a change or a deletion is a sign of life too.
 */
export async function silentCentres(
  client: Pool,
  { days, today, bound }: { days: number; today: string; bound: readonly string[] | undefined },
): Promise<SilentCentre[]> {
  const own = bound ? sql`and z.id = any(${bound}::uuid[])` : sql``;
  const rows = await rowsOf<Row>(
    client,
    sql`
    with written as (
      select centre_id, max(updated_at) as at from participations group by 1
      union all select centre_id, max(updated_at) from activities group by 1
      union all select v.centre_id, max(t.updated_at) from attendances t join activities v on v.id = t.activity_id group by 1
      union all select centre_id, max(updated_at) from investments group by 1
      union all select unnest(centre_ids), max(updated_at) from spin_offs group by 1
      union all select unnest(centre_ids), max(updated_at) from outcomes group by 1)
    select z.id, z.code, z.kind, z.name, max(w.at) as "lastLoggedAt"
      from centres z left join written w on w.centre_id = z.id
     where z.deleted_at is null and z.started_on <= ${today}::date
       and (z.ended_on is null or ${today}::date < z.ended_on) ${own}
     group by z.id
    having coalesce(max(w.at), z.created_at) < now() - make_interval(days => ${days})
     order by max(w.at) nulls first, z.code`,
  );
  return rows.map((row) => ({ ...row, lastLoggedAt: row.lastLoggedAt?.toISOString() ?? null }));
}

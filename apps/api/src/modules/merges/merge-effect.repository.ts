import type { SqlClient } from '../../platform/database/database';
import { rowsOf, sql } from '../../platform/database/sql';
import type { MergeEffect } from './merge.dto';

type Hanging = MergeEffect['records']['survivor'];

/** How many live records point at a company, or at one that was merged into it. */
export async function hangingFrom(client: SqlClient, companyId: string): Promise<Hanging> {
  const [counts] = await rowsOf<Hanging & Record<string, number>>(
    client,
    sql`with firm as materialized (select array(select companies_merged_into(array[${companyId}::uuid])) as members)
      select
        (select count(*)::int from participations where company_id = any((select members from firm)::uuid[]) and deleted_at is null) as participations,
        (select count(*)::int from attendances where company_id = any((select members from firm)::uuid[]) and deleted_at is null) as attendances,
        (select count(*)::int from outcomes where company_id = any((select members from firm)::uuid[]) and deleted_at is null) as outcomes,
        (select count(*)::int from investments where company_id = any((select members from firm)::uuid[]) and deleted_at is null) as investments,
        (select count(*)::int from spin_offs where parent_company_id = any((select members from firm)::uuid[]) and deleted_at is null) as "spinOffs"`,
  );
  if (!counts) throw new Error('Counting answered nothing.');
  return counts;
}

/** The centres in which both take part at the same time: there they would count once. */
export async function centresOfBoth(client: SqlClient, one: string, other: string): Promise<string[]> {
  const rows = await rowsOf<{ name: string }>(
    client,
    sql`select distinct z.name from participations a
          join participations b on b.centre_id = a.centre_id and b.deleted_at is null
           and daterange(b.started_on, b.ended_on) && daterange(a.started_on, a.ended_on)
          join centres z on z.id = a.centre_id
         where a.company_id = any(array(select companies_merged_into(array[${one}::uuid])))
           and b.company_id = any(array(select companies_merged_into(array[${other}::uuid]))) and a.deleted_at is null
         order by z.name`,
  );
  return rows.map(({ name }) => name);
}

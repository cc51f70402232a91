import type { SqlClient } from '../../../platform/database/database';
import { rowsOf, sql, type Sql } from '../../../platform/database/sql';
import type { MemberPage, MemberRow, PageRequest } from './engine-context';

/** One page, by label, of a statement that selects (resource, id, label), with the total over all pages. */
export async function page(client: SqlClient, members: Sql, request: PageRequest): Promise<MemberPage> {
  const rows = await rowsOf<{ [K in keyof MemberRow]: string | null } & { total: string }>(
    client,
    sql`with member as (${members})
      select resource, id, label, total
        from (select count(*) as total from member) t
        left join lateral (
          select * from member order by lower(label), id limit ${request.limit} offset ${request.offset}) m on true`,
  );
  return {
    rows: rows.flatMap(({ resource, id, label }) =>
      id === null ? [] : [{ resource: resource ?? '', id, label: label ?? '' }],
    ),
    total: Number(rows[0]?.total ?? 0),
  };
}

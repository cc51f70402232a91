import type { SqlClient } from '../../../platform/database/database';
import { listOfIds, rowsOf, sql, type Sql } from '../../../platform/database/sql';
import type { EngineContext, MemberPage, MemberRow, PageRequest } from './engine-context';

/** Of what many records made a member count, the first so many are told. */
export const MOST_BEHIND = 10;

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

/** One page of these companies. */
export const companiesPage = (
  { client, register }: EngineContext,
  ids: readonly (string | null)[],
  request: PageRequest,
): Promise<MemberPage> =>
  page(
    client,
    sql`select 'companies' as resource, c.id::text as id, c.name as label
          from unnest(${listOfIds(ids.flatMap((id) => id ?? []))}::uuid[]) member (id) join ${register.table('companies')} c on c.id = member.id`,
    request,
  );

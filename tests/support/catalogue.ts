import pg from 'pg';
import { IS_OF_JOBS } from '@api/platform/database/backup/backup-format';

/** Lines that say what a register holds, in an order of their own: one for each column, key, index and enum. */
export type Catalogue = string[];

// What Prisma's schema cannot say is left out: partial and expression indexes, exclusions, checks, triggers, views, and
// whether a list may be null. It has words of its own for two defaults.
const CATALOGUE = `
  with relation as (
    select c.oid, c.relname as name from pg_class c
     where c.relnamespace = current_schema()::regnamespace and c.relkind = 'r' and c.relname <> '_prisma_migrations'
       and not ${IS_OF_JOBS} and (c.relname ~ '_history$') = $1
  ),
  names as (
    select t.oid, k.position, k.keys, array_agg(a.attname::text order by key.ordinality) as columns
      from relation t
      cross join lateral (
        select i.indexrelid::text as position, i.indkey::int2[] as keys from pg_index i where i.indrelid = t.oid
        union all
        select c.oid::text, c.conkey from pg_constraint c where c.conrelid = t.oid and c.contype = 'f'
      ) k
      cross join lateral unnest(k.keys) with ordinality as key (number, ordinality)
      join pg_attribute a on a.attrelid = t.oid and a.attnum = key.number
     group by t.oid, k.position, k.keys
  )
  select format('column %s.%s %s%s%s', t.name, a.attname, format_type(a.atttypid, a.atttypmod),
                case when a.attnotnull and format_type(a.atttypid, null) not like '%[]' then ' not null' end,
                case when a.attgenerated = '' then ' default ' || value.named end) as line
    from relation t
    join pg_attribute a on a.attrelid = t.oid and a.attnum > 0 and not a.attisdropped
    left join pg_attrdef d on d.adrelid = t.oid and d.adnum = a.attnum
    cross join lateral (select pg_get_expr(d.adbin, d.adrelid) as written) w
    left join lateral (
      select case when format_type(a.atttypid, null) like '%[]' then 'empty' when w.written = 'CURRENT_TIMESTAMP' then 'now()' else w.written end as named
       where w.written is not null
    ) value on true
  union all
  select format('%s %s (%s)%s', case when i.indisprimary then 'primary key' when i.indisunique then 'unique' else 'index' end,
                t.name, array_to_string(n.columns, ', '),
                case when 3 = any (i.indoption) or i.indoption[0] & 1 = 1 then ' descending' end)
    from relation t
    join pg_index i on i.indrelid = t.oid and i.indpred is null and i.indexprs is null
    join pg_class x on x.oid = i.indexrelid
    join pg_am m on m.oid = x.relam and m.amname in ('btree', 'gin')
    join names n on n.oid = t.oid and n.position = i.indexrelid::text
  union all
  select format('foreign key %s (%s) references %s on delete %s', t.name, array_to_string(n.columns, ', '),
                c.confrelid::regclass::text,
                case c.confdeltype when 'c' then 'cascade' when 'r' then 'restrict' when 'n' then 'set null' else 'no action' end)
    from relation t
    join pg_constraint c on c.conrelid = t.oid and c.contype = 'f'
    join names n on n.oid = t.oid and n.position = c.oid::text
  union all
  select format('enum %s (%s)', e.typname, string_agg(l.enumlabel, ', ' order by l.enumsortorder))
    from pg_type e join pg_enum l on l.enumtypid = e.oid
   where e.typnamespace = current_schema()::regnamespace and e.typname <> 'job_state' and not $1
   group by e.typname
   order by 1`;

/** What the register at `url` holds, or what it keeps the history of its tables in. */
export async function catalogueOf(url: string, of: 'register' | 'history' = 'register'): Promise<Catalogue> {
  return withClient(url, async (client) => {
    const { rows } = await client.query<{ line: string }>(CATALOGUE, [of === 'history']);
    return rows.map(({ line }) => line);
  });
}

export async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

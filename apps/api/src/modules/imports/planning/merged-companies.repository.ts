import type { SqlClient } from '../../../platform/database/database';

/** For every company that was merged away, at the end of its chain: the company that it is now. */
export async function makeMergedCompanies(client: SqlClient): Promise<void> {
  await client.query(`
    create temp table merged_companies on commit drop as
    with recursive chain as (
      select id as company_id, merged_into_id as root_id from companies
       where merged_into_id is not null and deleted_at is null
      union all
      select chain.company_id, c.merged_into_id
        from chain join companies c on c.id = chain.root_id where c.merged_into_id is not null
    )
    select chain.company_id, chain.root_id
      from chain join companies root on root.id = chain.root_id and root.merged_into_id is null`);
  await client.query('alter table merged_companies add primary key (company_id)');
  await client.query('create index on merged_companies (root_id)');
}

-- PostgreSQL 18 keeps the plan of a function written in SQL, and an import that began with an empty register kept one
-- that read every company for each new one: 10,000 companies took half a minute. Each step of the recursion is a look-up
-- of its own now, which is by the index from the first row on, and callers know to expect a company or two.
create or replace function companies_merged_into(ids uuid[]) returns setof uuid language sql stable rows 2 as $$
  with recursive member as (
    select unnest(ids) as id
    union
    select below.id from member cross join lateral (
      select c.id from companies c where c.merged_into_id = member.id and c.deleted_at is null offset 0) below)
  select id from member
$$;

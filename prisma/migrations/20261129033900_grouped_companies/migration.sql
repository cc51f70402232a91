-- A company's parent, as dated as the rest of its profile: its group on a day is that of its parent's, up to a company
-- that has none. Merges resolve first, on both ends; whom a merge makes its own parent has none.

alter table company_profiles add group_id uuid references companies (id) on delete restrict;
create index company_profiles_group on company_profiles (group_id);

select guard_reference('company_profiles', 'companies', 'group_id');
select track_history('company_profiles');

-- Refuses when a company is, on some day, above itself: the ring is named from the company to itself.
create function refuse_ring_of_groups(company uuid) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  ring uuid[];
  names text;
begin
  with recursive chain (id, days, path) as (
    select company_root(company), daterange(null, null), array[]::uuid[]
    union all
    select up.parent, chain.days * daterange(p.valid_from, p.valid_to), chain.path || chain.id
      from chain
      join company_profiles p on p.company_id = chain.id and p.deleted_at is null and p.group_id is not null
      cross join lateral (select company_root(p.group_id) as parent) up
     where up.parent <> chain.id and chain.id <> all (chain.path)
       and not isempty(chain.days * daterange(p.valid_from, p.valid_to)))
  select path || id into ring from chain where cardinality(path) > 0 and id = path[1] limit 1;
  if ring is not null then
    select string_agg(c.name, ' → ' order by r.place) into names
      from unnest(ring) with ordinality r (id, place) join companies c on c.id = r.id;
    perform refuse('GROUP_CYCLE', jsonb_build_object('chain', names));
  end if;
end $$;

-- Parents are named one at a time, and beside no merge, so that each sees the chains that the one before left.
create function keep_groups_open() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if tg_table_name = 'companies' then
    perform refuse_ring_of_groups(new.id);
    perform refuse_ring_of_groups(old.merged_into_id) where old.merged_into_id is not null;
  else
    perform lock_merges();
    perform refuse_ring_of_groups(new.company_id);
  end if;
  return null;
end $$;
create trigger h_groups_open_insert after insert on company_profiles for each row
  when (new.group_id is not null and new.deleted_at is null) execute function keep_groups_open();
create trigger h_groups_open_update after update on company_profiles for each row
  when (new.group_id is not null and new.deleted_at is null
        and (new.group_id, new.valid_from, new.valid_to, new.deleted_at)
            is distinct from (old.group_id, old.valid_from, old.valid_to, old.deleted_at))
  execute function keep_groups_open();
create trigger h_groups_open_merge after update of merged_into_id on companies for each row
  when (new.merged_into_id is distinct from old.merged_into_id) execute function keep_groups_open();

-- As before; a profile stands and falls with its company, and points at another as its group.
create or replace function live_dependants(parent text, parent_id uuid) returns jsonb
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  reference record;
  found bigint;
  counts jsonb := '{}';
begin
  for reference in
    select c.conrelid::regclass::text as child, a.attname as col
      from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
     where c.contype = 'f' and c.confrelid = format('public.%I', parent)::regclass
       and c.conrelid::regclass::text not in ('company_numbers', 'company_profiles', 'duplicate_candidates', 'merges')
       and exists (select 1 from pg_attribute d where d.attrelid = c.conrelid and d.attname = 'deleted_at')
  loop
    execute format('select count(*) from %s where %I = $1 and deleted_at is null', reference.child, reference.col)
      into found using parent_id;
    if found > 0 then
      counts := jsonb_set(counts, array[reference.child], to_jsonb(coalesce((counts ->> reference.child)::bigint, 0) + found));
    end if;
  end loop;
  if parent = 'companies' then
    select count(distinct p.company_id) into found
      from company_profiles p join companies c on c.id = p.company_id and c.deleted_at is null
     where p.group_id = parent_id and p.company_id <> parent_id and p.deleted_at is null;
    if found > 0 then
      counts := jsonb_set(counts, '{companies}', to_jsonb(coalesce((counts ->> 'companies')::bigint, 0) + found));
    end if;
  end if;
  if parent = 'centres' then
    select counts || jsonb_strip_nulls(jsonb_build_object(
      'spin_offs', nullif((select count(*) from spin_offs where centre_ids @> array[parent_id] and deleted_at is null), 0),
      'outcomes', nullif((select count(*) from outcomes where centre_ids @> array[parent_id] and deleted_at is null), 0)))
      into counts;
  end if;
  return nullif(counts, '{}');
end $$;

-- The sector is counted as well now, by its code and version; so it is locked with what was accepted.
drop trigger g_locked_insert on company_profiles;
drop trigger g_locked_update on company_profiles;
drop trigger g_locked_delete on company_profiles;
select guard_locked_periods('company_profiles', $$
  select r.company_id as id, e.centre_id, e.days * daterange(r.valid_from, r.valid_to) as days,
         jsonb_build_array(r.size_class, r.province, r.sbi_code, r.sbi_version) as what
    from %s r cross join company_presence(r.company_id) e
   where r.deleted_at is null and num_nonnulls(r.size_class, r.province, r.sbi_code) > 0 $$);

do $$ begin
  if exists (select from pg_roles where rolname = 'fieldlab_app') then
    perform grant_to_application('fieldlab_app');
  end if;
end $$;

-- A merge is a statement about identity, with an actor and a reason: two records always were one firm. It is a record
-- of its own, with history; what it says of the company merged away (companies.merged_into_id) follows from it, so that
-- figures as known at an instant resolve merges by the versions of companies alone.
-- See docs/decisions/0018-merges.md.

create table merges (
  id uuid primary key default uuid_v7(),
  version integer not null default 1,
  created_at timestamptz(3) not null default now(),
  updated_at timestamptz(3) not null default now(),
  -- When it was taken back.
  deleted_at timestamptz(3),
  survivor_id uuid not null references companies (id) on delete restrict,
  merged_id uuid not null references companies (id) on delete restrict,
  reason text,
  -- What the survivor took over: [{field, from, to, numberId?}].
  taken_over jsonb not null default '[]'
);
create index merges_survivor on merges (survivor_id);
create index merges_merged on merges (merged_id);
-- A company is merged into one other at a time.
create unique index merges_once on merges (merged_id) where deleted_at is null;

select guard_reference('merges', 'companies', 'survivor_id');
select guard_reference('merges', 'companies', 'merged_id');
select track_history('merges');
-- What was taken over stands in the trail of the survivor, personal values as digests.
select track_audit('merges', 'merges', left_out => '{taken_over}');

do $$ begin
  if exists (select from companies where merged_into_id is not null and deleted_at is null) then
    perform announce_author(null, 'Fieldlab', null, 'Merges that were recorded with the company alone');
    insert into merges (survivor_id, merged_id)
    select merged_into_id, id from companies where merged_into_id is not null and deleted_at is null;
  end if;
end $$;
-- The revision is settled here: a restore of an older backup alters tables after this, in the same transaction.
set constraints revisions_settle, audit_links_settle immediate;
set constraints revisions_settle, audit_links_settle deferred;

create function follow_merge() returns trigger language plpgsql as $$
begin
  if new.deleted_at is null then
    update companies set merged_into_id = new.survivor_id, updated_at = now() where id = new.merged_id;
  else
    update companies set merged_into_id = null, updated_at = now() where id = new.merged_id;
  end if;
  return null;
end $$;
create trigger f_company_follows_insert after insert on merges for each row execute function follow_merge();
create trigger f_company_follows_update after update of deleted_at on merges for each row
  when (old.deleted_at is distinct from new.deleted_at) execute function follow_merge();

-- Merges are made and taken back one at a time, so that each sees the chains that the one before left.
create function lock_merges() returns void language sql as $$ select pg_advisory_xact_lock(7316018421) $$;

-- The companies with these ids, and those merged into them, directly or along a chain.
create function companies_merged_into(ids uuid[]) returns setof uuid language sql stable as $$
  with recursive member as (
    select unnest(ids) as id
    union
    select c.id from member join companies c on c.merged_into_id = member.id and c.deleted_at is null)
  select id from member
$$;

-- Where and when a firm was seen, by its own records and those of companies merged into it: what is known of the firm
-- itself counts there and then.
create or replace function company_presence(company uuid) returns table (centre_id uuid, days daterange) language sql stable as $$
  with member as materialized (select companies_merged_into(array[company]) as id)
  select p.centre_id, daterange(p.started_on, p.ended_on) from member m join participations p on p.company_id = m.id
   where p.deleted_at is null
  union all
  select v.centre_id, daterange(v.held_on, v.held_on, '[]')
    from member m join attendances a on a.company_id = m.id join activities v on v.id = a.activity_id
   where a.deleted_at is null and v.deleted_at is null
  union all
  select z.id, daterange(o.achieved_on, o.achieved_on, '[]')
    from member m join outcomes o on o.company_id = m.id cross join unnest(o.centre_ids) z (id)
   where o.deleted_at is null
$$;

-- As of participations: new attendances resolve merges first, and those of before the merge stay as they are.
create function refuse_second_attendance_of_firm() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  bad uuid;
begin
  if not exists (select 1 from companies where merged_into_id is not null) then
    return null;
  end if;
  select n.id into bad
    from new_rows n
    cross join lateral company_family(n.company_id) relative (id)
    join attendances o on o.company_id = relative.id and o.company_id <> n.company_id and o.activity_id = n.activity_id
     and o.deleted_at is null
   where n.deleted_at is null
   limit 1;
  if bad is not null then
    perform refuse('DUPLICATE_ATTENDANCE', jsonb_build_object('table', 'attendances', 'id', bad));
  end if;
  return null;
end $$;
create trigger b_firm_once_insert after insert on attendances referencing new table as new_rows
  for each statement execute function refuse_second_attendance_of_firm();

-- As before; a merge stands and falls with its companies, which say themselves that they were merged.
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
  if parent = 'centres' then
    select counts || jsonb_strip_nulls(jsonb_build_object(
      'spin_offs', nullif((select count(*) from spin_offs where centre_ids @> array[parent_id] and deleted_at is null), 0),
      'outcomes', nullif((select count(*) from outcomes where centre_ids @> array[parent_id] and deleted_at is null), 0)))
      into counts;
  end if;
  return nullif(counts, '{}');
end $$;

do $$ begin
  if exists (select from pg_roles where rolname = 'fieldlab_app') then
    perform grant_to_application('fieldlab_app');
  end if;
end $$;

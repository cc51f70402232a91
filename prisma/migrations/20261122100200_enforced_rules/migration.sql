-- The rules of DOMAIN section 3 that look at several rows or tables, kept by the database also under concurrency.
--
-- How a race is lost safely: a child's foreign key locks its parent (FOR KEY SHARE) before the child's statement
-- trigger looks; a parent that is deleted or moved first takes FOR UPDATE on itself, which waits for those children,
-- and then looks. Each looks in a fresh snapshot (READ COMMITTED), so one of the two always sees the other.

-- Refusals carry SQLSTATE FL409, the error code as message and what it is about as a JSON detail.
create function refuse(code text, detail jsonb) returns void language plpgsql as $$
begin
  raise exception using errcode = 'FL409', message = code, detail = detail::text;
end $$;

-- refuse_dead_parent(parent table, column): a live row may only point at a live row.
create function refuse_dead_parent() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  dead uuid;
begin
  if tg_op = 'UPDATE' then -- a restored row's foreign key is not checked again, so it takes the lock here
    execute format('select 1 from %1$I p where p.id in (select n.%2$I from new_rows n where n.deleted_at is null)
                    order by p.id for key share', tg_argv[0], tg_argv[1]);
  end if;
  execute format('select p.id from new_rows n join %1$I p on p.id = n.%2$I
                  where n.deleted_at is null and p.deleted_at is not null limit 1', tg_argv[0], tg_argv[1]) into dead;
  if dead is not null then
    perform refuse('REFERENCE_DELETED', jsonb_build_object('table', tg_argv[0], 'id', dead, 'column', tg_argv[1]));
  end if;
  return null;
end $$;

-- refuse_bad_centres(): every element of centre_ids is a live centre, and stands there once.
create function refuse_bad_centres() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  bad uuid;
begin
  perform 1 from centres c
    where c.id in (select unnest(n.centre_ids) from new_rows n where n.deleted_at is null)
    order by c.id for key share;
  select l.id into bad
    from new_rows n cross join unnest(n.centre_ids) l (id) left join centres c on c.id = l.id
   where n.deleted_at is null
   group by n.id, l.id
  having bool_or(c.id is null or c.deleted_at is not null) or count(*) > 1
   limit 1;
  if bad is not null then
    perform refuse('REFERENCE_DELETED', jsonb_build_object('table', 'centres', 'id', bad, 'column', 'centre_ids'));
  end if;
  return null;
end $$;

create function guard_reference(child text, parent text, col text) returns void language plpgsql as $$
begin
  execute format('create trigger b_%2$s_live_insert after insert on %1$I referencing new table as new_rows
    for each statement execute function refuse_dead_parent(%3$L, %2$L)', child, col, parent);
  execute format('create trigger b_%2$s_live_update after update on %1$I referencing new table as new_rows
    for each statement execute function refuse_dead_parent(%3$L, %2$L)', child, col, parent);
end $$;

select guard_reference('centres', 'centres', 'hub_id');
select guard_reference('company_numbers', 'companies', 'company_id');
select guard_reference('company_profiles', 'companies', 'company_id');
select guard_reference('participations', 'companies', 'company_id');
select guard_reference('participations', 'centres', 'centre_id');
select guard_reference('activities', 'centres', 'centre_id');
select guard_reference('attendances', 'activities', 'activity_id');
select guard_reference('attendances', 'companies', 'company_id');
select guard_reference('investments', 'centres', 'centre_id');
select guard_reference('investments', 'companies', 'company_id');
select guard_reference('investments', 'activities', 'activity_id');
select guard_reference('spin_offs', 'companies', 'parent_company_id');
select guard_reference('outcomes', 'companies', 'company_id');
select guard_reference('outcomes', 'activities', 'activity_id');

create trigger b_centres_live_insert after insert on spin_offs referencing new table as new_rows
  for each statement execute function refuse_bad_centres();
create trigger b_centres_live_update after update on spin_offs referencing new table as new_rows
  for each statement execute function refuse_bad_centres();
create trigger b_centres_live_insert after insert on outcomes referencing new table as new_rows
  for each statement execute function refuse_bad_centres();
create trigger b_centres_live_update after update on outcomes referencing new table as new_rows
  for each statement execute function refuse_bad_centres();

-- The live records that point at a record, counted by table: {"participations": 3, ...}, or null when there are none.
create function live_dependants(parent text, parent_id uuid) returns jsonb
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
       and c.conrelid::regclass::text not in ('company_numbers', 'company_profiles', 'duplicate_candidates')
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

create function refuse_delete_with_dependants() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  counts jsonb;
begin
  execute format('select 1 from %I where id = $1 for update', tg_table_name) using old.id;
  counts := live_dependants(tg_table_name, old.id);
  if counts is not null then
    perform refuse('HAS_DEPENDANTS', jsonb_build_object('table', tg_table_name, 'id', old.id, 'dependants', counts));
  end if;
  return new;
end $$;

create trigger c_delete before update on centres for each row
  when (old.deleted_at is null and new.deleted_at is not null) execute function refuse_delete_with_dependants();
create trigger c_delete before update on companies for each row
  when (old.deleted_at is null and new.deleted_at is not null) execute function refuse_delete_with_dependants();
create trigger c_delete before update on activities for each row
  when (old.deleted_at is null and new.deleted_at is not null) execute function refuse_delete_with_dependants();

-- A hub that a fieldlab names is a HUB, and stays one.
create function refuse_wrong_hub() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  wrong uuid;
begin
  select n.id into wrong from new_rows n join centres hub on hub.id = n.hub_id
   where n.deleted_at is null and hub.kind <> 'HUB' limit 1;
  if wrong is null then
    select n.id into wrong from new_rows n join centres child on child.hub_id = n.id
     where n.kind <> 'HUB' and child.deleted_at is null limit 1;
  end if;
  if wrong is not null then
    perform refuse('HUB_IS_NOT_A_HUB', jsonb_build_object('table', 'centres', 'id', wrong));
  end if;
  return null;
end $$;
create trigger b_hub_kind_insert after insert on centres referencing new table as new_rows
  for each statement execute function refuse_wrong_hub();
create trigger b_hub_kind_update after update on centres referencing new table as new_rows
  for each statement execute function refuse_wrong_hub();
-- Changing a centre's kind waits for the fieldlabs that are being put under it.
create function lock_self() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform 1 from centres where id = old.id for update;
  return new;
end $$;
create trigger c_lock_before_move before update of kind, started_on, ended_on on centres for each row
  when (old.kind is distinct from new.kind or old.started_on is distinct from new.started_on
        or old.ended_on is distinct from new.ended_on) execute function lock_self();

-- A participation starts within its centre, which has a start.
create function refuse_outside_centre() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  bad record;
begin
  if tg_op = 'UPDATE' then -- as above: a changed start takes the lock that an insert's foreign key took
    perform 1 from centres c where c.id in (select centre_id from new_rows where deleted_at is null) order by c.id for key share;
  end if;
  select n.id, n.started_on, c.started_on as centre_start, c.ended_on as centre_end into bad
    from new_rows n join centres c on c.id = n.centre_id
   where n.deleted_at is null
     and (c.started_on is null or n.started_on < c.started_on or n.started_on >= c.ended_on)
   limit 1;
  if bad.id is not null then
    perform refuse('PARTICIPATION_OUTSIDE_CENTRE', jsonb_build_object('table', 'participations', 'id', bad.id,
      'startedOn', bad.started_on, 'centreStartedOn', bad.centre_start, 'centreEndedOn', bad.centre_end));
  end if;
  return null;
end $$;
create trigger b_within_centre_insert after insert on participations referencing new table as new_rows
  for each statement execute function refuse_outside_centre();
create trigger b_within_centre_update after update on participations referencing new table as new_rows
  for each statement execute function refuse_outside_centre();

create function refuse_centre_leaving_participations() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  outside bigint;
begin
  select count(*) into outside from participations p
   where p.centre_id = new.id and p.deleted_at is null
     and (new.started_on is null or p.started_on < new.started_on or p.started_on >= new.ended_on);
  if outside > 0 then
    perform refuse('CENTRE_PERIOD_LEAVES_PARTICIPATIONS',
      jsonb_build_object('table', 'centres', 'id', new.id, 'dependants', jsonb_build_object('participations', outside)));
  end if;
  return new;
end $$;
create trigger d_keeps_participations before update of started_on, ended_on on centres for each row
  when (old.started_on is distinct from new.started_on or old.ended_on is distinct from new.ended_on)
  execute function refuse_centre_leaving_participations();

-- The firm a company is after merges: the end of its chain.
create function company_root(company uuid) returns uuid language sql stable as $$
  with recursive chain as (
    select id, merged_into_id from companies where id = company
    union all
    select c.id, c.merged_into_id from chain join companies c on c.id = chain.merged_into_id
  )
  select id from chain where merged_into_id is null
$$;

-- Every company that is, after merges, the same firm.
create function company_family(company uuid) returns setof uuid language sql stable as $$
  with recursive family as (
    select company_root(company) as id
    union all
    select c.id from family join companies c on c.merged_into_id = family.id and c.deleted_at is null
  )
  select id from family
$$;

-- The exclusion constraint keeps one company's periods apart; this, those of merged companies (new writes only:
-- what overlapped before the merge stays as it is, and counts once).
create function refuse_overlap_in_family() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  bad record;
begin
  if not exists (select 1 from companies where merged_into_id is not null) then
    return null;
  end if;
  select n.id, o.id as other into bad
    from new_rows n
    join companies c on c.id = n.company_id
     and (c.merged_into_id is not null
          or exists (select 1 from companies m where m.merged_into_id = c.id and m.deleted_at is null))
    cross join lateral company_family(n.company_id) relative (id)
    join participations o on o.company_id = relative.id and o.company_id <> n.company_id and o.centre_id = n.centre_id
     and o.deleted_at is null and daterange(o.started_on, o.ended_on) && daterange(n.started_on, n.ended_on)
   where n.deleted_at is null
   limit 1;
  if bad.id is not null then
    perform refuse('PARTICIPATION_OVERLAP', jsonb_build_object('table', 'participations', 'id', bad.id, 'other', bad.other));
  end if;
  return null;
end $$;
create trigger b_family_overlap_insert after insert on participations referencing new table as new_rows
  for each statement execute function refuse_overlap_in_family();

-- Merges chain and never cycle. One merge at a time: two that each look fine can together close a ring.
create function refuse_merge_cycle() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  survivor companies;
begin
  perform pg_advisory_xact_lock(7316018421);
  select * into survivor from companies where id = new.merged_into_id for update;
  if survivor.deleted_at is not null or new.deleted_at is not null then
    perform refuse('REFERENCE_DELETED', jsonb_build_object('table', 'companies', 'id', survivor.id, 'column', 'merged_into_id'));
  end if;
  if company_root(survivor.id) = new.id then
    perform refuse('MERGE_CYCLE', jsonb_build_object('table', 'companies', 'id', new.id));
  end if;
  return new;
end $$;
create trigger e_merge_cycle before insert or update of merged_into_id on companies for each row
  when (new.merged_into_id is not null) execute function refuse_merge_cycle();

-- A deleted company lets go of its numbers; taking the deletion back takes them back, unless somebody else has one now.
create function release_numbers() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if new.deleted_at is not null then
    update company_numbers set deleted_at = new.deleted_at where company_id = new.id and deleted_at is null;
  else
    update company_numbers set deleted_at = null where company_id = new.id and deleted_at = old.deleted_at;
  end if;
  return null;
end $$;
create trigger f_numbers_follow after update of deleted_at on companies for each row
  when (old.deleted_at is distinct from new.deleted_at) execute function release_numbers();

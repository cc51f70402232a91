-- A workbook that was exported comes back changed: which values an import changed or would, and which rows it set aside.

alter table imports
  -- Old and new value of every cell in which a row differs from its record.
  add column changes jsonb not null default '[]',
  -- Faulty rows are set aside, and the others imported.
  add column set_aside boolean not null default false,
  add column set_aside_rows integer not null default 0;

-- The faulty rows as a workbook, for people to mend; kept for a while after the import has ended.
alter table import_files add column faulty_rows bytea;

-- Neighbouring periods move together: each row of such a change may overlap what another still is. Unless a
-- transaction asks to wait, it is checked at the end of each statement, as before.
alter table participations
  drop constraint participations_never_overlap,
  add constraint participations_never_overlap exclude using gist (
    company_id with =, centre_id with =, daterange(started_on, ended_on) with &&) where (deleted_at is null)
    deferrable initially immediate;

-- As before; and periods that moved together move back together, within centres that moved with them.
create or replace function undo_revision(revision bigint) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  tbl text;
  columns text;
  changed bigint;
  built_on jsonb := '{}';
  -- Children before parents; a fieldlab before its hub.
  tables constant text[] := array['outcomes', 'spin_offs', 'investments', 'attendances', 'participations', 'activities',
    'company_profiles', 'company_numbers', 'companies', 'centres', 'programmes'];
begin
  foreach tbl in array tables loop
    execute format('select count(*) from history.%I where rev_from = $1 and rev_to is not null', tbl)
      into changed using revision;
    if changed > 0 then
      built_on := built_on || jsonb_build_object(tbl, changed);
    end if;
  end loop;
  if built_on <> '{}' then
    perform refuse('BUILT_UPON', jsonb_build_object('dependants', built_on));
  end if;

  set constraints participations_never_overlap deferred;
  -- Wide enough for the participations as they are and as they were.
  update centres t
     set started_on = least(t.started_on, b.started_on),
         ended_on = case when b.ended_on is not null then greatest(t.ended_on, b.ended_on) end
    from history.centres b
   where b.id = t.id and b.rev_to = revision and b.started_on is not null
     and (b.started_on < t.started_on or t.ended_on is not null and t.ended_on < coalesce(b.ended_on, 'infinity'));

  foreach tbl in array tables loop
    -- What it changed becomes what it was.
    select string_agg(format('%1$I = b.%1$I', attname), ', ') into columns
      from pg_attribute
     where attrelid = format('public.%I', tbl)::regclass and attnum > 0 and not attisdropped
       and attname not in ('id', 'version', 'created_at', 'updated_at');
    execute format('update public.%1$I t set %2$s from history.%1$I b where b.id = t.id and b.rev_to = $1', tbl, columns)
      using revision;
    -- What it made is deleted.
    execute format('update public.%1$I t set deleted_at = now()
                     where t.deleted_at is null %2$s and t.id in (
                       select h.id from history.%1$I h where h.rev_from = $1
                          and not exists (select 1 from history.%1$I b where b.id = h.id and b.rev_to = $1))', tbl,
                   case when tbl = 'centres' then 'and t.kind = ''FIELDLAB''' else '' end) using revision;
    if tbl = 'centres' then
      update centres t set deleted_at = now()
       where t.deleted_at is null and t.id in (
         select h.id from history.centres h where h.rev_from = revision
            and not exists (select 1 from history.centres b where b.id = h.id and b.rev_to = revision));
    end if;
  end loop;
  set constraints participations_never_overlap immediate;
end $$;

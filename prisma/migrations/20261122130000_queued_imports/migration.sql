-- Imports over HTTP: the uploaded file waits in the database, which is the queue, so that a restart loses nothing.

-- The centres to which whoever asked was bound; null for who was not.
alter table imports add centre_ids uuid[];

create table import_files (
  import_id uuid primary key references imports (id) on delete restrict,
  -- Emptied when the import has ended.
  content bytea
);

-- Takes back everything that a revision made and changed, as a revision of its own.
-- Refused with what was built on it: records that were changed since, or that later records point at.
create function undo_revision(revision bigint) returns void
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
end $$;

-- As before; and the role of requests reads which migrations there are, but does not write them.
create or replace function grant_to_application(role_name text) returns void language plpgsql as $$
begin
  execute format('grant usage on schema public, history to %I', role_name);
  execute format('grant select, insert, update on all tables in schema public to %I', role_name);
  execute format('grant select on all tables in schema history to %I', role_name);
  execute format('grant usage, select on all sequences in schema public to %I', role_name);
  execute format('revoke insert, update, delete on revisions, knowledge_clock, _prisma_migrations from %I', role_name);
  perform grant_sign_in_to_application(role_name);
end $$;

-- A register is one schema, which the address of the database names: several programmes stand beside each other in one
-- database. The history of a table was one of the same name in a schema `history`, and is now `<table>_history` beside
-- it; the tables of pg-boss were in a schema `pgboss`. No function, and no migration after this one, names a schema: the
-- search path of whoever migrates begins with the register's own, and functions keep it (`set search_path from current`).
-- Migrations up to this one name schemas; for a register that is not in `public`, the program puts others in their place
-- (platform/database/migration-text.ts). See docs/decisions/0021-one-schema-for-each-programme.md.

-- Only names change; no row is read or written.
do $$
declare
  here text := current_schema();
  tbl record;
  index_name text;
  routine text;
begin
  for tbl in select oid, relname as name from pg_class where relnamespace = 'history'::regnamespace and relkind = 'r' loop
    for index_name in
      select x.relname from pg_index i join pg_class x on x.oid = i.indexrelid
       where i.indrelid = tbl.oid and starts_with(x.relname, tbl.name)
    loop
      execute format('alter index history.%I rename to %I', index_name,
                     left(tbl.name || '_history' || substr(index_name, length(tbl.name) + 1), 63));
    end loop;
    execute format('alter table history.%I rename to %I', tbl.name, tbl.name || '_history');
    execute format('alter table history.%I set schema %I', tbl.name || '_history', here);
  end loop;
  for routine in
    select oid::regprocedure::text from pg_proc
     where pronamespace in ('history'::regnamespace, 'pgboss'::regnamespace)
  loop
    execute format('alter function %s set schema %I', routine, here);
  end loop;
  execute format('alter type pgboss.job_state set schema %I', here);
  for tbl in
    select relname as name from pg_class where relnamespace = 'pgboss'::regnamespace and relkind in ('r', 'p')
  loop
    execute format('alter table pgboss.%I set schema %I', tbl.name, here);
  end loop;
end $$;
drop schema history;
drop schema pgboss;

-- Advisory locks are of a database, not of a schema: each register has numbers of its own. One in `public` keeps those
-- that it had, by which processes of the former version go.
do $$ begin
  execute format('create function lock_key(number bigint) returns bigint language sql immutable parallel safe as %L',
    format('select number # %s::bigint',
           case when current_schema() = 'public' then 0 else hashtextextended(current_schema(), 0) end));
end $$;

-- What functions said of schemas, in the words of today.
do $$
declare
  here text := current_schema();
  history text := 'history';
  pgboss text := 'pgboss';
  named text := format('\m(%s|%s|%s)\.|''%s''|pg_advisory_xact_lock\(\d', history, pgboss, here, here);
  told text;
begin
  for told in
    select pg_get_functiondef(p.oid) from pg_proc p
     where p.pronamespace = here::regnamespace and p.prokind = 'f' and p.prosrc ~ named
       -- These are written anew below, or by `track_history`.
       and p.proname not in ('track_history', 'searchable', 'erase_columns', 'analyze_register', 'grant_to_application',
                             'grant_jobs_to_application')
       and not (p.prosrc ~ '\mnew_rows\M' and p.proname ~ '^record_')
       and not exists (select from pg_depend d
                        where d.objid = p.oid and d.classid = 'pg_proc'::regclass and d.deptype = 'e')
  loop
    told := regexp_replace(told, format('\m(%s|%s)\.', here, pgboss), '', 'g');
    told := regexp_replace(told, format('\m%s\.(%%(\d\$)?I|[a-z_]+)', history), '\1_history', 'g');
    told := regexp_replace(told, 'pg_advisory_xact_lock\((\d+)\)', 'pg_advisory_xact_lock(lock_key(\1))', 'g');
    told := replace(told, format('n.nspname in (''%s'', ''%s'')', here, history), 'n.nspname = current_schema()');
    told := replace(told, format('guarded.schema = ''%s'' and ', here), '');
    execute told;
  end loop;
end $$;

create or replace function knowledge_lock_key() returns bigint language sql immutable parallel safe as $$
  select lock_key(7316018420)
$$;

-- An extension is of the whole database, and every register in it uses the one that is there.
do $$
declare
  place text;
begin
  select format('%s.unaccent', extnamespace::regnamespace) into strict place from pg_extension where extname = 'unaccent';
  execute format($function$
    create or replace function searchable(words text) returns text
    language plpgsql immutable strict parallel safe as $body$
    begin
      return lower(%s(%L, words));
    end $body$
  $function$, place, place);
end $$;

-- Gives a table its history: a table of the same columns, and the triggers that fill it. Run it again after a migration
-- added a column: it follows.
create or replace function track_history(tbl text) returns void
language plpgsql as $track$
declare
  versions text := tbl || '_history';
  columns text;
  missing record;
begin
  if to_regclass(format('%I.%I', current_schema(), versions)) is null then
    execute format('create table %I (like %I)', versions, tbl);
    execute format('alter table %I add rev_from bigint not null, add rev_to bigint, add primary key (id, rev_from)', versions);
    execute format('create unique index on %I (id) where rev_to is null', versions);
    execute format('create index on %I (rev_from)', versions);
    execute format('create index on %I (rev_to) where rev_to is not null', versions);
    execute format('create trigger a_next_version before update on %I for each row execute function next_version()', tbl);
  end if;

  for missing in
    select a.attname as name, format_type(a.atttypid, a.atttypmod) as type
      from pg_attribute a
     where a.attrelid = format('%I', tbl)::regclass and a.attnum > 0 and not a.attisdropped
       and not exists (select 1 from pg_attribute h
                        where h.attrelid = format('%I', versions)::regclass and h.attname = a.attname and not h.attisdropped)
  loop
    execute format('alter table %I add column %I %s', versions, missing.name, missing.type);
  end loop;

  select string_agg(quote_ident(attname), ', ' order by attnum) into columns
    from pg_attribute
   where attrelid = format('%I', tbl)::regclass and attnum > 0 and not attisdropped;

  execute format($body$
    create or replace function %2$I() returns trigger
    language plpgsql security definer set search_path from current as $$
    declare
      revision bigint := current_revision();
    begin
      if tg_op <> 'INSERT' then
        -- A version written and replaced within one transaction was never current for anybody.
        delete from %1$I h using old_rows o where h.id = o.id and h.rev_from = revision;
        update %1$I h set rev_to = revision from old_rows o where h.id = o.id and h.rev_to is null;
      end if;
      if tg_op <> 'DELETE' then
        insert into %1$I (%3$s, rev_from) select %3$s, revision from new_rows;
      end if;
      return null;
    end $$
  $body$, versions, 'record_' || tbl, columns);

  execute format('create or replace trigger z_history_insert after insert on %1$I
    referencing new table as new_rows for each statement execute function %2$I()', tbl, 'record_' || tbl);
  execute format('create or replace trigger z_history_update after update on %1$I
    referencing old table as old_rows new table as new_rows for each statement execute function %2$I()', tbl, 'record_' || tbl);
  execute format('create or replace trigger z_history_delete after delete on %1$I
    referencing old table as old_rows for each statement execute function %2$I()', tbl, 'record_' || tbl);
end $track$;

create or replace function analyze_register() returns void
language plpgsql security definer set search_path from current as $$
declare
  tbl text;
begin
  foreach tbl in array array['centres', 'companies', 'company_numbers', 'company_profiles', 'participations',
                             'activities', 'attendances', 'investments', 'spin_offs', 'outcomes'] loop
    execute format('analyze %I, %I', tbl, tbl || '_history');
  end loop;
  analyze import_rows, duplicate_candidates;
end $$;

create or replace function erase_columns(tbl text, record uuid, columns text[], up_to integer default null,
                                         instead text default null)
returns void language plpgsql security definer set search_path from current as $$
declare
  assignments text;
  place text;
begin
  select string_agg(format(
           case when a.attnotnull or tbl = 'evidence' or a.attname = 'funder'
                then '%1$I = case when %1$I is not null then $3 end' else '%1$I = null' end, a.attname), ', ')
    into assignments
    from pg_attribute a
   where a.attrelid = format('%I', tbl)::regclass and a.attname = any(columns);
  foreach place in array array[tbl, tbl || '_history'] loop
    if to_regclass(format('%I.%I', current_schema(), place)) is not null then
      execute format('update %I set %s where id = $1 and ($2 is null or version <= $2)', place, assignments)
        using record, up_to, coalesce(instead, record::text);
    end if;
  end loop;
  perform erase_audited_values(resource_of(tbl), record, columns);
end $$;

-- The tables of pg-boss, of which the partitions of jobs are named by a digest of their queue's name.
create function is_of_jobs(tbl name) returns boolean language sql immutable parallel safe as $$
  select tbl in ('archive', 'job', 'queue', 'schedule', 'subscription', 'version') or tbl ~ '^j[0-9a-f]{56}$'
$$;

create or replace function grant_jobs_to_application(role_name text) returns void language plpgsql as $$
declare
  tbl text;
begin
  for tbl in
    select relname from pg_class
     where relnamespace = current_schema()::regnamespace and relkind in ('r', 'p') and is_of_jobs(relname)
  loop
    execute format('grant select, insert, update, delete on %I to %I', tbl, role_name);
  end loop;
  execute format('revoke insert, update, delete on queue, schedule, subscription from %I', role_name);
  execute format('revoke insert, delete on version from %I', role_name);
end $$;

create or replace function grant_to_application(role_name text) returns void language plpgsql as $$
declare
  tbl text;
begin
  execute format('grant usage on schema %I to %I', current_schema(), role_name);
  execute format('grant select, insert, update on all tables in schema %I to %I', current_schema(), role_name);
  execute format('grant usage, select on all sequences in schema %I to %I', current_schema(), role_name);
  for tbl in
    select relname from pg_class
     where relnamespace = current_schema()::regnamespace and relkind = 'r' and relname ~ '_history$'
  loop
    execute format('revoke insert, update, delete on %I from %I', tbl, role_name);
  end loop;
  execute format('revoke insert, update, delete on revisions, knowledge_clock, _prisma_migrations from %I', role_name);
  execute format('revoke insert, update, delete on audit_links, audit_events, audit_head from %I', role_name);
  execute format('revoke insert, update, delete on erasures, erased_reasons, erased_texts from %I', role_name);
  execute format('revoke all on audit_salt from %I', role_name);
  execute format('revoke insert, update, delete on report_editions from %I', role_name);
  perform grant_sign_in_to_application(role_name);
  perform grant_jobs_to_application(role_name);
  perform guard_owner_functions(role_name);
end $$;

do $$
declare
  kept text;
begin
  for kept in
    select p.oid::regprocedure::text from pg_proc p
     where p.pronamespace = current_schema()::regnamespace and p.proconfig::text ~ 'search_path'
  loop
    execute format('alter function %s set search_path from current', kept);
  end loop;
end $$;
select track_history(replace(relname, '_history', '')) from pg_class
 where relnamespace = current_schema()::regnamespace and relkind = 'r' and relname ~ '_history$';

do $$
declare
  told text;
begin
  select string_agg(p.oid::regprocedure::text, ', ') into told
    from pg_proc p
   where p.pronamespace = current_schema()::regnamespace and p.proname <> 'searchable'
     and p.prosrc ~ format('\m(history|pgboss|public|%s)\.|\m%s\.|\m%s\.', current_schema(), 'history', 'pgboss')
     and not exists (select from pg_depend d
                      where d.objid = p.oid and d.classid = 'pg_proc'::regclass and d.deptype = 'e');
  if told is not null then
    raise exception 'These functions name a schema: %', told;
  end if;
end $$;

do $$ begin
  if exists (select from pg_roles where rolname = 'fieldlab_app') then
    perform grant_to_application('fieldlab_app');
  end if;
end $$;

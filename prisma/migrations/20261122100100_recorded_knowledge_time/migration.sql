-- The second clock of DOMAIN section 6: every version of every counted record, and when it was the current one.
--
-- A transaction that writes is one revision. Its number comes from a sequence when it starts, so history rows can be
-- written at once; its instant (known_at) is set when it commits, under a lock held until the commit is visible, so
-- instants are strictly in the order in which changes become visible. The versions known at an instant K are then
-- those of the revisions numbered up to `high`, less the few "late" ones that were still under way at K.
-- See docs/decisions/0003-two-clocks.md.

create schema history;

create sequence revision_numbers as bigint;

create table revisions (
  id bigint primary key default nextval('revision_numbers'),
  -- When it became known: whole milliseconds, strictly increasing; null only inside its own transaction.
  known_at timestamptz(3) unique,
  -- The highest revision number among those known at known_at.
  high bigint,
  -- A revision with a higher number became known before this one.
  late boolean not null default false,
  actor_id uuid,
  actor_name text not null,
  request_id text,
  reason text
);
create index revisions_late on revisions (known_at) where late;
create index revisions_actor on revisions (actor_id);

-- The last settled instant: one row, the second lock of a settling transaction, and its memory.
create table knowledge_clock (
  only_row boolean primary key default true check (only_row),
  known_at timestamptz(3) not null,
  high bigint not null
);
insert into knowledge_clock (known_at, high) values (date_trunc('milliseconds', clock_timestamp()), 0);

-- Held by a settling transaction until its commit is visible; passed by a reader that asks for "now".
create function knowledge_lock_key() returns bigint language sql immutable parallel safe as $$ select 7316018420::bigint $$;

create function settle_revision() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  settled knowledge_clock;
begin
  perform pg_advisory_xact_lock(knowledge_lock_key());
  update knowledge_clock
     set known_at = greatest(date_trunc('milliseconds', clock_timestamp()), known_at + interval '1 millisecond'),
         high = greatest(high, new.id)
   returning * into settled;
  update revisions
     set known_at = settled.known_at, high = settled.high, late = new.id < settled.high
   where id = new.id;
  return null;
end $$;

-- Deferred: runs at commit, after everything the transaction did.
create constraint trigger revisions_settle after insert on revisions
  deferrable initially deferred for each row execute function settle_revision();

-- Says who writes in this transaction, and why. The revision itself begins at the first write: a transaction that
-- writes nothing is none.
create function announce_author(actor_id uuid, actor_name text, request_id text, reason text) returns void
language plpgsql as $$
begin
  perform set_config('fieldlab.actor_id', coalesce(actor_id::text, ''), true);
  perform set_config('fieldlab.actor_name', actor_name, true);
  perform set_config('fieldlab.request_id', coalesce(request_id, ''), true);
  perform set_config('fieldlab.reason', coalesce(reason, ''), true);
end $$;

-- The revision under way; a write that nobody announced (psql, a repair) is recorded under the database role's name.
create function current_revision() returns bigint
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  number text := current_setting('fieldlab.revision', true);
begin
  if number is null or number = '' then
    insert into revisions (actor_id, actor_name, request_id, reason)
    values (nullif(current_setting('fieldlab.actor_id', true), '')::uuid,
            coalesce(nullif(current_setting('fieldlab.actor_name', true), ''), session_user::text),
            nullif(current_setting('fieldlab.request_id', true), ''),
            nullif(current_setting('fieldlab.reason', true), ''))
    returning id::text into number;
    perform set_config('fieldlab.revision', number, true);
  end if;
  return number::bigint;
end $$;

-- Every update makes the next version; identity and birth never change.
create function next_version() returns trigger language plpgsql as $$
begin
  new.id := old.id;
  new.created_at := old.created_at;
  new.version := old.version + 1;
  new.updated_at := now();
  return new;
end $$;

-- Gives a table of public its history: a table of the same columns in schema history, and the triggers that fill it.
-- Run it again after a migration added a column: it follows.
create function track_history(tbl text) returns void
language plpgsql as $track$
declare
  columns text;
  missing record;
begin
  if to_regclass(format('history.%I', tbl)) is null then
    execute format('create table history.%1$I (like public.%1$I)', tbl);
    execute format('alter table history.%I add rev_from bigint not null, add rev_to bigint, add primary key (id, rev_from)', tbl);
    execute format('create unique index on history.%I (id) where rev_to is null', tbl);
    execute format('create index on history.%I (rev_from)', tbl);
    execute format('create index on history.%I (rev_to) where rev_to is not null', tbl);
    execute format('create trigger a_next_version before update on public.%I for each row execute function next_version()', tbl);
  end if;

  for missing in
    select a.attname as name, format_type(a.atttypid, a.atttypmod) as type
      from pg_attribute a
     where a.attrelid = format('public.%I', tbl)::regclass and a.attnum > 0 and not a.attisdropped
       and not exists (select 1 from pg_attribute h
                        where h.attrelid = format('history.%I', tbl)::regclass and h.attname = a.attname and not h.attisdropped)
  loop
    execute format('alter table history.%I add column %I %s', tbl, missing.name, missing.type);
  end loop;

  select string_agg(quote_ident(attname), ', ' order by attnum) into columns
    from pg_attribute
   where attrelid = format('public.%I', tbl)::regclass and attnum > 0 and not attisdropped;

  execute format($body$
    create or replace function history.%2$I() returns trigger
    language plpgsql security definer set search_path = public, pg_temp as $$
    declare
      revision bigint := current_revision();
    begin
      if tg_op <> 'INSERT' then
        -- A version written and replaced within one transaction was never current for anybody.
        delete from history.%1$I h using old_rows o where h.id = o.id and h.rev_from = revision;
        update history.%1$I h set rev_to = revision from old_rows o where h.id = o.id and h.rev_to is null;
      end if;
      if tg_op <> 'DELETE' then
        insert into history.%1$I (%3$s, rev_from) select %3$s, revision from new_rows;
      end if;
      return null;
    end $$
  $body$, tbl, 'record_' || tbl, columns);

  execute format('create or replace trigger z_history_insert after insert on public.%1$I
    referencing new table as new_rows for each statement execute function history.%2$I()', tbl, 'record_' || tbl);
  execute format('create or replace trigger z_history_update after update on public.%1$I
    referencing old table as old_rows new table as new_rows for each statement execute function history.%2$I()', tbl, 'record_' || tbl);
  execute format('create or replace trigger z_history_delete after delete on public.%1$I
    referencing old table as old_rows for each statement execute function history.%2$I()', tbl, 'record_' || tbl);
end $track$;

select track_history(tbl) from unnest(array[
  'programmes', 'centres', 'companies', 'company_numbers', 'company_profiles', 'participations',
  'activities', 'attendances', 'investments', 'spin_offs', 'outcomes']) tbl;

-- What the role that answers requests may do: never delete, never touch history or the clock but through the triggers.
create function grant_to_application(role_name text) returns void language plpgsql as $$
begin
  execute format('grant usage on schema public, history to %I', role_name);
  execute format('grant select, insert, update on all tables in schema public to %I', role_name);
  execute format('grant select on all tables in schema history to %I', role_name);
  execute format('grant usage, select on all sequences in schema public to %I', role_name);
  execute format('revoke insert, update, delete on revisions, knowledge_clock from %I', role_name);
end $$;

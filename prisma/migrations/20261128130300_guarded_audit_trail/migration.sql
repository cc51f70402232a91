-- The trail, the history and the editions against the program's own role. Before, the link and the revision under way
-- were read from settings, which every statement can set: entries then landed in links that were sealed already, and
-- broke the chain. Now they are found by the transaction, which no statement chooses. What writes them is run by nobody
-- but the triggers: a role that may use a trigger's function can hang it on a temporary table and forge entries.
-- See docs/decisions/0012-audit-trail.md.

alter table audit_links add column transaction_id bigint;
alter table audit_links alter column transaction_id set default pg_current_xact_id()::text::bigint;
create index audit_links_under_way on audit_links (transaction_id) where position is null;
alter table revisions add column transaction_id bigint;
alter table revisions alter column transaction_id set default pg_current_xact_id()::text::bigint;
create index revisions_under_way on revisions (transaction_id) where known_at is null;

-- The link under way. One that was settled before the commit (set constraints … immediate) is followed by another,
-- which waits for the commit, or for the next such statement, whatever the transaction asked before.
create or replace function current_audit_link() returns bigint
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  link bigint;
begin
  select id into link from audit_links
   where position is null and transaction_id = pg_current_xact_id()::text::bigint;
  if link is null then
    set constraints public.audit_links_settle deferred;
    insert into audit_links (actor_id, actor_name, request_id, reason)
    values (nullif(current_setting('fieldlab.actor_id', true), '')::uuid,
            coalesce(nullif(current_setting('fieldlab.actor_name', true), ''), session_user::text),
            nullif(current_setting('fieldlab.request_id', true), ''),
            nullif(current_setting('fieldlab.reason', true), ''))
    returning id into link;
  end if;
  return link;
end $$;

-- The revision under way, likewise.
create or replace function current_revision() returns bigint
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  revision bigint;
begin
  select id into revision from revisions
   where known_at is null and transaction_id = pg_current_xact_id()::text::bigint;
  if revision is null then
    set constraints public.revisions_settle deferred;
    insert into revisions (actor_id, actor_name, request_id, reason)
    values (nullif(current_setting('fieldlab.actor_id', true), '')::uuid,
            coalesce(nullif(current_setting('fieldlab.actor_name', true), ''), session_user::text),
            nullif(current_setting('fieldlab.request_id', true), ''),
            nullif(current_setting('fieldlab.reason', true), ''))
    returning id into revision;
  end if;
  return revision;
end $$;

-- A sole trader is one natural person: also the number and the address, which stand in tables of their own.
create or replace function personal_columns(fixed text[], record jsonb) returns text[]
language sql stable parallel safe security definer set search_path = public, pg_temp as $$
  select case when lower(coalesce(record ->> 'legal_form',
                 (select c.legal_form from companies c where c.id = (record ->> 'company_id')::uuid))) = 'eenmanszaak'
              then fixed || '{name,website,number,postcode,municipality}'::text[] else fixed end
$$;

-- Keeps what is published of an approved report. The seals, who publishes and when are computed or checked here; the
-- head of the trail that the document notes must be in the trail.
create function publish_edition(report uuid, edition_number integer, whole text, open text) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  told timestamptz := (whole::json ->> 'publishedAt')::timestamptz;
  head json := whole::json -> 'auditHead';
  document text;
  seals text[] := '{}';
  seal text;
begin
  perform from reports r
    where r.id = report and r.edition = edition_number and r.deleted_at is null
      and r.status::text in ('APPROVED', 'PUBLISHING', 'PUBLISHED')
      and r.submitted_by_id is not null and r.approved_by_id <> r.submitted_by_id
      and whole::json -> 'report' ->> 'id' = report::text and (whole::json ->> 'edition')::integer = edition_number
      and open::json -> 'report' ->> 'id' = report::text and (open::json ->> 'edition')::integer = edition_number;
  if not found then
    raise exception 'Report % has no approved edition %', report, edition_number using errcode = 'insufficient_privilege';
  end if;
  -- Disclosure control is computed after the document notes its instant.
  if told is null or abs(extract(epoch from clock_timestamp() - told)) > 900 then
    raise exception 'An edition is published now' using errcode = 'insufficient_privilege';
  end if;
  if (head ->> 'position')::bigint <> 0 and not exists (
    select from audit_links l
     where l.position = (head ->> 'position')::bigint and encode(l.hash, 'hex') = head ->> 'hash') then
    raise exception 'The head is not in the trail' using errcode = 'insufficient_privilege';
  end if;
  foreach document in array array[whole, open] loop
    seal := encode(sha256(convert_to(
      replace(document, ',"seal":"' || (document::json ->> 'seal') || '"', ''), 'UTF8')), 'hex');
    if seal is distinct from document::json ->> 'seal' then
      raise exception 'A seal is not of its document' using errcode = 'insufficient_privilege';
    end if;
    seals := seals || seal;
  end loop;
  insert into report_editions (report_id, number, published_at, published_by_id, published_by_name,
                               document, seal, public_document, public_seal)
  values (report, edition_number, told, nullif(current_setting('fieldlab.actor_id', true), '')::uuid,
          coalesce(nullif(current_setting('fieldlab.actor_name', true), ''), session_user::text),
          whole, seals[1], open, seals[2]);
end $$;

-- Of the functions that act with the owner's rights, the role of requests may run those that it calls by name. Run
-- at every start, so that one that a later migration adds is refused until it is named here.
create function guard_owner_functions(role_name text) returns void
language plpgsql set search_path = public, pg_temp as $$
declare
  guarded record;
begin
  for guarded in
    select p.oid::regprocedure as signature, p.proname as name, n.nspname as schema
      from pg_proc p join pg_namespace n on n.oid = p.pronamespace
     where n.nspname in ('public', 'history') and p.prosecdef
  loop
    execute format('revoke all on function %s from public, %I', guarded.signature, role_name);
    if guarded.schema = 'public' and guarded.name in
       ('erase_record', 'undo_revision', 'analyze_register', 'current_revision', 'publish_edition') then
      execute format('grant execute on function %s to %I', guarded.signature, role_name);
    end if;
  end loop;
end $$;

create or replace function grant_to_application(role_name text) returns void language plpgsql as $$
begin
  execute format('grant usage on schema public, history to %I', role_name);
  execute format('grant select, insert, update on all tables in schema public to %I', role_name);
  execute format('grant select on all tables in schema history to %I', role_name);
  execute format('grant usage, select on all sequences in schema public to %I', role_name);
  execute format('revoke insert, update, delete on revisions, knowledge_clock, _prisma_migrations from %I', role_name);
  execute format('revoke insert, update, delete on audit_links, audit_events, audit_head, erasures from %I', role_name);
  execute format('revoke all on audit_salt from %I', role_name);
  execute format('revoke insert, update, delete on report_editions from %I', role_name);
  perform grant_sign_in_to_application(role_name);
  perform guard_owner_functions(role_name);
end $$;

do $$ begin
  if exists (select from pg_roles where rolname = 'fieldlab_app') then
    perform grant_to_application('fieldlab_app');
  end if;
end $$;

-- The audit trail: who did what to which record, when, from which request, with the changed values before and after.
-- The database writes it in the transaction of the change itself; the role of requests can only add to it by changing
-- something. A transaction is one link of a chain: its hash covers its entries and the hash of the link before it.
-- See docs/decisions/0012-audit-trail.md.

create table audit_links (
  id bigint generated always as identity primary key,
  -- Its place in the chain, without gaps; null only inside its own transaction, like what follows.
  position bigint unique,
  at timestamptz(3),
  actor_id uuid,
  actor_name text not null,
  request_id text,
  reason text,
  entries integer,
  -- SHA-256 over the digests of its entries, in their order.
  digest bytea,
  previous bytea,
  hash bytea unique
);

create table audit_events (
  id bigint generated always as identity primary key,
  link_id bigint not null references audit_links (id) on delete restrict,
  -- As the API names it, and the id under which it is read there.
  resource text not null,
  record_id uuid not null,
  action text not null check (action in ('CREATE', 'UPDATE', 'DELETE', 'RESTORE', 'ERASE')),
  -- The changed columns, before and after; personal values as salted digests.
  before jsonb,
  after jsonb
);
create index audit_events_link on audit_events (link_id);
create index audit_events_record on audit_events (record_id, id);
create index audit_links_at on audit_links (at);
create index audit_links_actor on audit_links (actor_id);

-- The end of the chain: one row, changed under the lock of the knowledge clock.
create table audit_head (
  only_row boolean primary key default true check (only_row),
  position bigint not null,
  hash bytea not null
);
insert into audit_head (position, hash) values (0, sha256('fieldlab'));

-- Without it a digest of a short value, such as a telephone number, could be guessed.
create table audit_salt (
  only_row boolean primary key default true check (only_row),
  salt uuid not null default gen_random_uuid()
);
insert into audit_salt default values;

-- The link under way.
create function current_audit_link() returns bigint
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  number text := current_setting('fieldlab.audit_link', true);
begin
  if number is null or number = '' then
    insert into audit_links (actor_id, actor_name, request_id, reason)
    values (nullif(current_setting('fieldlab.actor_id', true), '')::uuid,
            coalesce(nullif(current_setting('fieldlab.actor_name', true), ''), session_user::text),
            nullif(current_setting('fieldlab.request_id', true), ''),
            nullif(current_setting('fieldlab.reason', true), ''))
    returning id::text into number;
    perform set_config('fieldlab.audit_link', number, true);
  end if;
  return number::bigint;
end $$;

-- What an entry's digest covers. jsonb has one text for one value: keys in a fixed order, no choice of spaces.
create function audit_entry_text(e audit_events) returns text language sql stable as $$
  select jsonb_build_array(e.id, e.resource, e.record_id, e.action, e.before, e.after)::text
$$;

-- What a link's hash covers beside the hash before it.
create function audit_link_text(l audit_links) returns text language sql stable as $$
  select jsonb_build_array(l.position, extract(epoch from l.at), l.actor_id, l.actor_name, l.request_id, l.reason,
                           l.entries, encode(l.digest, 'hex'))::text
$$;

-- At commit: the digest first, which may take a while after an import; then the place in the chain, under the lock.
create function settle_audit_link() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  link audit_links;
  head audit_head;
begin
  select new.id, count(*), sha256(coalesce(string_agg(sha256(convert_to(audit_entry_text(e), 'UTF8')), ''::bytea order by e.id), ''))
    into link.id, link.entries, link.digest
    from audit_events e where e.link_id = new.id;
  perform pg_advisory_xact_lock(knowledge_lock_key());
  select * into head from audit_head;
  update audit_links
     set position = head.position + 1, at = date_trunc('milliseconds', clock_timestamp()),
         entries = link.entries, digest = link.digest, previous = head.hash
   where id = new.id
  returning * into link;
  update audit_links set hash = sha256(head.hash || convert_to(audit_link_text(link), 'UTF8'))
   where id = new.id returning * into link;
  update audit_head set position = link.position, hash = link.hash;
  return null;
end $$;
create constraint trigger audit_links_settle after insert on audit_links
  deferrable initially deferred for each row execute function settle_audit_link();

-- Which columns are personal: those of the table, and the name and address of a firm that is one natural person.
create function personal_columns(fixed text[], record jsonb) returns text[] language sql immutable parallel safe as $$
  select case when lower(record ->> 'legal_form') = 'eenmanszaak' then fixed || '{name,website}'::text[] else fixed end
$$;

-- Values as the trail keeps them: personal ones as salted digests.
create function digested(record jsonb, personal text[]) returns jsonb
language sql stable security definer set search_path = public, pg_temp as $$
  select record || coalesce((
    select jsonb_object_agg(name, 'sha256:' || encode(sha256(convert_to(salt::text || (record ->> name), 'UTF8')), 'hex'))
      from unnest(personal) name, audit_salt where record ->> name is not null), '{}')
$$;

-- track_audit makes the triggers; they call this with resource, id column, left out and personal columns.
create function record_audit() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  left_out text[] := tg_argv[2]::text[] || '{id,version,created_at,updated_at}';
  personal text[] := tg_argv[3];
begin
  if tg_op = 'INSERT' then
    if exists (select from new_rows) then
      insert into audit_events (link_id, resource, record_id, action, after)
      select current_audit_link(), tg_argv[0], (v ->> tg_argv[1])::uuid, 'CREATE',
             case when p = '{}' then jsonb_strip_nulls(v - left_out) else digested(jsonb_strip_nulls(v - left_out), p) end
        from new_rows n, lateral to_jsonb(n) v, lateral personal_columns(personal, v) p;
    end if;
  elsif tg_op = 'UPDATE' then
    if exists (select from new_rows) then
      insert into audit_events (link_id, resource, record_id, action, before, after)
      select current_audit_link(), tg_argv[0], (n.v ->> tg_argv[1])::uuid,
             case when n.v ->> 'deleted_at' is null and o.v ->> 'deleted_at' is not null then 'RESTORE'
                  when n.v ->> 'deleted_at' is not null and o.v ->> 'deleted_at' is null then 'DELETE'
                  else 'UPDATE' end,
             digested(d.before, p), digested(d.after, p)
        from (select to_jsonb(r) from new_rows r) n (v)
        join (select to_jsonb(r) from old_rows r) o (v) on o.v ->> 'id' = n.v ->> 'id'
       cross join lateral personal_columns(personal_columns(personal, o.v), n.v) p
       cross join lateral (
         select jsonb_object_agg(was.key, was.value), jsonb_object_agg(was.key, became.value)
           from jsonb_each(o.v - left_out) was join jsonb_each(n.v - left_out) became using (key)
          where was.value <> became.value) d (before, after)
       where d.before is not null;
    end if;
  elsif exists (select from old_rows) then
    insert into audit_events (link_id, resource, record_id, action, before)
    select current_audit_link(), tg_argv[0], (v ->> tg_argv[1])::uuid, 'ERASE', digested(jsonb_strip_nulls(v - left_out), p)
      from old_rows o, lateral to_jsonb(o) v, lateral personal_columns(personal, v) p;
  end if;
  return null;
end $$;

-- Gives a table its place in the trail. The triggers' names put them before those of the history.
create function track_audit(tbl text, resource text, personal text[] default '{}', left_out text[] default '{}',
                            id_column text default 'id') returns void language plpgsql as $$
declare
  arguments text := format('%L, %L, %L, %L', resource, id_column, left_out, personal);
begin
  execute format('create trigger y_audit_insert after insert on %I referencing new table as new_rows
    for each statement execute function record_audit(%s)', tbl, arguments);
  execute format('create trigger y_audit_update after update on %I referencing old table as old_rows new table as new_rows
    for each statement execute function record_audit(%s)', tbl, arguments);
  execute format('create trigger y_audit_delete after delete on %I referencing old table as old_rows
    for each statement execute function record_audit(%s)', tbl, arguments);
end $$;

select track_audit(tbl, replace(tbl, '_', '-'))
  from unnest(array['centres', 'participations', 'activities', 'attendances', 'investments', 'spin_offs', 'outcomes']) tbl;
select track_audit('programmes', 'programme');
-- match_name follows from the name. A firm's number and profile are read as the firm.
select track_audit('companies', 'companies', left_out => '{match_name}');
select track_audit('company_numbers', 'companies', id_column => 'company_id');
select track_audit('company_profiles', 'companies', id_column => 'company_id');
select track_audit('contacts', 'contacts', personal => '{name,role,email,phone}');
select track_audit('notes', 'notes', personal => '{text}');
select track_audit('users', 'users', personal => '{email,name,password_hash,oidc_issuer,oidc_subject}');
select track_audit('api_tokens', 'api-tokens', personal => '{name,token_hash,prefix}', left_out => '{last_used_at}');
select track_audit('access_settings', 'access-settings');

create or replace function grant_to_application(role_name text) returns void language plpgsql as $$
begin
  execute format('grant usage on schema public, history to %I', role_name);
  execute format('grant select, insert, update on all tables in schema public to %I', role_name);
  execute format('grant select on all tables in schema history to %I', role_name);
  execute format('grant usage, select on all sequences in schema public to %I', role_name);
  execute format('revoke insert, update, delete on revisions, knowledge_clock, _prisma_migrations from %I', role_name);
  -- The trail and what was erased are written by triggers and functions alone; the salt is nobody's.
  execute format('revoke insert, update, delete on audit_links, audit_events, audit_head, erasures from %I', role_name);
  execute format('revoke all on audit_salt from %I', role_name);
  perform grant_sign_in_to_application(role_name);
end $$;

do $$ begin
  if exists (select from pg_roles where rolname = 'fieldlab_app') then
    perform grant_to_application('fieldlab_app');
  end if;
end $$;

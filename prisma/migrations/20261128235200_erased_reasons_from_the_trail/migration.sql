-- A reason may hold a name, and a name can have to be erased. The chain covered the text of a reason; from now on it
-- covers a salted digest, so that text and salt can go and everything else is still verified.
-- See docs/decisions/0012-audit-trail.md.

-- What waits for the commit is settled in the form of before: the tables are altered in the same transaction.
set constraints revisions_settle, audit_links_settle immediate;
set constraints revisions_settle, audit_links_settle deferred;

alter table audit_links
  -- What its hash covers: in form 1 the text of the reason, in form 2 its digest.
  add column form smallint not null default 2,
  -- Of its own, and erased with the text: without it the digest answers no guess.
  add column reason_salt bytea,
  -- SHA-256 over salt and text; it stays.
  add column reason_digest bytea,
  -- Of a link of form 1 with a reason: a digest of everything but the text. All of them stand in the chain.
  add column resealed bytea;
update audit_links set form = 1;

-- The reason of a merge also stood in entries of it.
alter table audit_events
  add column kept_digest bytea,
  add column resealed bytea;

-- Which reasons were erased, without what they said: a restored backup can erase them again.
create table erased_reasons (
  -- The link as the chain knows it, also in a backup.
  position bigint primary key,
  hash bytea not null,
  erased_at timestamptz(3) not null default now()
);

create function new_salt() returns bytea language sql volatile as $$
  select uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid())
$$;
create function salted_digest(salt bytea, said text) returns bytea language sql immutable as $$
  select sha256(salt || convert_to(said, 'UTF8'))
$$;

create or replace function audit_link_text(l audit_links) returns text language sql stable as $$
  select jsonb_build_array(2, l.position, extract(epoch from l.at), l.actor_id, l.actor_name, l.request_id,
                           encode(l.reason_digest, 'hex'), l.entries, encode(l.digest, 'hex'))::text
$$;

create or replace function settle_audit_link() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  link audit_links;
  head audit_head;
  salt bytea := case when new.reason is not null then new_salt() end;
begin
  select new.id, count(*), sha256(coalesce(string_agg(sha256(convert_to(audit_entry_text(e), 'UTF8')), ''::bytea order by e.id), ''))
    into link.id, link.entries, link.digest
    from audit_events e where e.link_id = new.id;
  perform pg_advisory_xact_lock(knowledge_lock_key());
  select * into head from audit_head;
  update audit_links
     set position = head.position + 1, at = date_trunc('milliseconds', clock_timestamp()),
         entries = link.entries, digest = link.digest, previous = head.hash,
         reason_salt = salt, reason_digest = salted_digest(salt, reason)
   where id = new.id
  returning * into link;
  update audit_links set hash = sha256(head.hash || convert_to(audit_link_text(link), 'UTF8'))
   where id = new.id returning * into link;
  update audit_head set position = link.position, hash = link.hash;
  return null;
end $$;

-- The link says why a merge was made; what hangs from it need not say it again.
drop trigger y_audit_insert on merges;
drop trigger y_audit_update on merges;
drop trigger y_audit_delete on merges;
select track_audit('merges', 'merges', left_out => '{taken_over,reason}');

alter table audit_events drop constraint audit_events_action_check;
alter table audit_events add constraint audit_events_action_check check (action in (
  'CREATE', 'UPDATE', 'DELETE', 'RESTORE', 'ERASE', 'REASON_ERASED', 'RESEALED',
  'SIGN_IN', 'SIGN_IN_FAILED', 'SECOND_FACTOR_ADDED', 'SECOND_FACTOR_REMOVED', 'RECOVERY_CODES_RENEWED', 'EXPORT',
  'TOKEN_FROM_NEW_ADDRESS'));

-- Links of before keep the hash over the text, which verifies them for as long as the text is there. So that they are
-- verified after it went, everything else of them is digested now, and the digests enter the chain in one entry.
update audit_links set reason_salt = new_salt() where reason is not null;
update audit_links set reason_digest = salted_digest(reason_salt, reason) where reason is not null;
update audit_links l
   set resealed = sha256(convert_to(jsonb_build_array(
         'resealed', position, extract(epoch from at), actor_id, actor_name, request_id, encode(reason_digest, 'hex'),
         entries, encode(digest, 'hex'), encode(previous, 'hex'), encode(hash, 'hex'))::text, 'UTF8'))
 where reason is not null;
update audit_events e set kept_digest = sha256(convert_to(audit_entry_text(e), 'UTF8'))
 where resource = 'merges' and (before ? 'reason' or after ? 'reason');
update audit_events
   set resealed = sha256(convert_to(jsonb_build_array(
         'resealed', id, resource, record_id, action, before - 'reason', after - 'reason',
         encode(kept_digest, 'hex'))::text, 'UTF8'))
 where kept_digest is not null;

do $$
declare
  links bytea;
  events bytea;
  programme uuid := coalesce((select id from programmes limit 1), gen_random_uuid());
begin
  select string_agg(resealed, ''::bytea order by position) into links from audit_links where resealed is not null;
  select string_agg(resealed, ''::bytea order by id) into events from audit_events where resealed is not null;
  if links is not null or events is not null then
    perform announce_author(null, 'Fieldlab', null, null);
    insert into audit_events (link_id, resource, record_id, action, after)
    values (current_audit_link(), 'programme', programme, 'RESEALED', jsonb_build_object(
      'digest', encode(sha256(coalesce(links, '') || coalesce(events, '')), 'hex')));
  end if;
end $$;
set constraints revisions_settle, audit_links_settle immediate;
set constraints revisions_settle, audit_links_settle deferred;

-- Erases the reason of the change that an entry is part of, wherever it was kept, and says so in the trail. A change has
-- one reason, however many records it touched. What an edition says of itself in public is no reason of a change.
create function erase_reason(event bigint) returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  entry audit_events;
  link audit_links;
begin
  select e.* into entry from audit_events e where e.id = event;
  select l.* into link from audit_links l
   where l.id = entry.link_id and l.reason is not null and l.position is not null for update;
  if link.id is null then
    return false;
  end if;
  update audit_links set reason = null, reason_salt = null where id = link.id;
  update audit_events
     set before = case when before ? 'reason' then before || '{"reason": null}' else before end,
         after = case when after ? 'reason' then after || '{"reason": null}' else after end
   where link_id = link.id and kept_digest is not null;
  -- The same transaction; those of before transactions were noted are told by the request, or by the moment.
  update revisions r set reason = null
   where r.reason = link.reason and r.actor_id is not distinct from link.actor_id
     and (r.transaction_id = link.transaction_id
          or (r.transaction_id is null and link.transaction_id is null
              and r.request_id is not distinct from link.request_id
              and r.known_at between link.at - interval '1 minute' and link.at + interval '1 minute'));
  update imports set reason = null where reason = link.reason and actor_id is not distinct from link.actor_id;
  update merges set reason = null
   where reason is not null
     and id in (select record_id from audit_events where link_id = link.id and resource = 'merges' and action = 'CREATE');
  update history.merges set reason = null
   where reason is not null
     and id in (select record_id from audit_events where link_id = link.id and resource = 'merges' and action = 'CREATE');
  delete from idempotency_keys where response ->> 'reason' = link.reason;
  insert into erased_reasons (position, hash) values (link.position, link.hash) on conflict do nothing;
  insert into audit_events (link_id, resource, record_id, action, after)
  values (current_audit_link(), entry.resource, entry.record_id, 'REASON_ERASED',
          jsonb_build_object('position', link.position));
  return true;
end $$;

create or replace function guard_owner_functions(role_name text) returns void
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
       ('erase_record', 'erase_reason', 'undo_revision', 'analyze_register', 'current_revision', 'publish_edition',
        'note_access') then
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
  execute format('revoke insert, update, delete on audit_links, audit_events, audit_head from %I', role_name);
  execute format('revoke insert, update, delete on erasures, erased_reasons from %I', role_name);
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

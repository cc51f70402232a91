-- Values in the trail can have to be erased as well: a firm that became a sole trader later, or a name in free text, stood
-- there as it was typed. A link's digest covered the values themselves; from now on it covers a salted digest of them,
-- so that values and salt can go and everything else is still verified. See docs/decisions/0012-audit-trail.md.

-- What waits for the commit is settled in the form of before: the tables are altered in the same transaction.
set constraints revisions_settle, audit_links_settle immediate;
set constraints revisions_settle, audit_links_settle deferred;

alter table audit_events
  -- Of its own; null in entries of before, whose digest covers the values, and where the values were erased.
  add column salt bytea,
  -- Of an entry whose values were erased: SHA-256 over salt and values. One of before keeps its whole digest instead.
  add column values_digest bytea,
  -- The entry that says that the values of this one were erased.
  add column erased_by bigint references audit_events (id) on delete restrict;
alter table audit_events alter column salt set default new_salt();
create index audit_events_erased on audit_events (erased_by) where erased_by is not null;

create function audit_values_digest(e audit_events) returns bytea language sql stable as $$
  select coalesce(e.values_digest, sha256(e.salt || convert_to(jsonb_build_array(e.before, e.after)::text, 'UTF8')))
$$;

create or replace function audit_entry_text(e audit_events) returns text language sql stable as $$
  select case when e.salt is null and e.values_digest is null
              then jsonb_build_array(e.id, e.resource, e.record_id, e.action, e.before, e.after)
              else jsonb_build_array(3, e.id, e.resource, e.record_id, e.action, encode(audit_values_digest(e), 'hex'))
         end::text
$$;

alter table audit_events drop constraint audit_events_action_check;
alter table audit_events add constraint audit_events_action_check check (action in (
  'CREATE', 'UPDATE', 'DELETE', 'RESTORE', 'ERASE', 'REASON_ERASED', 'VALUES_ERASED', 'RESEALED',
  'SIGN_IN', 'SIGN_IN_FAILED', 'SECOND_FACTOR_ADDED', 'SECOND_FACTOR_REMOVED', 'RECOVERY_CODES_RENEWED', 'EXPORT',
  'TOKEN_FROM_NEW_ADDRESS'));

-- Erases the values of a record's entries that tell one of these columns as it was typed; those that hold keyed digests
-- alone stay. That they were erased, and which, is an entry of the chain.
create function erase_audited_values(kind text, record uuid, columns text[]) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  told bigint[];
  digest bytea;
  erasure bigint;
begin
  select array_agg(e.id order by e.id) into told
    from audit_events e
   where e.resource = kind and e.record_id = record and e.erased_by is null
     and exists (
       select from unnest(columns) c (name), unnest(array[e.before ->> c.name, e.after ->> c.name]) said
        where said !~ '^(hmac-sha256|sha256):');
  if told is null then
    return;
  end if;
  update audit_events e
     set values_digest = case when e.salt is not null then audit_values_digest(e) end,
         kept_digest = case when e.salt is null then sha256(convert_to(audit_entry_text(e), 'UTF8')) end
   where e.id = any(told);
  select sha256(string_agg(sha256(convert_to(jsonb_build_array(
           e.id, e.resource, e.record_id, e.action, encode(coalesce(e.values_digest, e.kept_digest), 'hex'))::text, 'UTF8')),
           ''::bytea order by e.id))
    into digest from audit_events e where e.id = any(told);
  insert into audit_events (link_id, resource, record_id, action, after)
  values (current_audit_link(), kind, record, 'VALUES_ERASED',
          jsonb_build_object('entries', cardinality(told), 'digest', encode(digest, 'hex')))
  returning id into erasure;
  update audit_events set before = null, after = null, salt = null, erased_by = erasure where id = any(told);
end $$;

do $$ begin
  if exists (select from pg_roles where rolname = 'fieldlab_app') then
    perform grant_to_application('fieldlab_app');
  end if;
end $$;

-- The trail also tells who came in and who did not, what changed in second factors, who took personal data out, and
-- where tokens are used from: nothing of this changes a record that a trigger watches.
alter table audit_events drop constraint audit_events_action_check;
alter table audit_events add constraint audit_events_action_check check (action in (
  'CREATE', 'UPDATE', 'DELETE', 'RESTORE', 'ERASE',
  'SIGN_IN', 'SIGN_IN_FAILED', 'SECOND_FACTOR_ADDED', 'SECOND_FACTOR_REMOVED', 'RECOVERY_CODES_RENEWED', 'EXPORT',
  'TOKEN_FROM_NEW_ADDRESS'));

-- What it is about follows from what happened, so that a caller cannot pass it off for a change of a record. Of a failed
-- sign-in the id is a keyed digest of the account that was tried, whether or not there is one.
create function note_access(happened text, subject uuid, kind text default null) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  told text := case
    when happened in ('SIGN_IN', 'SECOND_FACTOR_ADDED', 'SECOND_FACTOR_REMOVED', 'RECOVERY_CODES_RENEWED') then 'users'
    when happened = 'SIGN_IN_FAILED' then 'sign-ins'
    when happened = 'TOKEN_FROM_NEW_ADDRESS' then 'api-tokens'
    when happened = 'EXPORT' and kind in ('contacts', 'notes') then kind
  end;
begin
  if told is null then
    raise exception 'The trail notes no % of %', happened, kind using errcode = 'insufficient_privilege';
  end if;
  insert into audit_events (link_id, resource, record_id, action)
  values (current_audit_link(), told, subject, happened);
end $$;

-- Keyed digests of the addresses that a token was used from.
alter table api_tokens add column seen_from bytea[] not null default '{}';
drop trigger y_audit_insert on api_tokens;
drop trigger y_audit_update on api_tokens;
drop trigger y_audit_delete on api_tokens;
select track_audit('api_tokens', 'api-tokens', personal => '{name,token_hash,prefix}',
                   left_out => '{last_used_at,seen_from}');

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
       ('erase_record', 'undo_revision', 'analyze_register', 'current_revision', 'publish_edition', 'note_access') then
      execute format('grant execute on function %s to %I', guarded.signature, role_name);
    end if;
  end loop;
end $$;

do $$ begin
  if exists (select from pg_roles where rolname = 'fieldlab_app') then
    perform grant_to_application('fieldlab_app');
  end if;
end $$;

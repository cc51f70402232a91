-- Among companies are sole traders: a file of companies, or the whole register as a workbook, is noted as well.
create or replace function note_access(happened text, subject uuid, kind text default null) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  told text := case
    when happened in ('SIGN_IN', 'SECOND_FACTOR_ADDED', 'SECOND_FACTOR_REMOVED', 'RECOVERY_CODES_RENEWED') then 'users'
    when happened = 'SIGN_IN_FAILED' then 'sign-ins'
    when happened = 'TOKEN_FROM_NEW_ADDRESS' then 'api-tokens'
    when happened = 'EXPORT' and kind in ('contacts', 'notes', 'companies') then kind
  end;
begin
  if told is null then
    raise exception 'The trail notes no % of %', happened, kind using errcode = 'insufficient_privilege';
  end if;
  insert into audit_events (link_id, resource, record_id, action)
  values (current_audit_link(), told, subject, happened);
end $$;

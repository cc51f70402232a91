-- The refusal says which rule it keeps: a caller cannot tell "a conflict" what to do about it.
create or replace function refuse_losing_last_administrator() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform pg_advisory_xact_lock(7316018422);
  if not exists (select 1 from users
                  where role = 'ADMIN' and deleted_at is null and id <> old.id
                    and (password_hash is not null or oidc_subject is not null)) then
    perform refuse('LAST_ADMINISTRATOR', jsonb_build_object('table', 'users', 'id', old.id));
  end if;
  return new;
end $$;

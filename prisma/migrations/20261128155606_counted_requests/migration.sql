-- How often a caller asked within a window, counted by all processes together. Nothing is lost with it: it is not
-- logged, so that counting costs no flush to the disk, and not backed up.
create unlogged table request_counts (
  -- A keyed digest of the limit, the route and who asks.
  key bytea primary key,
  hits integer not null,
  ends_at timestamptz(3) not null
);
create index request_counts_ends on request_counts (ends_at);

-- What a day's work leaves behind is cleared away by the program itself.
create or replace function grant_sign_in_to_application(role_name text) returns void language plpgsql as $$
begin
  execute format('grant delete on sessions, second_factors, one_time_links, sign_in_failures to %I', role_name);
  execute format('grant delete on request_counts, idempotency_keys to %I', role_name);
end $$;

do $$ begin
  if exists (select from pg_roles where rolname = 'fieldlab_app') then
    perform grant_to_application('fieldlab_app');
  end if;
end $$;

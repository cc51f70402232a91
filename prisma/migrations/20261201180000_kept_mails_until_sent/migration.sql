-- A mail waits here until it was sent, or is of no use any more: so it outlives the process that posted it. It may let
-- somebody in, so that it is sealed under a key outside the database, and no part of a backup.
create table mails (
  id uuid primary key default uuid_v7(),
  created_at timestamptz(3) not null default now(),
  sealed bytea not null,
  -- By which it is forgotten with whom it is for; keyed, so that it tells nobody's address.
  address_digest bytea not null,
  expires_at timestamptz(3) not null,
  attempts integer not null default 0,
  -- So long it is one process's to send.
  claimed_until timestamptz(3)
);
create index mails_address on mails (address_digest);
create index mails_expires on mails (expires_at);

-- That one was given up, so that administrators are told; nothing of what it was.
create table mails_given_up (
  id uuid primary key,
  given_up_at timestamptz(3) not null default now()
);

-- One job a mail, which names it; the next attempt is another job. Only one whose process died is given to another.
select pgboss.create_queue('send-mail',
  '{"policy": "standard", "retryLimit": 20, "retryDelay": 0, "expireInSeconds": 300, "retentionMinutes": 20160}');

create or replace function grant_sign_in_to_application(role_name text) returns void language plpgsql as $$
begin
  execute format('grant delete on sessions, second_factors, one_time_links, sign_in_failures to %I', role_name);
  execute format('grant delete on request_counts, idempotency_keys to %I', role_name);
  execute format('grant delete on calendar_feeds, notification_states to %I', role_name);
  execute format('grant delete on participation_links, mails, mails_given_up to %I', role_name);
end $$;

do $$ begin
  if exists (select from pg_roles where rolname = 'fieldlab_app') then
    perform grant_to_application('fieldlab_app');
    perform grant_jobs_to_application('fieldlab_app');
  end if;
end $$;

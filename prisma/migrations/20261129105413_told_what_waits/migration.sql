-- What waits for somebody follows from the register itself; kept is only what a person saw of it and wants by mail.

create table notification_settings (
  user_id uuid primary key references users (id) on delete cascade,
  mail text not null default 'NEVER' check (mail in ('NEVER', 'AT_ONCE', 'DAILY', 'WEEKLY')),
  -- When mail was sent last, or there was nothing to send.
  mailed_at timestamptz(3) not null default now()
);

create table notification_states (
  user_id uuid not null references users (id) on delete cascade,
  -- Of the kind, the record and the instant from which on it waits: what waits anew is another notification.
  notification_id uuid not null,
  noted_at timestamptz(3) not null default now(),
  read_at timestamptz(3),
  mailed_at timestamptz(3),
  primary key (user_id, notification_id)
);
create index notification_states_noted on notification_states (noted_at);

-- How each target stood when it was looked at last, and since when: a light is computed, so that nothing else would know
-- when it turned.
create table target_lights (
  target_id uuid primary key references targets (id) on delete restrict,
  light text not null check (light in ('REACHED', 'ON_TRACK', 'BEHIND', 'MISSED', 'UNKNOWN')),
  since timestamptz(3) not null default now(),
  checked_at timestamptz(3) not null default now()
);

-- A calendar that a program reads by a secret address. A ticket, and so no part of a backup.
create table calendar_feeds (
  user_id uuid primary key references users (id) on delete cascade,
  token_hash bytea not null unique,
  created_at timestamptz(3) not null default now()
);

-- It ends with the account, and with the role for which it was made.
create function end_calendar_feed() returns trigger language plpgsql as $$
begin
  delete from calendar_feeds where user_id = new.id;
  return null;
end $$;
create trigger z_end_calendar_feed after update on users for each row
  when (old.role <> new.role or old.deleted_at is distinct from new.deleted_at)
  execute function end_calendar_feed();

-- One waits at most, whichever processes ask for it; the next one is asked for when it has ended.
select pgboss.create_queue('send-notifications',
  '{"policy": "short", "retryLimit": 0, "expireInSeconds": 900, "retentionMinutes": 1440}');

create or replace function grant_sign_in_to_application(role_name text) returns void language plpgsql as $$
begin
  execute format('grant delete on sessions, second_factors, one_time_links, sign_in_failures to %I', role_name);
  execute format('grant delete on request_counts, idempotency_keys to %I', role_name);
  execute format('grant delete on calendar_feeds, notification_states to %I', role_name);
end $$;

do $$ begin
  if exists (select from pg_roles where rolname = 'fieldlab_app') then
    perform grant_to_application('fieldlab_app');
    perform grant_jobs_to_application('fieldlab_app');
  end if;
end $$;

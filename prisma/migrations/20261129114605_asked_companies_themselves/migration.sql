-- In a round a centre may ask companies themselves whether their participation is as it is registered. What they say is a
-- statement beside the register: it changes nothing until a coordinator has seen and accepted it.
create table participation_statements (
  id uuid primary key default uuid_v7(),
  round_id uuid not null references rounds (id) on delete restrict,
  participation_id uuid not null references participations (id) on delete restrict,
  asked_at timestamptz(3) not null default now(),
  asked_by_id uuid references users (id) on delete restrict,
  answered_at timestamptz(3),
  answer text check (answer in ('CONFIRMED', 'CORRECTED')),
  -- What the company says that it is, where that is something else than what was registered.
  stated_level participation_level,
  stated_started_on date,
  stated_last_day date,
  decided_at timestamptz(3),
  decided_by_id uuid references users (id) on delete restrict,
  decision text check (decision in ('ACCEPTED', 'DECLINED')),
  constraint participation_statements_once unique (round_id, participation_id)
);
create index participation_statements_asked_by on participation_statements (asked_by_id);
create index participation_statements_decided_by on participation_statements (decided_by_id);
create index participation_statements_participation on participation_statements (participation_id);
select track_audit('participation_statements', 'rounds', id_column => 'round_id');

-- By which a company answers. A ticket, and so no part of a backup; without one nobody answers any more.
create table participation_links (
  statement_id uuid primary key references participation_statements (id) on delete cascade,
  token_hash bytea not null unique,
  expires_at timestamptz(3) not null
);

create or replace function grant_sign_in_to_application(role_name text) returns void language plpgsql as $$
begin
  execute format('grant delete on sessions, second_factors, one_time_links, sign_in_failures to %I', role_name);
  execute format('grant delete on request_counts, idempotency_keys to %I', role_name);
  execute format('grant delete on calendar_feeds, notification_states to %I', role_name);
  execute format('grant delete on participation_links to %I', role_name);
end $$;

do $$ begin
  if exists (select from pg_roles where rolname = 'fieldlab_app') then
    perform grant_to_application('fieldlab_app');
  end if;
end $$;

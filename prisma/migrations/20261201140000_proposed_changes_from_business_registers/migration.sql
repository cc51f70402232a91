-- What business registers say of our companies is looked up at night. Where it differs it becomes a proposal, and nothing
-- of the company changes until a person accepts it.

-- When each company was looked up last, and with what outcome.
create table register_checks (
  company_id uuid primary key references companies (id) on delete restrict,
  checked_at timestamptz(3) not null default now(),
  outcome text not null check (outcome in ('SAME', 'DIFFERS', 'UNKNOWN', 'UNANSWERED'))
);
create index register_checks_checked on register_checks (checked_at);

create table register_check_runs (
  id uuid primary key default uuid_v7(),
  started_at timestamptz(3) not null default now(),
  -- A run that nobody was seen at for a while has died with its process.
  seen_at timestamptz(3) not null default now(),
  finished_at timestamptz(3),
  checked integer not null default 0,
  proposed integer not null default 0,
  -- Why it ended before its companies did.
  stopped_by text check (stopped_by in ('REFUSED', 'UNREACHABLE', 'ENDED'))
);
create index register_check_runs_started on register_check_runs (started_at desc);

create table register_proposals (
  id uuid primary key default uuid_v7(),
  version integer not null default 1,
  created_at timestamptz(3) not null default now(),
  updated_at timestamptz(3) not null default now(),
  company_id uuid not null references companies (id) on delete restrict,
  -- Which register says so, and when it was read.
  register text not null,
  read_at timestamptz(3) not null,
  -- [{field, from, to, decision}]; a declined value is not proposed again.
  changes jsonb not null,
  status text not null default 'OPEN' check (status in ('OPEN', 'DECIDED', 'SUPERSEDED'))
);
create unique index register_proposals_open on register_proposals (company_id) where status = 'OPEN';
create index register_proposals_company on register_proposals (company_id);
create index register_proposals_read on register_proposals (read_at desc, id) where status = 'OPEN';

create trigger a_next_version before update on register_proposals for each row execute function next_version();
-- Decisions are people's, and stand in the trail; what a night finds does not.
create trigger y_audit_update after update on register_proposals referencing old table as old_rows new table as new_rows
  for each statement execute function record_audit('register-proposals', 'id', '{read_at}', '{changes}');

-- The firms that take or took part in one of these centres; of companies that were merged, what they are now.
create function firms_of_centres(centres uuid[]) returns setof uuid language sql stable as $$
  select distinct case when c.merged_into_id is null then c.id else company_root(c.id) end
    from participations p join companies c on c.id = p.company_id
   where p.deleted_at is null and p.centre_id = any(centres)
$$;

-- One waits at most beside the one that somebody asks for now; what a dead process left is done the next night.
select pgboss.create_queue('check-companies',
  '{"policy": "short", "retryLimit": 0, "expireInSeconds": 7200, "retentionMinutes": 2880}');

-- A sole trader's name and address stand in what was proposed too.
alter function erase_company(uuid) rename to erase_company_itself;
create function erase_company(company uuid) returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if not erase_company_itself(company) then
    return false;
  end if;
  delete from register_proposals where company_id = company;
  delete from register_checks where company_id = company;
  return true;
end $$;

do $$ begin
  if exists (select from pg_roles where rolname = 'fieldlab_app') then
    perform grant_to_application('fieldlab_app');
    perform grant_jobs_to_application('fieldlab_app');
  end if;
end $$;

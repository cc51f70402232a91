-- Rounds: every quarter each centre says which of its companies still take part. What it says belongs to the round and
-- is not counted, so it makes no new version of a participation; ending one does.

-- Today, where the programme is.
create function programme_today() returns date language sql stable as $$
  select (now() at time zone coalesce((select time_zone from programmes where deleted_at is null), 'Europe/Amsterdam'))::date
$$;

create table rounds (
  id uuid primary key default uuid_v7(),
  version integer not null default 1,
  created_at timestamptz(3) not null default now(),
  updated_at timestamptz(3) not null default now(),
  deleted_at timestamptz(3),
  -- Such as 2021-Q2; its days follow from it, the last one excluded.
  period text not null check (period ~ '^[0-9]{4}-Q[1-4]$'),
  started_on date not null generated always as (
    make_date(left(period, 4)::integer, right(period, 1)::integer * 3 - 2, 1)) stored,
  ended_on date not null generated always as (
    make_date(left(period, 4)::integer + right(period, 1)::integer / 4, right(period, 1)::integer * 3 % 12 + 1, 1)) stored,
  due_on date not null
);
create unique index rounds_period on rounds (period) where deleted_at is null;
create trigger a_next_version before update on rounds for each row execute function next_version();

-- How far a centre is with a round; without a row it is OPEN.
create table round_submissions (
  id uuid primary key default uuid_v7(),
  version integer not null default 1,
  created_at timestamptz(3) not null default now(),
  updated_at timestamptz(3) not null default now(),
  round_id uuid not null references rounds (id) on delete restrict,
  centre_id uuid not null references centres (id) on delete restrict,
  status text not null default 'OPEN' check (status in ('OPEN', 'SUBMITTED', 'ACCEPTED', 'RETURNED')),
  submitted_at timestamptz(3),
  submitted_by text,
  decided_at timestamptz(3),
  decided_by text,
  -- Why it was returned.
  remark text,
  reminded_at timestamptz(3),
  constraint round_submissions_once unique (round_id, centre_id)
);
create index round_submissions_centre on round_submissions (centre_id);
create trigger a_next_version before update on round_submissions for each row execute function next_version();

-- What was said of a participation in a round.
create table round_answers (
  id uuid primary key default uuid_v7(),
  submission_id uuid not null references round_submissions (id) on delete restrict,
  participation_id uuid not null references participations (id) on delete restrict,
  answer text not null check (answer in ('CONFIRMED', 'ENDED')),
  answered_at timestamptz(3) not null default now(),
  constraint round_answers_once unique (submission_id, participation_id)
);
create index round_answers_participation on round_answers (participation_id);

-- A round with what was submitted to it stays.
create function refuse_submitted_round() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  submitted bigint;
begin
  perform 1 from rounds where id = old.id for update;
  select count(*) into submitted from round_submissions where round_id = old.id and status <> 'OPEN';
  if submitted > 0 then
    perform refuse('HAS_DEPENDANTS', jsonb_build_object('table', 'rounds', 'id', old.id,
      'dependants', jsonb_build_object('submissions', submitted)));
  end if;
  return new;
end $$;
create trigger c_keeps_submissions before update on rounds for each row
  when ((old.deleted_at is null and new.deleted_at is not null) or old.period <> new.period)
  execute function refuse_submitted_round();

-- Who is where: for each round the centres that were active in its quarter, and those that submitted all the same.
create view round_board as
select r.id as round_id, r.period, r.started_on, r.ended_on, r.due_on, z.id as centre_id, z.code, z.name, z.kind,
       s.id as submission_id, coalesce(s.status, 'OPEN') as status,
       coalesce(s.status, 'OPEN') in ('OPEN', 'RETURNED') and r.due_on < programme_today() as is_late,
       s.submitted_at, s.submitted_by, s.decided_at, s.decided_by, s.remark, s.reminded_at
  from rounds r
 cross join centres z
  left join round_submissions s on s.round_id = r.id and s.centre_id = z.id
 where r.deleted_at is null and z.deleted_at is null
   and (s.status <> 'OPEN' or (z.started_on < r.ended_on and (z.ended_on is null or z.ended_on > r.started_on)));

select track_audit('rounds', 'rounds');
select track_audit('round_submissions', 'rounds', id_column => 'round_id');

do $$ begin
  if exists (select from pg_roles where rolname = 'fieldlab_app') then
    perform grant_to_application('fieldlab_app');
  end if;
end $$;

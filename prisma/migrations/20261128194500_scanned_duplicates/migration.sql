-- The review list over the whole register: pairs with a score and its reasons, found by an import or a scan.
-- That two companies are the same is said by a merge alone; that they are not is remembered here.

alter table duplicate_candidates rename column reason to origin;
alter table duplicate_candidates
  add version integer not null default 1,
  add updated_at timestamptz(3) not null default now(),
  -- The probability that the two are one company; null while no scan has seen the pair.
  add score numeric(5, 4),
  -- [{code, words, weight}], the strongest first; weights in bits.
  add reasons jsonb not null default '[]',
  -- The last scan still found it. What an import found stays until somebody decides.
  add is_current boolean not null default true;
alter table duplicate_candidates drop constraint duplicate_candidates_decision_check;
update duplicate_candidates set decision = case decision when 'DISTINCT' then 'DIFFERENT' end where decision is not null;
alter table duplicate_candidates add constraint duplicate_candidates_decision_check check (decision = 'DIFFERENT');
create index duplicate_candidates_score on duplicate_candidates (score desc, id);
create trigger a_next_version before update on duplicate_candidates for each row execute function next_version();
-- Decisions are people's, and stand in the trail; what a scan finds does not.
create trigger y_audit_update after update on duplicate_candidates referencing old table as old_rows new table as new_rows
  for each statement execute function record_audit('duplicates', 'id', '{score,reasons,is_current,decided_at}', '{}');

-- Pairs of live companies as they are now: merged companies stand for the firm that they became.
create view duplicate_pairs as
select d.id, d.version, d.created_at, d.updated_at, d.score, d.reasons, d.company_id, d.other_company_id,
       case when f.one = f.other then d.company_id else f.one end as left_id,
       case when f.one = f.other then d.other_company_id else f.other end as right_id,
       case when f.one = f.other then 'SAME' else coalesce(d.decision, 'OPEN') end as status
  from duplicate_candidates d
  join companies a on a.id = d.company_id and a.deleted_at is null
  join companies b on b.id = d.other_company_id and b.deleted_at is null
 cross join lateral (
   select case when a.merged_into_id is null then a.id else company_root(a.id) end as one,
          case when b.merged_into_id is null then b.id else company_root(b.id) end as other) f
 where d.is_current or d.decision is not null or f.one = f.other;

-- The pairs that hold a company which an import made.
create function pairs_of_import(import uuid) returns setof uuid language sql stable as $$
  with made as materialized (
    select h.id from imports i join history.companies h on h.rev_from = i.revision_id and h.version = 1 where i.id = import)
  select d.id from made join duplicate_candidates d on d.company_id = made.id
  union
  select d.id from made join duplicate_candidates d on d.other_company_id = made.id
$$;

create table duplicate_scans (
  id uuid primary key default uuid_v7(),
  created_at timestamptz(3) not null default now(),
  -- Only this job may write.
  job_id uuid,
  status text not null default 'QUEUED' check (status in ('QUEUED', 'RUNNING', 'DONE', 'FAILED')),
  actor_id uuid,
  actor_name text not null,
  done integer not null default 0,
  total integer not null default 0,
  -- How many pairs it found.
  found integer not null default 0,
  seen_at timestamptz(3) not null default now(),
  finished_at timestamptz(3),
  failure text
);
create index duplicate_scans_created on duplicate_scans (created_at desc, id);

-- A scan that died with its process is begun anew by who asks for one, so pg-boss itself repeats nothing.
select pgboss.create_queue('scan-duplicates',
  '{"policy": "standard", "retryLimit": 0, "expireInSeconds": 3600, "retentionMinutes": 1440}');

-- The host of a web address, by which companies are found.
create function web_host(address text) returns text language sql immutable parallel safe as $$
  select substring(lower(address) from '^(?:https?://)?(?:www\.)?([^/?#:]+)')
$$;
create index companies_web_host on companies (web_host(website)) where deleted_at is null and website is not null;

do $$ begin
  if exists (select from pg_roles where rolname = 'fieldlab_app') then
    perform grant_to_application('fieldlab_app');
    perform grant_jobs_to_application('fieldlab_app');
  end if;
end $$;

-- Reports, their published editions, and saved comparisons of figures. Not counted, so without history of their own;
-- what happens to them stands in the audit trail, and an edition never changes.

create table reports (
  id uuid primary key default uuid_v7(),
  version integer not null default 1,
  created_at timestamptz(3) not null default now(),
  updated_at timestamptz(3) not null default now(),
  deleted_at timestamptz(3),
  title text not null check (title <> ''),
  language text not null default 'nl' check (language in ('nl', 'en')),
  as_of date not null,
  "from" date,
  -- Chosen by the author; without it, the last visible change when it is submitted.
  known_at timestamptz(3),
  scope text not null default 'programme',
  indicators text[] not null check (cardinality(indicators) > 0),
  by text[] not null default '{}',
  text text not null default '',
  -- The edition under way, or the last one published.
  status text not null default 'DRAFT' check (status in ('DRAFT', 'SUBMITTED', 'APPROVED', 'PUBLISHED')),
  edition integer not null default 1 check (edition > 0),
  -- Why there is an edition after the first.
  edition_reason text,
  -- What was shown to who approves: taken when it was submitted.
  frozen_known_at timestamptz(3),
  -- What who returned it asks for.
  remark text,
  submitted_by_id uuid references users (id) on delete restrict,
  submitted_by_name text,
  approved_by_id uuid references users (id) on delete restrict,
  approved_by_name text,
  constraint reports_period check ("from" is null or "from" <= as_of)
);
create index reports_submitted_by on reports (submitted_by_id);
create index reports_approved_by on reports (approved_by_id);
create index reports_title_searched on reports using gin (searchable(title) gin_trgm_ops);
create trigger a_next_version before update on reports for each row execute function next_version();

create table report_editions (
  report_id uuid not null references reports (id) on delete restrict,
  number integer not null check (number > 0),
  published_at timestamptz(3) not null,
  published_by_id uuid references users (id) on delete restrict,
  published_by_name text not null,
  -- The bytes that are served, sealed by SHA-256; and those for everybody, with a seal of their own.
  document text not null,
  seal text not null check (seal ~ '^[0-9a-f]{64}$'),
  public_document text not null,
  public_seal text not null check (public_seal ~ '^[0-9a-f]{64}$'),
  primary key (report_id, number)
);
create index report_editions_published on report_editions (published_at);
create index report_editions_published_by on report_editions (published_by_id);

create function refuse_change_of_edition() returns trigger language plpgsql as $$
begin
  perform refuse('EDITION_IS_FROZEN', jsonb_build_object('report', old.report_id, 'edition', old.number));
  return null;
end $$;
create trigger a_frozen before update or delete on report_editions
  for each row execute function refuse_change_of_edition();
create function refuse_emptying_editions() returns trigger language plpgsql as $$
begin
  perform refuse('EDITION_IS_FROZEN', '{}');
  return null;
end $$;
create trigger a_frozen_all before truncate on report_editions
  for each statement execute function refuse_emptying_editions();

-- Figures beside each other, in chains of one unit: each link of a chain is a bridge.
create table comparisons (
  id uuid primary key default uuid_v7(),
  version integer not null default 1,
  created_at timestamptz(3) not null default now(),
  updated_at timestamptz(3) not null default now(),
  deleted_at timestamptz(3),
  title text not null check (title <> ''),
  note text,
  chains jsonb not null
);
create index comparisons_title_searched on comparisons using gin (searchable(title) gin_trgm_ops);
create trigger a_next_version before update on comparisons for each row execute function next_version();

select track_audit('reports', 'reports');
select track_audit('comparisons', 'comparisons');

-- As before; and what is published is written once.
create or replace function grant_to_application(role_name text) returns void language plpgsql as $$
begin
  execute format('grant usage on schema public, history to %I', role_name);
  execute format('grant select, insert, update on all tables in schema public to %I', role_name);
  execute format('grant select on all tables in schema history to %I', role_name);
  execute format('grant usage, select on all sequences in schema public to %I', role_name);
  execute format('revoke insert, update, delete on revisions, knowledge_clock, _prisma_migrations from %I', role_name);
  execute format('revoke insert, update, delete on audit_links, audit_events, audit_head, erasures from %I', role_name);
  execute format('revoke all on audit_salt from %I', role_name);
  execute format('revoke update, delete on report_editions from %I', role_name);
  perform grant_sign_in_to_application(role_name);
end $$;

do $$ begin
  if exists (select from pg_roles where rolname = 'fieldlab_app') then
    perform grant_to_application('fieldlab_app');
  end if;
end $$;

-- What imports did, and which row of a workbook became which record.

-- An import, from its place in the queue to its undoing. What it wrote is what history keeps of its revision: the
-- versions it made begin there (rev_from), those it replaced end there (rev_to).
create table imports (
  id uuid primary key default uuid_v7(),
  created_at timestamptz(3) not null default now(),
  updated_at timestamptz(3) not null default now(),
  status text not null default 'QUEUED'
    check (status in ('QUEUED', 'RUNNING', 'DONE', 'REJECTED', 'FAILED', 'CANCELLED', 'UNDONE')),
  -- What was asked, and by whom.
  file_name text not null,
  language text not null default 'nl',
  dry_run boolean not null default false,
  update_records boolean not null default false,
  actor_id uuid,
  actor_name text not null,
  request_id text,
  reason text,
  -- The queue: a worker claims an import for a while, and again while it is at it; what it does not finish, another may.
  attempts integer not null default 0,
  claimed_until timestamptz(3),
  started_at timestamptz(3),
  finished_at timestamptz(3),
  cancel_asked boolean not null default false,
  rows_done integer not null default 0,
  rows_total integer not null default 0,
  -- What was answered.
  counts jsonb not null default '{}',
  open_reviews integer not null default 0,
  faults jsonb not null default '[]',
  warnings jsonb not null default '[]',
  failure text,
  -- The revision that it wrote, null when nothing changed; and the one that took it back.
  revision_id bigint references revisions (id) on delete restrict,
  undo_revision_id bigint references revisions (id) on delete restrict
);
create index imports_created on imports (created_at desc, id);
create index imports_waiting on imports (created_at) where status in ('QUEUED', 'RUNNING');
create unique index imports_revision on imports (revision_id);
create unique index imports_undo_revision on imports (undo_revision_id);

-- Digests of values that may be personal are salted, so that they cannot be guessed from outside.
create table import_salt (
  only_row boolean primary key default true check (only_row),
  salt uuid not null default gen_random_uuid()
);
insert into import_salt default values;

-- The fingerprint of an imported row, kept with its record: the same row, seen again, is that record, also after the
-- record was edited, merged or deleted. A row that is found unchanged adds nothing.
create table import_rows (
  sheet text not null,
  -- Salted SHA-256 of the row's values, its references resolved, its ref and company apart.
  fingerprint bytea not null,
  record_id uuid not null,
  -- The company that the row referred to, as it was then: companies merge later.
  company_id uuid,
  -- Tells rows with the same fingerprint apart.
  ref text,
  import_id uuid not null references imports (id) on delete restrict,
  line integer not null,
  -- The row made the record; otherwise the record was there.
  created boolean not null,
  primary key (sheet, fingerprint, record_id)
);
create index import_rows_import on import_rows (import_id);

-- Statistics for the planner after a large import, which the application's role may not gather itself.
create function analyze_register() returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  tbl text;
begin
  foreach tbl in array array['centres', 'companies', 'company_numbers', 'company_profiles', 'participations',
                             'activities', 'attendances', 'investments', 'spin_offs', 'outcomes'] loop
    execute format('analyze %I, history.%I', tbl, tbl);
  end loop;
  analyze import_rows, duplicate_candidates;
end $$;

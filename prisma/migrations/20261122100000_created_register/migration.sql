-- The register of DOMAIN sections 2 and 3: what is recorded, and the rules a single table can keep.
-- Rules that look at several tables stand in enforced_rules; the second clock in recorded_knowledge_time.

create extension if not exists btree_gist;
create extension if not exists pg_trgm;
create extension if not exists unaccent;

create type centre_kind as enum ('FIELDLAB', 'HUB');
create type centre_type as enum ('KNOWLEDGE', 'DEMONSTRATION', 'SKILLS', 'COMBINED');
create type organisation_type as enum ('BUSINESS', 'KNOWLEDGE', 'EDUCATION', 'PUBLIC', 'OTHER');
create type size_class as enum ('MICRO', 'SMALL', 'MEDIUM', 'LARGE');
create type participation_level as enum ('REACHED', 'ENGAGED', 'PARTICIPANT', 'PARTNER');
create type activity_kind as enum ('WORKSHOP', 'TRAINING', 'DEMO', 'SCAN', 'PILOT', 'PROJECT', 'MATCHMAKING');
create type investment_source as enum ('COMPANIES', 'KNOWLEDGE_INSTITUTES', 'NATIONAL', 'REGIONAL', 'EU');
create type investment_status as enum ('COMMITTED', 'REALISED');
create type investment_form as enum ('CASH', 'IN_KIND');
create type outcome_kind as enum ('NEW_PRODUCT', 'NEW_SERVICE', 'PRODUCTION_START', 'JOBS');
create type claim_level as enum ('SELF_REPORTED', 'CONFIRMED', 'EVIDENCED');

-- UUID version 7 (RFC 9562): 48 bits of milliseconds, the rest random. PostgreSQL 18 has its own; 15 to 17 do not.
create function uuid_v7() returns uuid language sql volatile parallel safe as $$
  select encode(
    set_bit(set_bit(
      overlay(uuid_send(gen_random_uuid())
              placing substring(int8send((extract(epoch from clock_timestamp()) * 1000)::bigint) from 3) from 1 for 6),
      52, 1), 53, 1), 'hex')::uuid
$$;

create table programmes (
  id uuid primary key default uuid_v7(),
  version integer not null default 1,
  created_at timestamptz(3) not null default now(),
  updated_at timestamptz(3) not null default now(),
  deleted_at timestamptz(3),
  name text not null check (name <> ''),
  started_on date not null,
  time_zone text not null default 'Europe/Amsterdam'
);
-- One programme per installation.
create unique index programmes_one on programmes ((true)) where deleted_at is null;

create table centres (
  id uuid primary key default uuid_v7(),
  version integer not null default 1,
  created_at timestamptz(3) not null default now(),
  updated_at timestamptz(3) not null default now(),
  deleted_at timestamptz(3),
  code text not null check (code <> ''),
  kind centre_kind not null,
  name text not null check (name <> ''),
  type centre_type,
  hub_id uuid references centres (id) on delete restrict,
  province text,
  municipality text,
  technologies text[] not null default '{}',
  started_on date,
  ended_on date,
  website text,
  constraint centres_period check (ended_on > started_on),
  constraint centres_end_needs_start check (ended_on is null or started_on is not null),
  constraint centres_hub_has_no_hub check (kind = 'FIELDLAB' or hub_id is null)
);
create unique index centres_code on centres (code) where deleted_at is null;
create index centres_hub on centres (hub_id);

create table companies (
  id uuid primary key default uuid_v7(),
  version integer not null default 1,
  created_at timestamptz(3) not null default now(),
  updated_at timestamptz(3) not null default now(),
  deleted_at timestamptz(3),
  name text not null check (name <> ''),
  -- Lower case, no accents, punctuation or legal form: what duplicate review compares.
  match_name text not null,
  organisation_type organisation_type not null default 'BUSINESS',
  legal_form text,
  country text not null default 'NL' check (country ~ '^[A-Z]{2}$'),
  website text,
  merged_into_id uuid references companies (id) on delete restrict,
  constraint companies_not_merged_into_itself check (merged_into_id <> id)
);
create index companies_merged_into on companies (merged_into_id) where merged_into_id is not null;
create index companies_match_name on companies (match_name) where deleted_at is null;
create index companies_name_sorted on companies (name, id) where deleted_at is null and merged_into_id is null;

create table company_numbers (
  id uuid primary key default uuid_v7(),
  version integer not null default 1,
  created_at timestamptz(3) not null default now(),
  updated_at timestamptz(3) not null default now(),
  deleted_at timestamptz(3),
  company_id uuid not null references companies (id) on delete restrict,
  -- The register that issued it: KVK, or the country code of a foreign one.
  scheme text not null check (scheme <> ''),
  number text not null check (number <> ''),
  valid_from date,
  valid_to date,
  constraint company_numbers_period check (valid_to > valid_from),
  constraint company_numbers_kvk check (scheme <> 'KVK' or number ~ '^[0-9]{8}$'),
  -- At most one number of a scheme holds at a time.
  constraint company_numbers_one_at_a_time exclude using gist (
    company_id with =, scheme with =, daterange(valid_from, valid_to) with &&) where (deleted_at is null)
);
-- Former or current, a number belongs to one live company; a deleted company's number is free.
create unique index company_numbers_number on company_numbers (scheme, number) where deleted_at is null;
create index company_numbers_company on company_numbers (company_id);

create table company_profiles (
  id uuid primary key default uuid_v7(),
  version integer not null default 1,
  created_at timestamptz(3) not null default now(),
  updated_at timestamptz(3) not null default now(),
  deleted_at timestamptz(3),
  company_id uuid not null references companies (id) on delete restrict,
  valid_from date,
  valid_to date,
  size_class size_class,
  employees integer check (employees >= 0),
  sbi_code text,
  sbi_version text,
  postcode text,
  municipality text,
  province text,
  constraint company_profiles_period check (valid_to > valid_from),
  constraint company_profiles_one_at_a_time exclude using gist (
    company_id with =, daterange(valid_from, valid_to) with &&) where (deleted_at is null)
);
create index company_profiles_company on company_profiles (company_id);

create table participations (
  id uuid primary key default uuid_v7(),
  version integer not null default 1,
  created_at timestamptz(3) not null default now(),
  updated_at timestamptz(3) not null default now(),
  deleted_at timestamptz(3),
  company_id uuid not null references companies (id) on delete restrict,
  centre_id uuid not null references centres (id) on delete restrict,
  level participation_level not null,
  started_on date not null,
  -- The first day on which it no longer holds.
  ended_on date,
  note text,
  constraint participations_period check (ended_on > started_on),
  constraint participations_never_overlap exclude using gist (
    company_id with =, centre_id with =, daterange(started_on, ended_on) with &&) where (deleted_at is null)
);
create index participations_company on participations (company_id);
create index participations_centre on participations (centre_id, started_on);
create index participations_started on participations (started_on desc, id) where deleted_at is null;

create table activities (
  id uuid primary key default uuid_v7(),
  version integer not null default 1,
  created_at timestamptz(3) not null default now(),
  updated_at timestamptz(3) not null default now(),
  deleted_at timestamptz(3),
  centre_id uuid not null references centres (id) on delete restrict,
  kind activity_kind not null,
  title text not null check (title <> ''),
  held_on date not null,
  ended_on date,
  constraint activities_period check (ended_on > held_on)
);
create index activities_centre on activities (centre_id, held_on);

create table attendances (
  id uuid primary key default uuid_v7(),
  version integer not null default 1,
  created_at timestamptz(3) not null default now(),
  updated_at timestamptz(3) not null default now(),
  deleted_at timestamptz(3),
  activity_id uuid not null references activities (id) on delete restrict,
  company_id uuid not null references companies (id) on delete restrict,
  people integer not null check (people > 0)
);
create unique index attendances_once on attendances (activity_id, company_id) where deleted_at is null;
create index attendances_activity on attendances (activity_id);
create index attendances_company on attendances (company_id);

create table investments (
  id uuid primary key default uuid_v7(),
  version integer not null default 1,
  created_at timestamptz(3) not null default now(),
  updated_at timestamptz(3) not null default now(),
  deleted_at timestamptz(3),
  centre_id uuid not null references centres (id) on delete restrict,
  source investment_source not null,
  status investment_status not null,
  form investment_form not null default 'CASH',
  -- In euro.
  amount_eur numeric(14, 2) not null check (amount_eur > 0),
  dated_on date not null,
  funder text,
  company_id uuid references companies (id) on delete restrict,
  activity_id uuid references activities (id) on delete restrict,
  note text
);
create index investments_centre on investments (centre_id, dated_on);
create index investments_company on investments (company_id);
create index investments_activity on investments (activity_id);

create table spin_offs (
  id uuid primary key default uuid_v7(),
  version integer not null default 1,
  created_at timestamptz(3) not null default now(),
  updated_at timestamptz(3) not null default now(),
  deleted_at timestamptz(3),
  name text not null check (name <> ''),
  kvk_number text check (kvk_number ~ '^[0-9]{8}$'),
  founded_on date not null,
  dissolved_on date,
  -- A list of its record: one row is one version, so the list needs no clock of its own.
  centre_ids uuid[] not null check (cardinality(centre_ids) > 0),
  parent_company_id uuid references companies (id) on delete restrict,
  claim_level claim_level not null,
  evidence_url text,
  constraint spin_offs_period check (dissolved_on > founded_on)
);
create index spin_offs_centres on spin_offs using gin (centre_ids);
create index spin_offs_parent_company on spin_offs (parent_company_id);

create table outcomes (
  id uuid primary key default uuid_v7(),
  version integer not null default 1,
  created_at timestamptz(3) not null default now(),
  updated_at timestamptz(3) not null default now(),
  deleted_at timestamptz(3),
  kind outcome_kind not null,
  title text not null check (title <> ''),
  company_id uuid not null references companies (id) on delete restrict,
  centre_ids uuid[] not null check (cardinality(centre_ids) > 0),
  achieved_on date not null,
  -- Pieces; of JOBS, full-time equivalents.
  quantity numeric(12, 2) not null default 1 check (quantity > 0),
  claim_level claim_level not null,
  evidence_url text,
  activity_id uuid references activities (id) on delete restrict,
  constraint outcomes_whole_quantity check (kind = 'JOBS' or quantity = trunc(quantity))
);
create index outcomes_centres on outcomes using gin (centre_ids);
create index outcomes_company on outcomes (company_id);
create index outcomes_activity on outcomes (activity_id);

-- Pairs of companies that may be one firm, for a person to decide. Not counted, so without a second clock.
create table duplicate_candidates (
  id uuid primary key default uuid_v7(),
  created_at timestamptz(3) not null default now(),
  company_id uuid not null references companies (id) on delete restrict,
  other_company_id uuid not null references companies (id) on delete restrict,
  reason text not null,
  -- When a person decided, and what: MERGED or DISTINCT.
  decided_at timestamptz(3),
  decision text check (decision in ('MERGED', 'DISTINCT')),
  constraint duplicate_candidates_pair check (company_id < other_company_id)
);
create unique index duplicate_candidates_once on duplicate_candidates (company_id, other_company_id);
create index duplicate_candidates_other on duplicate_candidates (other_company_id);

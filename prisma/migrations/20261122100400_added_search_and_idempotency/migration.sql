-- A POST that is sent again answers what it answered the first time, for a day.

create table idempotency_keys (
  actor_id uuid not null,
  -- Method and path.
  route text not null,
  key text not null check (length(key) between 1 and 255),
  body_hash text not null,
  created_at timestamptz(3) not null default now(),
  -- Set when the request failed: the key is free again.
  released boolean not null default false,
  -- Null while the request is under way; written in the transaction that made the record.
  response jsonb,
  primary key (actor_id, route, key)
);
create index idempotency_keys_created on idempotency_keys (created_at);

-- What q searches: lower case and without accents, so that "Eindhoven" finds "EINDHÔVEN".
-- The dictionary is named, so the function may be immutable and serve an index.
create function searchable(words text) returns text language sql immutable parallel safe strict as $$
  select lower(public.unaccent('public.unaccent', words))
$$;

-- A text as a literal part of a LIKE pattern.
create function like_pattern(literal text) returns text language sql immutable parallel safe strict as $$
  select replace(replace(replace(literal, '\', '\\'), '%', '\%'), '_', '\_')
$$;

create index companies_name_searched on companies using gin (searchable(name) gin_trgm_ops);
create index company_numbers_prefix on company_numbers (number text_pattern_ops) where deleted_at is null;
create index centres_name_searched on centres using gin (searchable(name) gin_trgm_ops);
create index activities_title_searched on activities using gin (searchable(title) gin_trgm_ops);
create index spin_offs_name_searched on spin_offs using gin (searchable(name) gin_trgm_ops);
create index outcomes_title_searched on outcomes using gin (searchable(title) gin_trgm_ops);

-- How people look at a list or the overview, under a name: filters, order, columns and search words, never what was seen.
-- Who opens it sees what they may see. Counted nowhere, and so without knowledge time.

create table saved_views (
  id uuid primary key default uuid_v7(),
  version integer not null default 1,
  created_at timestamptz(3) not null default now(),
  updated_at timestamptz(3) not null default now(),
  deleted_at timestamptz(3),
  owner_id uuid not null references users (id) on delete restrict,
  resource text not null,
  name text not null check (name <> '' and length(name) <= 80),
  -- A ViewState.
  state jsonb not null check (length(state::text) <= 8000),
  is_shared boolean not null default false,
  constraint saved_views_of check (resource in ('overview', 'companies', 'centres', 'participations', 'activities',
    'investments', 'spin-offs', 'outcomes', 'notes', 'imports', 'users', 'api-tokens', 'audit-events'))
);
create index saved_views_owner on saved_views (owner_id);
create unique index saved_views_name on saved_views (owner_id, resource, lower(name)) where deleted_at is null;
create index saved_views_shared on saved_views (resource) where is_shared and deleted_at is null;
create trigger a_next_version before update on saved_views for each row execute function next_version();
-- Names and search words may be those of a person.
select track_audit('saved_views', 'saved-views', personal => '{name,state}');

-- Where people of a role come in after signing in; at the overview without a view.
create table role_starts (
  id uuid primary key default uuid_v7(),
  version integer not null default 1,
  created_at timestamptz(3) not null default now(),
  updated_at timestamptz(3) not null default now(),
  role user_role not null,
  view_id uuid references saved_views (id) on delete set null
);
create unique index role_starts_role on role_starts (role);
create index role_starts_view on role_starts (view_id);
insert into role_starts (role) select unnest(enum_range(null::user_role));
create trigger a_next_version before update on role_starts for each row execute function next_version();
select track_audit('role_starts', 'role-starts');

-- Where one person does.
create table own_starts (
  user_id uuid primary key references users (id) on delete cascade,
  choice text not null check (choice in ('ROLE', 'OVERVIEW', 'VIEW')),
  view_id uuid references saved_views (id) on delete cascade,
  constraint own_starts_whole check ((choice = 'VIEW') = (view_id is not null))
);
create index own_starts_view on own_starts (view_id);

create or replace function erase_record(tbl text, record uuid) returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  found_it boolean;
begin
  case tbl
    when 'companies' then return erase_company(record);
    when 'users' then return erase_account(record);
    when 'evidence' then
      select exists (select from evidence where id = record and url is distinct from record::text) into found_it;
      if found_it then
        perform erase_evidence(record);
      end if;
    when 'imports' then
      return erase_import(record);
    when 'merges' then
      select exists (select from merges where id = record and taken_over <> '[]') into found_it;
      if found_it then
        update merges set taken_over = '[]' where id = record;
        update history.merges set taken_over = '[]' where id = record;
      end if;
    when 'contacts', 'notes', 'comments', 'saved_views' then
      execute format('with gone as (delete from %I where id = $1 returning 1) select exists (select from gone)', tbl)
        into found_it using record;
    else raise exception 'Nothing of % is erased', tbl;
  end case;
  if found_it then
    insert into erasures (table_name, record_id) values (tbl, record) on conflict do nothing;
    delete from idempotency_keys where response ->> 'id' = record::text;
  end if;
  return found_it;
end $$;

-- A view that looks for a sole trader, or is called after one, goes as a whole.
alter function erase_texts_about(uuid, text[]) rename to erase_said_texts_about;
create function erase_texts_about(company uuid, terms text[]) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform erase_said_texts_about(company, terms);
  perform erase_record('saved_views', v.id)
     from saved_views v
    where mentions(v.name, terms) or mentions(v.state::text, terms_in_json(terms));
end $$;

-- What somebody kept for themselves goes with them; what colleagues work with stays, under no name.
alter function erase_account(uuid) rename to erase_named_account;
create function erase_account(account uuid) returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if not erase_named_account(account) then
    return false;
  end if;
  perform erase_record('saved_views', v.id) from saved_views v where v.owner_id = account and not v.is_shared;
  delete from own_starts where user_id = account;
  return true;
end $$;

do $$ begin
  if exists (select from pg_roles where rolname = 'fieldlab_app') then
    perform grant_to_application('fieldlab_app');
  end if;
end $$;

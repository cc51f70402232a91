-- People of a company and free text about it, as a centre knows them. Personal and never counted, so without history:
-- what is changed is gone, and what is erased is gone for good.

create table contacts (
  id uuid primary key default uuid_v7(),
  version integer not null default 1,
  created_at timestamptz(3) not null default now(),
  updated_at timestamptz(3) not null default now(),
  deleted_at timestamptz(3),
  company_id uuid not null references companies (id) on delete restrict,
  centre_id uuid not null references centres (id) on delete restrict,
  name text not null check (name <> ''),
  -- What the person does there.
  role text,
  email text,
  phone text
);
create index contacts_company on contacts (company_id);
create index contacts_centre on contacts (centre_id);
create index contacts_name_searched on contacts using gin (searchable(name) gin_trgm_ops);

create table notes (
  id uuid primary key default uuid_v7(),
  version integer not null default 1,
  created_at timestamptz(3) not null default now(),
  updated_at timestamptz(3) not null default now(),
  deleted_at timestamptz(3),
  company_id uuid not null references companies (id) on delete restrict,
  centre_id uuid not null references centres (id) on delete restrict,
  text text not null check (text <> ''),
  -- A note with a due date is a follow-up.
  due_on date,
  done_on date
);
create index notes_company on notes (company_id);
create index notes_centre on notes (centre_id, due_on);
create index notes_text_searched on notes using gin (searchable(text) gin_trgm_ops);

create trigger a_next_version before update on contacts for each row execute function next_version();
create trigger a_next_version before update on notes for each row execute function next_version();

select guard_reference('contacts', 'companies', 'company_id');
select guard_reference('contacts', 'centres', 'centre_id');
select guard_reference('notes', 'companies', 'company_id');
select guard_reference('notes', 'centres', 'centre_id');

-- What was erased, without what it said: a restored backup erases it again.
create table erasures (
  table_name text not null,
  record_id uuid not null,
  erased_at timestamptz(3) not null default now(),
  primary key (table_name, record_id)
);

-- The role of requests may not delete; this it may, of these two tables, one record at a time.
create function erase_record(tbl text, record uuid) returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  found_it boolean;
begin
  if tbl not in ('contacts', 'notes') then
    raise exception 'Nothing of % is erased', tbl;
  end if;
  execute format('with gone as (delete from %I where id = $1 returning 1) select exists (select from gone)', tbl)
    into found_it using record;
  if found_it then
    insert into erasures (table_name, record_id) values (tbl, record) on conflict do nothing;
    delete from idempotency_keys where response ->> 'id' = record::text;
  end if;
  return found_it;
end $$;

-- Words of q are also looked for in what an investment says of its funder and purpose.
create index investments_text_searched on investments
  using gin (searchable(coalesce(funder, '') || ' ' || coalesce(note, '')) gin_trgm_ops);

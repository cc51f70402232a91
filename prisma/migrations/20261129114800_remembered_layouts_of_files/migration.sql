-- How an uploaded file of another layout is read: an ImportMapping.
alter table import_files add mapping jsonb;

-- The same, remembered by a name for the next file of that layout. Not counted, so without history of its own.
create table import_mappings (
  id uuid primary key default uuid_v7(),
  version integer not null default 1,
  created_at timestamptz(3) not null default now(),
  updated_at timestamptz(3) not null default now(),
  deleted_at timestamptz(3),
  title text not null check (title <> ''),
  mapping jsonb not null
);
create index import_mappings_title_searched on import_mappings using gin (searchable(title) gin_trgm_ops);
create trigger a_next_version before update on import_mappings for each row execute function next_version();

select track_audit('import_mappings', 'import-mappings');

do $$ begin
  if exists (select from pg_roles where rolname = 'fieldlab_app') then
    perform grant_to_application('fieldlab_app');
  end if;
end $$;

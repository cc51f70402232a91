-- What is kept of people is kept for a purpose and for a time: contacts and notes say until when, and are erased after it.
-- What was recorded before gets the whole of the term from today.

create table privacy_settings (
  id uuid primary key default uuid_v7(),
  version integer not null default 1,
  created_at timestamptz(3) not null default now(),
  updated_at timestamptz(3) not null default now(),
  -- Who answers for the register, and where people ask about their data.
  controller text,
  contact text,
  -- How long a new contact and a new note are kept.
  contact_months integer not null default 24 check (contact_months between 1 and 120),
  note_months integer not null default 24 check (note_months between 1 and 120),
  -- How long what was deleted can be brought back.
  deleted_days integer not null default 30 check (deleted_days between 1 and 365),
  -- How long an account that was ended is still known by name.
  account_months integer not null default 12 check (account_months between 1 and 120)
);
create unique index privacy_settings_one on privacy_settings ((true));
insert into privacy_settings default values;
create trigger a_next_version before update on privacy_settings for each row execute function next_version();
select track_audit('privacy_settings', 'privacy-settings');

-- The last day on which a new contact or note is kept.
create function retained_until(kind text) returns date language sql stable as $$
  select (current_date + make_interval(months => case kind when 'contacts' then contact_months else note_months end))::date
    from privacy_settings
$$;

create type contact_purpose as enum ('PARTICIPATION', 'EVALUATION', 'INVITATIONS', 'OTHER');
alter table contacts
  add column purpose contact_purpose not null default 'PARTICIPATION',
  add column retain_until date default retained_until('contacts');
alter table notes add column retain_until date default retained_until('notes');

-- Whoever empties the day means the usual term: nothing of a person is kept without one.
create function keep_for_a_time() returns trigger language plpgsql as $$
begin
  new.retain_until := retained_until(tg_table_name);
  return new;
end $$;
create trigger b_for_a_time before insert or update on contacts for each row
  when (new.retain_until is null) execute function keep_for_a_time();
create trigger b_for_a_time before insert or update on notes for each row
  when (new.retain_until is null) execute function keep_for_a_time();
create index contacts_retained on contacts (retain_until);
create index notes_retained on notes (retain_until);

-- What an import found at a place in a file, without what stood there: of a finding, whatever it comes to hold, only this
-- stays.
create function place_of_finding(item jsonb) returns jsonb language sql immutable as $$
  select jsonb_build_object('sheet', item -> 'sheet', 'row', item -> 'row', 'column', item -> 'column',
                            'code', item -> 'code', 'value', null, 'message', '–')
$$;
create function without_mentions(findings jsonb, terms text[]) returns jsonb language sql stable as $$
  select coalesce(jsonb_agg(case when mentions(item::text, terms) then place_of_finding(item) else item end order by place), '[]')
    from jsonb_array_elements(findings) with ordinality e (item, place)
$$;

create or replace function erase_from_imports(terms text[]) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  in_json text[] := terms_in_json(terms);
begin
  update import_files f set faulty_rows = null, faulty_grid = null, planned_rows = null, mends = '[]'
   where mentions((to_jsonb(f) - '{content,faulty_rows}'::text[])::text, in_json)
      or exists (select from jsonb_array_elements(faulty_grid) sheet where jsonb_array_length(sheet -> 'rows') >= 300);
  update imports
     set faults = without_mentions(faults, in_json), warnings = without_mentions(warnings, in_json),
         changes = (select coalesce(jsonb_agg(item order by place), '[]')
                      from jsonb_array_elements(changes) with ordinality e (item, place)
                     where not mentions(item::text, in_json))
   where mentions(faults::text, in_json) or mentions(warnings::text, in_json) or mentions(changes::text, in_json);
  update imports set file_name = id::text where mentions(file_name, terms);
end $$;

create or replace function erase_import(import uuid) returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update imports
     set file_name = id::text, changes = '[]', reason = null,
         faults = (select coalesce(jsonb_agg(place_of_finding(item) order by place), '[]')
                     from jsonb_array_elements(faults) with ordinality e (item, place)),
         warnings = (select coalesce(jsonb_agg(place_of_finding(item) order by place), '[]')
                       from jsonb_array_elements(warnings) with ordinality e (item, place))
   where id = import and status not in ('QUEUED', 'RUNNING') and file_name <> id::text;
  if not found then
    return false;
  end if;
  update import_files set content = null, faulty_rows = null, faulty_grid = null, planned_rows = null, mends = '[]' where import_id = import;
  insert into erasures (table_name, record_id) values ('imports', import) on conflict do nothing;
  return true;
end $$;

do $$ begin
  if exists (select from pg_roles where rolname = 'fieldlab_app') then
    perform grant_to_application('fieldlab_app');
  end if;
end $$;

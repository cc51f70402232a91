-- A person is erased everywhere: also a firm that is one natural person, the free texts that name somebody, and accounts
-- that were ended. What is counted stays as it was, in every version. See docs/decisions/0024-privacy.md.

-- A firm of this legal form is one natural person.
create function is_natural_person(legal_form text) returns boolean
language sql immutable parallel safe as $$ select coalesce(lower(legal_form) = 'eenmanszaak', false) $$;

create or replace function personal_columns(fixed text[], record jsonb) returns text[]
language sql stable parallel safe security definer set search_path = public, pg_temp as $$
  select case when is_natural_person(coalesce(record ->> 'legal_form',
                (select c.legal_form from companies c where c.id = (record ->> 'company_id')::uuid)))
              then fixed || '{name,website,number,postcode,municipality}'::text[] else fixed end
$$;

-- Which texts were erased, without what they said: a restored backup erases them again, up to the version they had.
create table erased_texts (
  table_name text not null,
  record_id uuid not null,
  column_name text not null,
  -- The last version whose text went; what somebody wrote after that is another text.
  version integer not null,
  erased_at timestamptz(3) not null default now(),
  primary key (table_name, record_id, column_name)
);

-- Whether a text names one of these, whatever the accents and capitals.
create function mentions(said text, terms text[]) returns boolean language sql stable parallel safe as $$
  select exists (select from unnest(terms) t where searchable(said) like '%' || like_pattern(searchable(t)) || '%')
$$;

-- The terms as they stand in the text of JSON, too.
create function terms_in_json(terms text[]) returns text[] language sql immutable as $$
  select array(select t from unnest(terms) t union select trim(both '"' from to_jsonb(t)::text) from unnest(terms) t)
$$;

-- The resource under which the trail knows the records of a table.
create function resource_of(tbl text) returns text language sql immutable as $$ select replace(tbl, '_', '-') $$;

-- Empties columns of a record in every version up to one, and in the trail. A text that must say something, or by which
-- figures are broken down, becomes a name that tells nothing.
create function erase_columns(tbl text, record uuid, columns text[], up_to integer default null, instead text default null)
returns void language plpgsql security definer set search_path = public, pg_temp as $$
declare
  assignments text;
  place text;
begin
  select string_agg(format(
           case when a.attnotnull or tbl = 'evidence' or a.attname = 'funder'
                then '%1$I = case when %1$I is not null then $3 end' else '%1$I = null' end, a.attname), ', ')
    into assignments
    from pg_attribute a
   where a.attrelid = format('public.%I', tbl)::regclass and a.attname = any(columns);
  foreach place in array array['public', 'history'] loop
    if to_regclass(format('%I.%I', place, tbl)) is not null then
      execute format('update %I.%I set %s where id = $1 and ($2 is null or version <= $2)', place, tbl, assignments)
        using record, up_to, coalesce(instead, record::text);
    end if;
  end loop;
  perform erase_audited_values(resource_of(tbl), record, columns);
end $$;

-- Evidence of which nothing but the fact is left: its record is still supported by it, and its file is removed with the
-- others that no evidence names.
create function erase_evidence(evidence_id uuid) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update evidence set title = null, url = evidence_id::text, file_name = null, media_type = null, sha256 = null, bytes = null
   where id = evidence_id;
  update history.evidence
     set title = null, url = evidence_id::text, file_name = null, media_type = null, sha256 = null, bytes = null
   where id = evidence_id;
  perform erase_audited_values('evidence', evidence_id, '{title,url,file_name,sha256}');
end $$;

-- What imports keep of their files and of what they found, where it names somebody. The grid shows the first 300 faulty
-- rows of a sheet: where there may be more, the whole file goes.
create function erase_from_imports(terms text[]) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  in_json text[] := terms_in_json(terms);
begin
  update import_files set faulty_rows = null, faulty_grid = null, mends = '[]'
   where mentions(mends::text, in_json) or mentions(faulty_grid::text, in_json)
      or exists (select from jsonb_array_elements(faulty_grid) sheet where jsonb_array_length(sheet -> 'rows') >= 300);
  update imports i
     set faults = f.faults, warnings = f.warnings, changes = f.changes
    from imports o
   cross join lateral (
     select (select coalesce(jsonb_agg(case when mentions(item::text, in_json)
                     then item || '{"value": null, "message": "–"}' else item end order by place), '[]')
               from jsonb_array_elements(o.faults) with ordinality e (item, place)) as faults,
            (select coalesce(jsonb_agg(case when mentions(item::text, in_json)
                     then item || '{"value": null, "message": "–"}' else item end order by place), '[]')
               from jsonb_array_elements(o.warnings) with ordinality e (item, place)) as warnings,
            (select coalesce(jsonb_agg(item order by place), '[]')
               from jsonb_array_elements(o.changes) with ordinality e (item, place)
              where not mentions(item::text, in_json)) as changes) f
   where i.id = o.id
     and (mentions(o.faults::text, in_json) or mentions(o.warnings::text, in_json) or mentions(o.changes::text, in_json));
  update imports set file_name = id::text where mentions(file_name, terms);
end $$;

-- The numbers of a firm. One that came with it goes; one that it took over in a merge goes back to whose it was.
create function erase_numbers(company uuid) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  held uuid;
  first_holder uuid;
begin
  for held in select distinct id from history.company_numbers where company_id = company loop
    select company_id into first_holder from history.company_numbers where id = held order by version limit 1;
    if first_holder = company or exists (select from erasures where table_name = 'companies' and record_id = first_holder) then
      delete from company_numbers where id = held;
      delete from history.company_numbers where id = held;
    else
      update company_numbers set company_id = first_holder where id = held and company_id = company;
      delete from history.company_numbers where id = held and company_id = company;
    end if;
    update mending_exceptions set value = null where table_name = 'company_numbers' and record_id = held;
  end loop;
end $$;

-- What hangs from a firm, or is its own spin-off, and names it.
create function erase_texts_about(company uuid, terms text[]) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  about record;
  text_columns constant jsonb := '{"participations": ["note"], "investments": ["funder", "note"],
    "outcomes": ["title", "evidence_url"], "spin_offs": ["name", "kvk_number", "evidence_url"]}';
begin
  for about in
    select kind.key as tbl, h.id, array(select jsonb_array_elements_text(kind.value)) as columns
      from jsonb_each(text_columns) kind
     cross join lateral (
       select id, to_jsonb(p) as r from history.participations p where p.company_id = company and kind.key = 'participations'
       union all
       select id, to_jsonb(i) from history.investments i where i.company_id = company and kind.key = 'investments'
       union all
       select id, to_jsonb(o) from history.outcomes o where o.company_id = company and kind.key = 'outcomes'
       union all
       select id, to_jsonb(s) from history.spin_offs s
        where kind.key = 'spin_offs' and (s.parent_company_id = company or s.kvk_number = any(terms))) h
     where exists (select from jsonb_array_elements_text(kind.value) c where mentions(h.r ->> c, terms))
     group by 1, 2, 3
  loop
    -- Only what names it, column by column; a funder keeps one cell in the figures by being called by the firm's id.
    perform erase_columns(about.tbl, about.id, array[c], null, case when c = 'funder' then company::text end)
       from unnest(about.columns) c
      where exists_mention(about.tbl, about.id, c, terms);
  end loop;
  perform erase_evidence(e.id)
     from history.evidence e
    where mentions(concat_ws(' ', e.title, e.url, e.file_name), terms)
      and e.record_id in (select id from history.participations p where p.company_id = company
                          union all select id from history.investments i where i.company_id = company
                          union all select id from history.outcomes o where o.company_id = company)
    group by e.id;
end $$;

create function exists_mention(tbl text, record uuid, col text, terms text[]) returns boolean
language plpgsql stable as $$
declare
  is_named boolean;
begin
  execute format('select exists (select from history.%I where id = $1 and mentions(%I, $2))', tbl, col)
    into is_named using record, terms;
  return is_named;
end $$;

-- A sole trader down to the id of the record: no number, name or address is left in any version. Size class, sector and
-- province stay, which figures are read off.
create function erase_company(company uuid) returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  subject companies;
  terms text[];
begin
  select * into subject from companies where id = company for update;
  if subject.id is null or subject.name = company::text then
    return false;
  end if;
  -- In an older backup that was restored it may have another legal form.
  if not is_natural_person(subject.legal_form)
     and not exists (select from erasures where table_name = 'companies' and record_id = company) then
    perform refuse('NOT_A_NATURAL_PERSON', jsonb_build_object('table', 'companies', 'id', company));
  end if;
  select array_agg(distinct said) into terms
    from (select unnest(array[name, website]) from history.companies where id = company
          union all select number from history.company_numbers
           where id in (select id from history.company_numbers where company_id = company and version = 1)) t (said)
   where length(said) >= 3;

  perform erase_record(r.tbl, r.id)
     from (select 'contacts' as tbl, id from contacts where company_id = company
           union all select 'notes', id from notes where company_id = company) r;
  perform erase_columns('companies', company, '{name,match_name,website}');
  perform erase_numbers(company);
  perform erase_columns('company_profiles', id, '{postcode,municipality,employees}')
     from (select distinct id from history.company_profiles where company_id = company) p;
  perform erase_audited_values('companies', company, '{name,website,number,postcode,municipality,employees}');
  perform erase_texts_about(company, terms);
  perform erase_from_imports(terms);
  update import_rows set ref = null where record_id = company or company_id = company;
  update merges set taken_over = '[]'
   where taken_over <> '[]'
     and (company in (survivor_id, merged_id) or mentions(taken_over::text, terms_in_json(terms)));
  update history.merges set taken_over = '[]'
   where taken_over <> '[]'
     and (company in (survivor_id, merged_id) or mentions(taken_over::text, terms_in_json(terms)));
  delete from duplicate_candidates where company in (company_id, other_company_id);
  delete from idempotency_keys where mentions(response::text, terms_in_json(terms) || company::text);
  update mending_exceptions set value = null
   where record_id = company or record_id in (select id from history.company_profiles where company_id = company);
  -- Why something of it changed, where that names it.
  perform erase_reason(min(e.id))
     from audit_events e join audit_links l on l.id = e.link_id
    where e.resource = 'companies' and e.record_id = company and mentions(l.reason, terms)
    group by l.id;
  insert into erasures (table_name, record_id) values ('companies', company) on conflict do nothing;
  return true;
end $$;

-- An account that was ended: what is left of it is who did what, by the name in the trail and in what was published.
create function erase_account(account uuid) returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  subject users;
begin
  select * into subject from users where id = account for update;
  if subject.id is null or subject.email = account::text then
    return false;
  end if;
  if subject.deleted_at is null
     and not exists (select from erasures where table_name = 'users' and record_id = account) then
    perform refuse('ACCOUNT_IN_USE', jsonb_build_object('table', 'users', 'id', account));
  end if;
  update users set deleted_at = coalesce(deleted_at, now()),
                   email = account::text, name = account::text, password_hash = null, oidc_issuer = null, oidc_subject = null
   where id = account;
  delete from sessions where user_id = account;
  delete from one_time_links where user_id = account;
  delete from second_factors where user_id = account;
  delete from api_tokens where user_id = account;
  delete from notification_states where user_id = account;
  delete from notification_settings where user_id = account;
  delete from idempotency_keys where response ->> 'id' = account::text or mentions(response::text, array[subject.email]);
  insert into erasures (table_name, record_id) values ('users', account) on conflict do nothing;
  return true;
end $$;

-- What an import keeps of its file and of what it found in it; what it wrote is erased where that is.
create function erase_import(import uuid) returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update imports
     set file_name = id::text, changes = '[]', reason = null,
         faults = (select coalesce(jsonb_agg(item || '{"value": null, "message": "–"}' order by place), '[]')
                     from jsonb_array_elements(faults) with ordinality e (item, place)),
         warnings = (select coalesce(jsonb_agg(item || '{"value": null, "message": "–"}' order by place), '[]')
                       from jsonb_array_elements(warnings) with ordinality e (item, place))
   where id = import and status not in ('QUEUED', 'RUNNING') and file_name <> id::text;
  if not found then
    return false;
  end if;
  update import_files set content = null, faulty_rows = null, faulty_grid = null, mends = '[]' where import_id = import;
  insert into erasures (table_name, record_id) values ('imports', import) on conflict do nothing;
  return true;
end $$;

-- The role of requests may not delete; this it may, one record of a person at a time.
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
    when 'contacts', 'notes' then
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

-- Erases one text of a record, in every version; false where there is none. With a version, what came after it stays.
create function erase_text(tbl text, record uuid, col text, up_to integer default null) returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  at_version integer;
  said_something boolean;
  erasable constant text[] := array['participations.note', 'activities.title', 'investments.funder', 'investments.note',
    'spin_offs.name', 'spin_offs.kvk_number', 'spin_offs.evidence_url', 'outcomes.title', 'outcomes.evidence_url',
    'targets.note', 'comparisons.title', 'comparisons.note', 'round_submissions.remark',
    'round_submissions.submitted_by', 'round_submissions.decided_by'];
begin
  if not (tbl || '.' || col = any(erasable)) then
    raise exception 'No text % of % is erased', col, tbl;
  end if;
  execute format('select version from public.%I where id = $1 for update', tbl) into at_version using record;
  if at_version is null then
    return false;
  end if;
  at_version := coalesce(up_to, at_version);
  execute format('select exists (select from %s where id = $1 and version <= $2 and %I <> $1::text)',
                 coalesce(to_regclass(format('history.%I', tbl)), to_regclass(format('public.%I', tbl))), col)
    into said_something using record, at_version;
  if not said_something then
    return false;
  end if;
  perform erase_columns(tbl, record, array[col], at_version);
  delete from idempotency_keys where response ->> 'id' = record::text;
  insert into erased_texts (table_name, record_id, column_name, version) values (tbl, record, col, at_version)
  on conflict (table_name, record_id, column_name) do update set version = greatest(erased_texts.version, excluded.version);
  return true;
end $$;

-- What was erased stays nameless: nobody types a name, number or address anew where a person asked to be forgotten.
create function refuse_naming_the_erased() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  named uuid;
begin
  if not exists (select from erasures where table_name = 'companies') then
    return null;
  end if;
  select e.record_id into named
    from new_rows n cross join lateral to_jsonb(n) v
    join erasures e on e.table_name = 'companies' and e.record_id = (v ->> tg_argv[0])::uuid
   where case tg_table_name
           when 'companies' then v ->> 'name' <> v ->> 'id' or v ->> 'website' is not null
           when 'company_numbers' then v ->> 'deleted_at' is null
           else num_nonnulls(v ->> 'postcode', v ->> 'municipality', v ->> 'employees') > 0 end
   limit 1;
  if named is not null then
    perform refuse('ERASED_FOR_GOOD', jsonb_build_object('table', 'companies', 'id', named));
  end if;
  return null;
end $$;
create trigger b_nameless_update after update on companies referencing new table as new_rows
  for each statement execute function refuse_naming_the_erased('id');
create trigger b_nameless_insert after insert on company_numbers referencing new table as new_rows
  for each statement execute function refuse_naming_the_erased('company_id');
create trigger b_nameless_update after update on company_numbers referencing new table as new_rows
  for each statement execute function refuse_naming_the_erased('company_id');
create trigger b_nameless_insert after insert on company_profiles referencing new table as new_rows
  for each statement execute function refuse_naming_the_erased('company_id');
create trigger b_nameless_update after update on company_profiles referencing new table as new_rows
  for each statement execute function refuse_naming_the_erased('company_id');

-- A reason that was erased before a backup of before was restored.
create function erase_reason_again(link_position bigint, link_hash bytea) returns boolean
language sql security definer set search_path = public, pg_temp as $$
  select coalesce((select erase_reason(min(e.id)) from audit_links l join audit_events e on e.link_id = l.id
                    where l.position = link_position and l.hash = link_hash and l.reason is not null), false)
$$;

create or replace function note_access(happened text, subject uuid, kind text default null) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  told text := case
    when happened in ('SIGN_IN', 'SECOND_FACTOR_ADDED', 'SECOND_FACTOR_REMOVED', 'RECOVERY_CODES_RENEWED') then 'users'
    when happened = 'SIGN_IN_FAILED' then 'sign-ins'
    when happened = 'TOKEN_FROM_NEW_ADDRESS' then 'api-tokens'
    when happened = 'EXPORT' and kind in ('contacts', 'notes', 'companies', 'personal-data') then kind
  end;
begin
  if told is null then
    raise exception 'The trail notes no % of %', happened, kind using errcode = 'insufficient_privilege';
  end if;
  insert into audit_events (link_id, resource, record_id, action)
  values (current_audit_link(), told, subject, happened);
end $$;

create or replace function guard_owner_functions(role_name text) returns void
language plpgsql set search_path = public, pg_temp as $$
declare
  guarded record;
begin
  for guarded in
    select p.oid::regprocedure as signature, p.proname as name, n.nspname as schema
      from pg_proc p join pg_namespace n on n.oid = p.pronamespace
     where n.nspname in ('public', 'history') and p.prosecdef
  loop
    execute format('revoke all on function %s from public, %I', guarded.signature, role_name);
    if guarded.schema = 'public' and guarded.name in
       ('erase_record', 'erase_reason', 'erase_text', 'undo_revision', 'analyze_register', 'current_revision',
        'publish_edition', 'note_access') then
      execute format('grant execute on function %s to %I', guarded.signature, role_name);
    end if;
  end loop;
end $$;

create or replace function grant_to_application(role_name text) returns void language plpgsql as $$
begin
  execute format('grant usage on schema public, history to %I', role_name);
  execute format('grant select, insert, update on all tables in schema public to %I', role_name);
  execute format('grant select on all tables in schema history to %I', role_name);
  execute format('grant usage, select on all sequences in schema public to %I', role_name);
  execute format('revoke insert, update, delete on revisions, knowledge_clock, _prisma_migrations from %I', role_name);
  execute format('revoke insert, update, delete on audit_links, audit_events, audit_head from %I', role_name);
  execute format('revoke insert, update, delete on erasures, erased_reasons, erased_texts from %I', role_name);
  execute format('revoke all on audit_salt from %I', role_name);
  execute format('revoke insert, update, delete on report_editions from %I', role_name);
  perform grant_sign_in_to_application(role_name);
  perform guard_owner_functions(role_name);
end $$;

do $$ begin
  if exists (select from pg_roles where rolname = 'fieldlab_app') then
    perform grant_to_application('fieldlab_app');
  end if;
end $$;

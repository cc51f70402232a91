-- What everybody asks is answered from rows and kept bytes, never by reading published documents: who an edition is,
-- every number that it tells, and its files. The database fills the first two itself when an edition is published.
-- They refer to editions without a foreign key: an edition is never deleted, and emptying the table says why it may not.

create table public_editions (
  report_id uuid not null,
  number integer not null,
  title text not null,
  language text not null,
  programme text,
  scope text not null,
  as_of date not null,
  "from" date,
  known_at text not null,
  published_at text not null,
  seal text not null,
  -- Of every figure as a whole: indicator, unit, value, suppressed.
  figures jsonb not null,
  primary key (report_id, number)
);

create table published_numbers (
  report_id uuid not null,
  number integer not null,
  indicator text not null,
  -- Of a cell; empty for the figure as a whole.
  by text not null default '',
  key text not null default '',
  label text not null default '',
  -- The label's words without accents, capitals and marks, with a space around each.
  label_words text not null,
  definition_version integer not null,
  unit text not null,
  -- Null for what is withheld or has no value.
  value numeric,
  -- As the edition writes it: a number, or a decimal text.
  shown jsonb not null,
  primary key (report_id, number, indicator, by, key),
  foreign key (report_id, number) references public_editions (report_id, number) on delete restrict
);
create index published_numbers_value on published_numbers (value);

-- The bytes that are served, made once.
create table public_files (
  report_id uuid not null,
  number integer not null,
  kind text not null check (kind in ('csv', 'pdf')),
  name text not null,
  content bytea not null,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  primary key (report_id, number, kind)
);

create function words_of(label text) returns text language sql immutable as $$
  select ' ' || trim(regexp_replace(searchable(label), '[^[:alnum:]]+', ' ', 'g')) || ' '
$$;

create function index_public_edition(edition report_editions) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  document jsonb := edition.public_document::jsonb;
begin
  insert into public_editions (report_id, number, title, language, programme, scope, as_of, "from", known_at,
                               published_at, seal, figures)
  values (edition.report_id, edition.number, document #>> '{report,title}', document ->> 'language',
          document ->> 'programme', document ->> 'scope', (document ->> 'asOf')::date, (document ->> 'from')::date,
          document ->> 'knownAt', document ->> 'publishedAt', edition.public_seal,
          (select coalesce(jsonb_agg(jsonb_strip_nulls(jsonb_build_object(
                    'indicator', f ->> 'indicator', 'unit', f ->> 'unit', 'suppressed', f -> 'suppressed'))
                    || jsonb_build_object('value', f -> 'value') order by place), '[]')
             from jsonb_array_elements(document -> 'figures') with ordinality as figures (f, place)));

  insert into published_numbers (report_id, number, indicator, by, key, label, label_words, definition_version, unit,
                                 value, shown)
  select edition.report_id, edition.number, f ->> 'indicator', told.by, told.key, told.label, words_of(told.label),
         (f ->> 'definitionVersion')::integer, f ->> 'unit', (told.shown #>> '{}')::numeric, told.shown
    from jsonb_array_elements(document -> 'figures') as f
   cross join lateral (
     select '' as by, '' as key, '' as label, f -> 'value' as shown
     union all
     select document #>> '{by,0}', c ->> 'key', c ->> 'label', c -> 'value'
       from jsonb_array_elements(coalesce(f -> 'breakdown', '[]')) as c
     union all
     select way.by, c ->> 'key', c ->> 'label', c -> 'value'
       from jsonb_each(coalesce(f -> 'breakdowns', '{}')) as way (by, cells)
      cross join lateral jsonb_array_elements(way.cells) as c) told
   where jsonb_typeof(told.shown) in ('number', 'string', 'null')
  on conflict do nothing;
end $$;

create function index_published_edition() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform index_public_edition(new);
  return null;
end $$;

select index_public_edition(e) from report_editions e order by published_at, report_id;

create trigger z_indexed after insert on report_editions
  for each row execute function index_published_edition();

-- Only the functions above write these, whoever publishes.
create function refuse_other_hands() returns trigger language plpgsql as $$
begin
  if current_user <> (select pg_get_userbyid(relowner) from pg_class where oid = tg_relid) then
    perform refuse('EDITION_IS_FROZEN', '{}');
  end if;
  return null;
end $$;
create trigger a_indexed_alone before insert on public_editions
  for each statement execute function refuse_other_hands();
create trigger a_indexed_alone before insert on published_numbers
  for each statement execute function refuse_other_hands();
create trigger a_frozen before update or delete on public_editions
  for each row execute function refuse_change_of_edition();
create trigger a_frozen before update or delete on published_numbers
  for each row execute function refuse_change_of_edition();
create trigger a_frozen before update or delete on public_files
  for each row execute function refuse_change_of_edition();
revoke execute on function index_public_edition(report_editions) from public;

do $$ begin
  if exists (select from pg_roles where rolname = 'fieldlab_app') then
    perform grant_to_application('fieldlab_app');
  end if;
end $$;

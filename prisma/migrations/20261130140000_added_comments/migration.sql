-- What people say to each other about a record, a report, or what a centre says in a round. It is seen by who may see the
-- record, counted nowhere and never public, and so without knowledge time: of an edit only the texts of before are kept.

create table comments (
  id uuid primary key default uuid_v7(),
  version integer not null default 1,
  created_at timestamptz(3) not null default now(),
  updated_at timestamptz(3) not null default now(),
  resource text not null,
  record_id uuid not null,
  -- Of a round: whose part of it.
  centre_id uuid references centres (id) on delete restrict,
  author_id uuid not null references users (id) on delete restrict,
  -- Empty once it was withdrawn.
  text text check (text <> '' and length(text) <= 2000),
  withdrawn_at timestamptz(3),
  withdrawn_by_id uuid references users (id) on delete restrict,
  constraint comments_of check (resource in ('centres', 'companies', 'participations', 'activities', 'investments',
    'spin-offs', 'outcomes', 'targets', 'rounds', 'comparisons', 'reports')),
  constraint comments_centre_of_round check ((resource = 'rounds') = (centre_id is not null)),
  constraint comments_withdrawn check (num_nulls(text, withdrawn_at) = 1 and num_nulls(withdrawn_at, withdrawn_by_id) in (0, 2))
);
create index comments_record on comments (record_id, created_at);
create index comments_author on comments (author_id);
create index comments_centre on comments (centre_id);
create index comments_withdrawer on comments (withdrawn_by_id);

-- Who is named in it, and since when.
create table comment_mentions (
  comment_id uuid not null references comments (id) on delete cascade,
  user_id uuid not null references users (id) on delete cascade,
  mentioned_at timestamptz(3) not null default now(),
  -- Not so once an edit left them out.
  is_current boolean not null default true,
  primary key (comment_id, user_id)
);
create index comment_mentions_user on comment_mentions (user_id, mentioned_at);

-- The texts that it had before.
create table comment_versions (
  comment_id uuid not null references comments (id) on delete cascade,
  version integer not null,
  text text not null,
  written_at timestamptz(3) not null,
  primary key (comment_id, version)
);

create trigger a_next_version before update on comments for each row execute function next_version();

create function keep_comment_text() returns trigger language plpgsql as $$
begin
  insert into comment_versions (comment_id, version, text, written_at)
  values (old.id, old.version, old.text, old.updated_at);
  return null;
end $$;
create trigger b_keep_text after update on comments for each row
  when (old.text is distinct from new.text and old.text is not null) execute function keep_comment_text();

select track_audit('comments', 'comments', personal => '{text}');

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
    when 'contacts', 'notes', 'comments' then
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

-- Who names a sole trader in a comment does so in the text alone, so that the whole comment goes.
alter function erase_texts_about(uuid, text[]) rename to erase_record_texts_about;
create function erase_texts_about(company uuid, terms text[]) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform erase_record_texts_about(company, terms);
  perform erase_record('comments', c.id)
     from comments c
    where mentions(c.text, terms)
       or exists (select from comment_versions v where v.comment_id = c.id and mentions(v.text, terms));
end $$;

-- Nobody is named any more in what others wrote, but by the name itself; what they wrote stays theirs, without a name.
alter function erase_account(uuid) rename to erase_sign_in_of_account;
create function erase_account(account uuid) returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if not erase_sign_in_of_account(account) then
    return false;
  end if;
  delete from comment_mentions where user_id = account;
  return true;
end $$;

do $$ begin
  if exists (select from pg_roles where rolname = 'fieldlab_app') then
    perform grant_to_application('fieldlab_app');
  end if;
end $$;

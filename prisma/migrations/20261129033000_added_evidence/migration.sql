-- Evidence: a file or a link behind a participation, an investment, a spin-off or an outcome. It is a record of its own,
-- with history. Where it hangs decides who sees it, so the centres of its record stand with it, and follow them.
-- See docs/decisions/0021-evidence.md.

create table evidence (
  id uuid primary key default uuid_v7(),
  version integer not null default 1,
  created_at timestamptz(3) not null default now(),
  updated_at timestamptz(3) not null default now(),
  deleted_at timestamptz(3),
  -- The record that it is evidence of.
  resource text not null,
  record_id uuid not null,
  -- Those of the record.
  centre_ids uuid[] not null,
  title text check (title <> ''),
  -- A link, or else a file.
  url text check (url <> ''),
  file_name text,
  media_type text,
  -- Under which the file is kept.
  sha256 text,
  bytes integer,
  constraint evidence_of check (resource in ('participations', 'investments', 'spin-offs', 'outcomes')),
  constraint evidence_file_or_link check (num_nonnulls(url, sha256) = 1),
  constraint evidence_file_whole check (num_nonnulls(sha256, file_name, media_type, bytes) in (0, 4)),
  constraint evidence_sha256_hex check (sha256 ~ '^[0-9a-f]{64}$')
);
create index evidence_record on evidence (record_id);
create index evidence_centres on evidence using gin (centre_ids);
create index evidence_sha256 on evidence (sha256);

-- The centres of a live record, which nobody changes before the transaction ends; null where there is no such record.
create function evidenced_centres(resource text, record uuid) returns uuid[]
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  centres uuid[];
begin
  case resource
    when 'participations' then
      select array[t.centre_id] into centres from participations t where t.id = record and t.deleted_at is null for share;
    when 'investments' then
      select array[t.centre_id] into centres from investments t where t.id = record and t.deleted_at is null for share;
    when 'spin-offs' then
      select t.centre_ids into centres from spin_offs t where t.id = record and t.deleted_at is null for share;
    when 'outcomes' then
      select t.centre_ids into centres from outcomes t where t.id = record and t.deleted_at is null for share;
  end case;
  return centres;
end $$;

create function hang_evidence() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  new.centre_ids := evidenced_centres(new.resource, new.record_id);
  if new.centre_ids is null then
    perform refuse('REFERENCE_DELETED',
      jsonb_build_object('table', replace(new.resource, '-', '_'), 'id', new.record_id, 'column', 'record_id'));
  end if;
  return new;
end $$;
create trigger b_hangs_insert before insert on evidence for each row execute function hang_evidence();
create trigger b_hangs_restore before update of deleted_at on evidence for each row
  when (old.deleted_at is not null and new.deleted_at is null) execute function hang_evidence();

-- Evidence goes with its record, comes back with it, and lies in the centres that the record lies in.
create function evidence_follows() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  record jsonb := to_jsonb(new);
  kind text := replace(tg_table_name, '_', '-');
begin
  if old.deleted_at is null and new.deleted_at is not null then
    update evidence set deleted_at = new.deleted_at
     where record_id = new.id and resource = kind and deleted_at is null;
  elsif old.deleted_at is not null and new.deleted_at is null then
    update evidence set deleted_at = null
     where record_id = new.id and resource = kind and deleted_at = old.deleted_at;
  else
    update evidence e set centre_ids = c.ids
      from (select case when record ? 'centre_id' then array[(record ->> 'centre_id')::uuid]
                        else array(select jsonb_array_elements_text(record -> 'centre_ids')::uuid) end as ids) c
     where e.record_id = new.id and e.resource = kind and e.deleted_at is null and e.centre_ids <> c.ids;
  end if;
  return null;
end $$;
create trigger f_evidence_follows after update of deleted_at, centre_id on participations for each row
  execute function evidence_follows();
create trigger f_evidence_follows after update of deleted_at, centre_id on investments for each row
  execute function evidence_follows();
create trigger f_evidence_follows after update of deleted_at, centre_ids on spin_offs for each row
  execute function evidence_follows();
create trigger f_evidence_follows after update of deleted_at, centre_ids on outcomes for each row
  execute function evidence_follows();

select track_history('evidence');
select track_audit('evidence', 'evidence', left_out => '{centre_ids}');

-- An import is not taken back from under the evidence that somebody attached to what it made.
alter function undo_revision(bigint) rename to undo_records_of_revision;
create function undo_revision(revision bigint) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  attached bigint;
begin
  select count(*) into attached from evidence e
   where e.deleted_at is null
     and exists (
       select from (select id, rev_from from history.participations union all select id, rev_from from history.investments
                    union all select id, rev_from from history.spin_offs union all select id, rev_from from history.outcomes) h
        where h.id = e.record_id group by h.id having min(h.rev_from) = revision);
  if attached > 0 then
    perform refuse('BUILT_UPON', jsonb_build_object('dependants', jsonb_build_object('evidence', attached)));
  end if;
  perform undo_records_of_revision(revision);
end $$;

-- Which files nothing points at, of those that are kept: no evidence, and no version of one.
create function unused_files(kept text[]) returns setof text
language sql stable as $$
  select k.sha256 from unnest(kept) k (sha256)
   where not exists (select from evidence e where e.sha256 = k.sha256)
     and not exists (select from history.evidence h where h.sha256 = k.sha256)
$$;

do $$ begin
  if exists (select from pg_roles where rolname = 'fieldlab_app') then
    perform grant_to_application('fieldlab_app');
  end if;
end $$;

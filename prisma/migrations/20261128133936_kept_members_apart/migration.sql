-- The records behind the figures of an edition stand apart from it, as bytes of their own: who may read a report may not
-- see which companies were counted. The sealed document names them by a digest. Editions published before have them in
-- their document, whose bytes never change; they have none here.
alter table report_editions add column members text;

drop function publish_edition(uuid, integer, text, text);
-- Keeps what is published of an approved report. The seals, who publishes and when are computed or checked here; the
-- head of the trail that the document notes must be in the trail, and the members must be those whose digest it names.
create function publish_edition(report uuid, edition_number integer, whole text, open text, behind text)
returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  told timestamptz := (whole::json ->> 'publishedAt')::timestamptz;
  head json := whole::json -> 'auditHead';
  document text;
  seals text[] := '{}';
  seal text;
begin
  perform from reports r
    where r.id = report and r.edition = edition_number and r.deleted_at is null
      and r.status::text in ('APPROVED', 'PUBLISHING', 'PUBLISHED')
      and r.submitted_by_id is not null and r.approved_by_id <> r.submitted_by_id
      and whole::json -> 'report' ->> 'id' = report::text and (whole::json ->> 'edition')::integer = edition_number
      and open::json -> 'report' ->> 'id' = report::text and (open::json ->> 'edition')::integer = edition_number;
  if not found then
    raise exception 'Report % has no approved edition %', report, edition_number using errcode = 'insufficient_privilege';
  end if;
  -- Disclosure control is computed after the document notes its instant.
  if told is null or abs(extract(epoch from clock_timestamp() - told)) > 900 then
    raise exception 'An edition is published now' using errcode = 'insufficient_privilege';
  end if;
  if (head ->> 'position')::bigint <> 0 and not exists (
    select from audit_links l
     where l.position = (head ->> 'position')::bigint and encode(l.hash, 'hex') = head ->> 'hash') then
    raise exception 'The head is not in the trail' using errcode = 'insufficient_privilege';
  end if;
  if behind is null or whole::json -> 'members' is not null or open::json -> 'members' is not null
     or encode(sha256(convert_to(behind, 'UTF8')), 'hex') is distinct from whole::json ->> 'membersDigest' then
    raise exception 'The members are not those of the edition' using errcode = 'insufficient_privilege';
  end if;
  foreach document in array array[whole, open] loop
    seal := encode(sha256(convert_to(
      replace(document, ',"seal":"' || (document::json ->> 'seal') || '"', ''), 'UTF8')), 'hex');
    if seal is distinct from document::json ->> 'seal' then
      raise exception 'A seal is not of its document' using errcode = 'insufficient_privilege';
    end if;
    seals := seals || seal;
  end loop;
  insert into report_editions (report_id, number, published_at, published_by_id, published_by_name,
                               document, seal, public_document, public_seal, members)
  values (report, edition_number, told, nullif(current_setting('fieldlab.actor_id', true), '')::uuid,
          coalesce(nullif(current_setting('fieldlab.actor_name', true), ''), session_user::text),
          whole, seals[1], open, seals[2], behind);
end $$;

do $$ begin
  if exists (select from pg_roles where rolname = 'fieldlab_app') then
    perform grant_to_application('fieldlab_app');
  end if;
end $$;

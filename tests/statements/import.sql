-- apps/api/src/modules/imports/imports.repository.ts
insert into imports (id, status, file_name, language, actor_id, actor_name, request_id, reason,
                     finished_at, counts, open_reviews, warnings, revision_id, changes, faults, set_aside_rows,
                     finding_kinds, made_without_versions)
values (coalesce($1::uuid, uuid_v7()), 'DONE', $2, $3, $4, $5, $6, $7, clock_timestamp(), $8, $9, $10, $11, $12, $13, $14, $15, $16)
on conflict (id) do update
   set status = 'DONE', updated_at = now(), finished_at = excluded.finished_at, counts = excluded.counts,
       open_reviews = excluded.open_reviews, faults = excluded.faults, warnings = excluded.warnings,
       set_aside_rows = excluded.set_aside_rows, finding_kinds = excluded.finding_kinds,
       revision_id = excluded.revision_id, changes = excluded.changes
 where imports.status = 'RUNNING'
returning id;

-- apps/api/src/modules/imports/planning/centres.repository.ts
create temp table centre_fills on commit drop as
select * from (
  select distinct on (p.record_id) p.record_id,
         case when c.type is null then p.type end as type,
         case when c.hub_id is null and c.kind = 'FIELDLAB' then hub.id end as hub_id,
         case when c.province is null then p.province end as province,
         case when c.municipality is null then p.municipality end as municipality,
         case when c.technologies = '{}' then p.technologies end as technologies,
         case when c.started_on is null then p.started_on end as started_on,
         case when c.ended_on is null then p.ended_on end as ended_on,
         case when c.website is null then p.website end as website
    from planned_centres p
    join centres c on c.id = p.record_id
    left join known_centres hub on hub.code = p.hub_code
   where p.standing = 'FOUND'
   order by p.record_id, p.line
) fill
where num_nonnulls(type, hub_id, province, municipality, technologies, started_on, ended_on, website) > 0;

-- apps/api/src/modules/imports/planning/centres.repository.ts
create temp table known_centres on commit drop as
select distinct on (code) * from (
  select p.code, p.record_id as id, case when p.standing in ('KNOWN', 'BY_ID') then c.kind
      when p.standing = 'CHANGED' then case when 'kind' = any(p.changed) then p.kind else c.kind end
      else coalesce(c.kind, p.kind) end as kind, case when p.standing in ('KNOWN', 'BY_ID') then c.started_on
      when p.standing = 'CHANGED' then case when 'started_on' = any(p.changed) then p.started_on else c.started_on end
      else coalesce(c.started_on, p.started_on) end as started_on, case when p.standing in ('KNOWN', 'BY_ID') then c.ended_on
      when p.standing = 'CHANGED' then case when 'ended_on' = any(p.changed) then p.ended_on else c.ended_on end
      else coalesce(c.ended_on, p.ended_on) end as ended_on,
         p.standing = 'LEFT_OUT' as left_out, p.faulty, 1 as rank, p.line
    from planned_centres p
    left join centres c on c.id = p.record_id and c.deleted_at is null
   where p.code is not null
  union all
  select code, id, kind, started_on, ended_on, false, null, 2, null from centres where deleted_at is null
) known
order by code, rank, line;

-- apps/api/src/modules/imports/planning/centres.repository.ts
create temp table planned_centres on commit drop as
select s.*, null::text as ref, null::uuid as company_id, null::text as dangling,
       sha256(convert_to(concat_ws(E'\x1f', (select salt::text from import_salt), 'code=' || s.code::text, 'kind=' || s.kind::text, 'name=' || s.name::text, 'type=' || s.type::text, 'hub_code=' || s.hub_code::text, 'province=' || s.province::text, 'municipality=' || s.municipality::text, 'technologies=' || s.technologies::text, 'started_on=' || s.started_on::text, 'ended_on=' || s.ended_on::text, 'website=' || s.website::text), 'UTF8')) as fingerprint, null::uuid as record_id, null::text as standing,
       null::text[] as changed
  from staged_centres s;

-- apps/api/src/modules/imports/planning/claims.repository.ts
update planned_companies p set record_id = kept.record_id, standing = 'KNOWN'
    from (select distinct on (fingerprint) fingerprint, record_id
            from (
select kept.fingerprint, coalesce(merged.root_id, kept.company_id) as company_id,
       kept.record_id, kept.ref, kept.created, record.created_at
  from import_rows kept
  join companies record on record.id = kept.record_id and record.deleted_at is null
  left join merged_companies merged on merged.company_id = kept.company_id
 where kept.sheet = 'companies'
   -- What an import added to a record is not there any more when the import was taken back.
   and (kept.created or not exists (select from imports i where i.id = kept.import_id and i.status = 'UNDONE'))
   and kept.fingerprint in (select p.fingerprint from planned_companies p where p.standing is null)) candidate
           order by fingerprint, created desc, created_at, record_id) kept
   where p.standing is null and not p.numberless and p.fingerprint = kept.fingerprint;

-- apps/api/src/modules/imports/planning/claims.repository.ts
update planned_companies p set record_id = kept.record_id, standing = 'LEFT_OUT'
    from (select distinct on (fingerprint) fingerprint, record_id
            from (
select kept.fingerprint, coalesce(merged.root_id, kept.company_id) as company_id,
       kept.record_id, kept.ref, kept.created, record.created_at
  from import_rows kept
  join companies record on record.id = kept.record_id and record.deleted_at is not null and not exists (
  select from companies_history version join imports i on i.undo_revision_id = version.rev_from
   where version.id = record.id and version.rev_to is null)
  left join merged_companies merged on merged.company_id = kept.company_id
 where kept.sheet = 'companies'
   -- What an import added to a record is not there any more when the import was taken back.
   and (kept.created or not exists (select from imports i where i.id = kept.import_id and i.status = 'UNDONE'))
   and kept.fingerprint in (select p.fingerprint from planned_companies p where p.standing is null)) candidate
           order by fingerprint, created desc, created_at, record_id) kept
   where p.standing is null and not p.numberless and p.fingerprint = kept.fingerprint;

-- apps/api/src/modules/imports/planning/claims.repository.ts
with wanting as (
    select line, fingerprint, company_id,
           row_number() over (partition by fingerprint, company_id order by ref, line) as turn
      from planned_activities where standing is null and fingerprint is not null
  ), candidate as (
    select c.*, row_number() over (partition by c.fingerprint, c.company_id
                                   order by c.created desc, c.ref, c.created_at, c.record_id) as turn
      from (
select kept.fingerprint, coalesce(merged.root_id, kept.company_id) as company_id,
       kept.record_id, kept.ref, kept.created, record.created_at
  from import_rows kept
  join activities record on record.id = kept.record_id and record.deleted_at is not null and not exists (
  select from activities_history version join imports i on i.undo_revision_id = version.rev_from
   where version.id = record.id and version.rev_to is null)
  left join merged_companies merged on merged.company_id = kept.company_id
 where kept.sheet = 'activities'
   -- What an import added to a record is not there any more when the import was taken back.
   and (kept.created or not exists (select from imports i where i.id = kept.import_id and i.status = 'UNDONE'))
   and kept.fingerprint in (select p.fingerprint from planned_activities p where p.standing is null)) c
     where not exists (select from planned_activities taken where taken.record_id = c.record_id)
  ), pair as (
    select distinct on (c.record_id) w.line, c.record_id
      from wanting w
      join candidate c on c.fingerprint = w.fingerprint and c.turn = w.turn
                      and c.company_id is not distinct from w.company_id
     order by c.record_id, c.created desc, w.line
  )
  update planned_activities p set record_id = pair.record_id, standing = 'LEFT_OUT'
    from pair where pair.line = p.line;

-- apps/api/src/modules/imports/planning/claims.repository.ts
with wanting as (
    select line, fingerprint, company_id,
           row_number() over (partition by fingerprint, company_id order by ref, line) as turn
      from planned_activities where standing is null and fingerprint is not null
  ), candidate as (
    select c.*, row_number() over (partition by c.fingerprint, c.company_id
                                   order by c.created desc, c.ref, c.created_at, c.record_id) as turn
      from (
select kept.fingerprint, coalesce(merged.root_id, kept.company_id) as company_id,
       kept.record_id, kept.ref, kept.created, record.created_at
  from import_rows kept
  join activities record on record.id = kept.record_id and record.deleted_at is null
  left join merged_companies merged on merged.company_id = kept.company_id
 where kept.sheet = 'activities'
   -- What an import added to a record is not there any more when the import was taken back.
   and (kept.created or not exists (select from imports i where i.id = kept.import_id and i.status = 'UNDONE'))
   and kept.fingerprint in (select p.fingerprint from planned_activities p where p.standing is null)) c
     where not exists (select from planned_activities taken where taken.record_id = c.record_id)
  ), pair as (
    select distinct on (c.record_id) w.line, c.record_id
      from wanting w
      join candidate c on c.fingerprint = w.fingerprint and c.turn = w.turn
                      and c.company_id is not distinct from w.company_id
     order by c.record_id, c.created desc, w.line
  )
  update planned_activities p set record_id = pair.record_id, standing = 'KNOWN'
    from pair where pair.line = p.line;

-- apps/api/src/modules/imports/planning/claims.repository.ts
with wanting as (
    select line, fingerprint, company_id,
           row_number() over (partition by fingerprint, company_id order by ref, line) as turn
      from planned_activities where standing is null and fingerprint is not null
  ), candidate as (
    select c.*, row_number() over (partition by c.fingerprint, c.company_id
                                   order by c.created desc, c.ref, c.created_at, c.record_id) as turn
      from (
select sha256(convert_to(concat_ws(E'\x1f', (select salt::text from import_salt), 'centre_id=' || record.centre_id::text, 'kind=' || record.kind::text, 'title=' || record.title::text, 'held_on=' || record.held_on::text, 'ended_on=' || record.ended_on::text), 'UTF8')) as fingerprint, null::uuid as company_id,
       record.id as record_id, null::text as ref, false as created, record.created_at
  from activities record
 where record.deleted_at is null
   and exists (select from planned_activities p where p.standing is null and p.centre_id = record.centre_id and p.held_on = record.held_on)) c
     where not exists (select from planned_activities taken where taken.record_id = c.record_id)
  ), pair as (
    select distinct on (c.record_id) w.line, c.record_id
      from wanting w
      join candidate c on c.fingerprint = w.fingerprint and c.turn = w.turn
                      and c.company_id is not distinct from w.company_id
     order by c.record_id, c.created desc, w.line
  )
  update planned_activities p set record_id = pair.record_id, standing = 'EQUAL'
    from pair where pair.line = p.line;

-- apps/api/src/modules/imports/planning/claims.repository.ts
with wanting as (
    select line, fingerprint, company_id,
           row_number() over (partition by fingerprint, company_id order by ref, line) as turn
      from planned_attendances where standing is null and fingerprint is not null
  ), candidate as (
    select c.*, row_number() over (partition by c.fingerprint, c.company_id
                                   order by c.created desc, c.ref, c.created_at, c.record_id) as turn
      from (
select kept.fingerprint, coalesce(merged.root_id, kept.company_id) as company_id,
       kept.record_id, kept.ref, kept.created, record.created_at
  from import_rows kept
  join attendances record on record.id = kept.record_id and record.deleted_at is not null and not exists (
  select from attendances_history version join imports i on i.undo_revision_id = version.rev_from
   where version.id = record.id and version.rev_to is null)
  left join merged_companies merged on merged.company_id = kept.company_id
 where kept.sheet = 'attendances'
   -- What an import added to a record is not there any more when the import was taken back.
   and (kept.created or not exists (select from imports i where i.id = kept.import_id and i.status = 'UNDONE'))
   and kept.fingerprint in (select p.fingerprint from planned_attendances p where p.standing is null)) c
     where not exists (select from planned_attendances taken where taken.record_id = c.record_id)
  ), pair as (
    select distinct on (c.record_id) w.line, c.record_id
      from wanting w
      join candidate c on c.fingerprint = w.fingerprint and c.turn = w.turn
                      and c.company_id is not distinct from w.company_id
     order by c.record_id, c.created desc, w.line
  )
  update planned_attendances p set record_id = pair.record_id, standing = 'LEFT_OUT'
    from pair where pair.line = p.line;

-- apps/api/src/modules/imports/planning/claims.repository.ts
with wanting as (
    select line, fingerprint, company_id,
           row_number() over (partition by fingerprint, company_id order by ref, line) as turn
      from planned_attendances where standing is null and fingerprint is not null
  ), candidate as (
    select c.*, row_number() over (partition by c.fingerprint, c.company_id
                                   order by c.created desc, c.ref, c.created_at, c.record_id) as turn
      from (
select kept.fingerprint, coalesce(merged.root_id, kept.company_id) as company_id,
       kept.record_id, kept.ref, kept.created, record.created_at
  from import_rows kept
  join attendances record on record.id = kept.record_id and record.deleted_at is null
  left join merged_companies merged on merged.company_id = kept.company_id
 where kept.sheet = 'attendances'
   -- What an import added to a record is not there any more when the import was taken back.
   and (kept.created or not exists (select from imports i where i.id = kept.import_id and i.status = 'UNDONE'))
   and kept.fingerprint in (select p.fingerprint from planned_attendances p where p.standing is null)) c
     where not exists (select from planned_attendances taken where taken.record_id = c.record_id)
  ), pair as (
    select distinct on (c.record_id) w.line, c.record_id
      from wanting w
      join candidate c on c.fingerprint = w.fingerprint and c.turn = w.turn
                      and c.company_id is not distinct from w.company_id
     order by c.record_id, c.created desc, w.line
  )
  update planned_attendances p set record_id = pair.record_id, standing = 'KNOWN'
    from pair where pair.line = p.line;

-- apps/api/src/modules/imports/planning/claims.repository.ts
with wanting as (
    select line, fingerprint, company_id,
           row_number() over (partition by fingerprint, company_id order by ref, line) as turn
      from planned_centres where standing is null and fingerprint is not null
  ), candidate as (
    select c.*, row_number() over (partition by c.fingerprint, c.company_id
                                   order by c.created desc, c.ref, c.created_at, c.record_id) as turn
      from (
select kept.fingerprint, coalesce(merged.root_id, kept.company_id) as company_id,
       kept.record_id, kept.ref, kept.created, record.created_at
  from import_rows kept
  join centres record on record.id = kept.record_id and record.deleted_at is not null and not exists (
  select from centres_history version join imports i on i.undo_revision_id = version.rev_from
   where version.id = record.id and version.rev_to is null)
  left join merged_companies merged on merged.company_id = kept.company_id
 where kept.sheet = 'centres'
   -- What an import added to a record is not there any more when the import was taken back.
   and (kept.created or not exists (select from imports i where i.id = kept.import_id and i.status = 'UNDONE'))
   and kept.fingerprint in (select p.fingerprint from planned_centres p where p.standing is null)) c
     where not exists (select from planned_centres taken where taken.record_id = c.record_id)
  ), pair as (
    select distinct on (c.record_id) w.line, c.record_id
      from wanting w
      join candidate c on c.fingerprint = w.fingerprint and c.turn = w.turn
                      and c.company_id is not distinct from w.company_id
     order by c.record_id, c.created desc, w.line
  )
  update planned_centres p set record_id = pair.record_id, standing = 'LEFT_OUT'
    from pair where pair.line = p.line;

-- apps/api/src/modules/imports/planning/claims.repository.ts
with wanting as (
    select line, fingerprint, company_id,
           row_number() over (partition by fingerprint, company_id order by ref, line) as turn
      from planned_centres where standing is null and fingerprint is not null
  ), candidate as (
    select c.*, row_number() over (partition by c.fingerprint, c.company_id
                                   order by c.created desc, c.ref, c.created_at, c.record_id) as turn
      from (
select kept.fingerprint, coalesce(merged.root_id, kept.company_id) as company_id,
       kept.record_id, kept.ref, kept.created, record.created_at
  from import_rows kept
  join centres record on record.id = kept.record_id and record.deleted_at is null
  left join merged_companies merged on merged.company_id = kept.company_id
 where kept.sheet = 'centres'
   -- What an import added to a record is not there any more when the import was taken back.
   and (kept.created or not exists (select from imports i where i.id = kept.import_id and i.status = 'UNDONE'))
   and kept.fingerprint in (select p.fingerprint from planned_centres p where p.standing is null)) c
     where not exists (select from planned_centres taken where taken.record_id = c.record_id)
  ), pair as (
    select distinct on (c.record_id) w.line, c.record_id
      from wanting w
      join candidate c on c.fingerprint = w.fingerprint and c.turn = w.turn
                      and c.company_id is not distinct from w.company_id
     order by c.record_id, c.created desc, w.line
  )
  update planned_centres p set record_id = pair.record_id, standing = 'KNOWN'
    from pair where pair.line = p.line;

-- apps/api/src/modules/imports/planning/claims.repository.ts
with wanting as (
    select line, fingerprint, company_id,
           row_number() over (partition by fingerprint, company_id order by ref, line) as turn
      from planned_companies where standing is null and fingerprint is not null
  ), candidate as (
    select c.*, row_number() over (partition by c.fingerprint, c.company_id
                                   order by c.created desc, c.ref, c.created_at, c.record_id) as turn
      from (
select kept.fingerprint, coalesce(merged.root_id, kept.company_id) as company_id,
       kept.record_id, kept.ref, kept.created, record.created_at
  from import_rows kept
  join companies record on record.id = kept.record_id and record.deleted_at is not null and not exists (
  select from companies_history version join imports i on i.undo_revision_id = version.rev_from
   where version.id = record.id and version.rev_to is null)
  left join merged_companies merged on merged.company_id = kept.company_id
 where kept.sheet = 'companies'
   -- What an import added to a record is not there any more when the import was taken back.
   and (kept.created or not exists (select from imports i where i.id = kept.import_id and i.status = 'UNDONE'))
   and kept.fingerprint in (select p.fingerprint from planned_companies p where p.standing is null)) c
     where not exists (select from planned_companies taken where taken.record_id = c.record_id)
  ), pair as (
    select distinct on (c.record_id) w.line, c.record_id
      from wanting w
      join candidate c on c.fingerprint = w.fingerprint and c.turn = w.turn
                      and c.company_id is not distinct from w.company_id
     order by c.record_id, c.created desc, w.line
  )
  update planned_companies p set record_id = pair.record_id, standing = 'LEFT_OUT'
    from pair where pair.line = p.line;

-- apps/api/src/modules/imports/planning/claims.repository.ts
with wanting as (
    select line, fingerprint, company_id,
           row_number() over (partition by fingerprint, company_id order by ref, line) as turn
      from planned_companies where standing is null and fingerprint is not null
  ), candidate as (
    select c.*, row_number() over (partition by c.fingerprint, c.company_id
                                   order by c.created desc, c.ref, c.created_at, c.record_id) as turn
      from (
select kept.fingerprint, coalesce(merged.root_id, kept.company_id) as company_id,
       kept.record_id, kept.ref, kept.created, record.created_at
  from import_rows kept
  join companies record on record.id = kept.record_id and record.deleted_at is null
  left join merged_companies merged on merged.company_id = kept.company_id
 where kept.sheet = 'companies'
   -- What an import added to a record is not there any more when the import was taken back.
   and (kept.created or not exists (select from imports i where i.id = kept.import_id and i.status = 'UNDONE'))
   and kept.fingerprint in (select p.fingerprint from planned_companies p where p.standing is null)) c
     where not exists (select from planned_companies taken where taken.record_id = c.record_id)
  ), pair as (
    select distinct on (c.record_id) w.line, c.record_id
      from wanting w
      join candidate c on c.fingerprint = w.fingerprint and c.turn = w.turn
                      and c.company_id is not distinct from w.company_id
     order by c.record_id, c.created desc, w.line
  )
  update planned_companies p set record_id = pair.record_id, standing = 'KNOWN'
    from pair where pair.line = p.line;

-- apps/api/src/modules/imports/planning/claims.repository.ts
with wanting as (
    select line, fingerprint, company_id,
           row_number() over (partition by fingerprint, company_id order by ref, line) as turn
      from planned_investments where standing is null and fingerprint is not null
  ), candidate as (
    select c.*, row_number() over (partition by c.fingerprint, c.company_id
                                   order by c.created desc, c.ref, c.created_at, c.record_id) as turn
      from (
select kept.fingerprint, coalesce(merged.root_id, kept.company_id) as company_id,
       kept.record_id, kept.ref, kept.created, record.created_at
  from import_rows kept
  join investments record on record.id = kept.record_id and record.deleted_at is not null and not exists (
  select from investments_history version join imports i on i.undo_revision_id = version.rev_from
   where version.id = record.id and version.rev_to is null)
  left join merged_companies merged on merged.company_id = kept.company_id
 where kept.sheet = 'investments'
   -- What an import added to a record is not there any more when the import was taken back.
   and (kept.created or not exists (select from imports i where i.id = kept.import_id and i.status = 'UNDONE'))
   and kept.fingerprint in (select p.fingerprint from planned_investments p where p.standing is null)) c
     where not exists (select from planned_investments taken where taken.record_id = c.record_id)
  ), pair as (
    select distinct on (c.record_id) w.line, c.record_id
      from wanting w
      join candidate c on c.fingerprint = w.fingerprint and c.turn = w.turn
                      and c.company_id is not distinct from w.company_id
     order by c.record_id, c.created desc, w.line
  )
  update planned_investments p set record_id = pair.record_id, standing = 'LEFT_OUT'
    from pair where pair.line = p.line;

-- apps/api/src/modules/imports/planning/claims.repository.ts
with wanting as (
    select line, fingerprint, company_id,
           row_number() over (partition by fingerprint, company_id order by ref, line) as turn
      from planned_investments where standing is null and fingerprint is not null
  ), candidate as (
    select c.*, row_number() over (partition by c.fingerprint, c.company_id
                                   order by c.created desc, c.ref, c.created_at, c.record_id) as turn
      from (
select kept.fingerprint, coalesce(merged.root_id, kept.company_id) as company_id,
       kept.record_id, kept.ref, kept.created, record.created_at
  from import_rows kept
  join investments record on record.id = kept.record_id and record.deleted_at is null
  left join merged_companies merged on merged.company_id = kept.company_id
 where kept.sheet = 'investments'
   -- What an import added to a record is not there any more when the import was taken back.
   and (kept.created or not exists (select from imports i where i.id = kept.import_id and i.status = 'UNDONE'))
   and kept.fingerprint in (select p.fingerprint from planned_investments p where p.standing is null)) c
     where not exists (select from planned_investments taken where taken.record_id = c.record_id)
  ), pair as (
    select distinct on (c.record_id) w.line, c.record_id
      from wanting w
      join candidate c on c.fingerprint = w.fingerprint and c.turn = w.turn
                      and c.company_id is not distinct from w.company_id
     order by c.record_id, c.created desc, w.line
  )
  update planned_investments p set record_id = pair.record_id, standing = 'KNOWN'
    from pair where pair.line = p.line;

-- apps/api/src/modules/imports/planning/claims.repository.ts
with wanting as (
    select line, fingerprint, company_id,
           row_number() over (partition by fingerprint, company_id order by ref, line) as turn
      from planned_investments where standing is null and fingerprint is not null
  ), candidate as (
    select c.*, row_number() over (partition by c.fingerprint, c.company_id
                                   order by c.created desc, c.ref, c.created_at, c.record_id) as turn
      from (
select sha256(convert_to(concat_ws(E'\x1f', (select salt::text from import_salt), 'centre_id=' || record.centre_id::text, 'source=' || record.source::text, 'status=' || record.status::text, 'amount_eur=' || record.amount_eur::text, 'dated_on=' || record.dated_on::text, 'form=' || record.form::text, 'funder=' || record.funder::text, 'activity_id=' || record.activity_id::text, 'note=' || record.note::text), 'UTF8')) as fingerprint, coalesce(merged.root_id, record.company_id) as company_id,
       record.id as record_id, null::text as ref, false as created, record.created_at
  from investments record
  left join merged_companies merged on merged.company_id = record.company_id
 where record.deleted_at is null
   and exists (select from planned_investments p where p.standing is null and p.centre_id = record.centre_id and p.dated_on = record.dated_on)) c
     where not exists (select from planned_investments taken where taken.record_id = c.record_id)
  ), pair as (
    select distinct on (c.record_id) w.line, c.record_id
      from wanting w
      join candidate c on c.fingerprint = w.fingerprint and c.turn = w.turn
                      and c.company_id is not distinct from w.company_id
     order by c.record_id, c.created desc, w.line
  )
  update planned_investments p set record_id = pair.record_id, standing = 'EQUAL'
    from pair where pair.line = p.line;

-- apps/api/src/modules/imports/planning/claims.repository.ts
with wanting as (
    select line, fingerprint, company_id,
           row_number() over (partition by fingerprint, company_id order by ref, line) as turn
      from planned_outcomes where standing is null and fingerprint is not null
  ), candidate as (
    select c.*, row_number() over (partition by c.fingerprint, c.company_id
                                   order by c.created desc, c.ref, c.created_at, c.record_id) as turn
      from (
select kept.fingerprint, coalesce(merged.root_id, kept.company_id) as company_id,
       kept.record_id, kept.ref, kept.created, record.created_at
  from import_rows kept
  join outcomes record on record.id = kept.record_id and record.deleted_at is not null and not exists (
  select from outcomes_history version join imports i on i.undo_revision_id = version.rev_from
   where version.id = record.id and version.rev_to is null)
  left join merged_companies merged on merged.company_id = kept.company_id
 where kept.sheet = 'outcomes'
   -- What an import added to a record is not there any more when the import was taken back.
   and (kept.created or not exists (select from imports i where i.id = kept.import_id and i.status = 'UNDONE'))
   and kept.fingerprint in (select p.fingerprint from planned_outcomes p where p.standing is null)) c
     where not exists (select from planned_outcomes taken where taken.record_id = c.record_id)
  ), pair as (
    select distinct on (c.record_id) w.line, c.record_id
      from wanting w
      join candidate c on c.fingerprint = w.fingerprint and c.turn = w.turn
                      and c.company_id is not distinct from w.company_id
     order by c.record_id, c.created desc, w.line
  )
  update planned_outcomes p set record_id = pair.record_id, standing = 'LEFT_OUT'
    from pair where pair.line = p.line;

-- apps/api/src/modules/imports/planning/claims.repository.ts
with wanting as (
    select line, fingerprint, company_id,
           row_number() over (partition by fingerprint, company_id order by ref, line) as turn
      from planned_outcomes where standing is null and fingerprint is not null
  ), candidate as (
    select c.*, row_number() over (partition by c.fingerprint, c.company_id
                                   order by c.created desc, c.ref, c.created_at, c.record_id) as turn
      from (
select kept.fingerprint, coalesce(merged.root_id, kept.company_id) as company_id,
       kept.record_id, kept.ref, kept.created, record.created_at
  from import_rows kept
  join outcomes record on record.id = kept.record_id and record.deleted_at is null
  left join merged_companies merged on merged.company_id = kept.company_id
 where kept.sheet = 'outcomes'
   -- What an import added to a record is not there any more when the import was taken back.
   and (kept.created or not exists (select from imports i where i.id = kept.import_id and i.status = 'UNDONE'))
   and kept.fingerprint in (select p.fingerprint from planned_outcomes p where p.standing is null)) c
     where not exists (select from planned_outcomes taken where taken.record_id = c.record_id)
  ), pair as (
    select distinct on (c.record_id) w.line, c.record_id
      from wanting w
      join candidate c on c.fingerprint = w.fingerprint and c.turn = w.turn
                      and c.company_id is not distinct from w.company_id
     order by c.record_id, c.created desc, w.line
  )
  update planned_outcomes p set record_id = pair.record_id, standing = 'KNOWN'
    from pair where pair.line = p.line;

-- apps/api/src/modules/imports/planning/claims.repository.ts
with wanting as (
    select line, fingerprint, company_id,
           row_number() over (partition by fingerprint, company_id order by ref, line) as turn
      from planned_outcomes where standing is null and fingerprint is not null
  ), candidate as (
    select c.*, row_number() over (partition by c.fingerprint, c.company_id
                                   order by c.created desc, c.ref, c.created_at, c.record_id) as turn
      from (
select sha256(convert_to(concat_ws(E'\x1f', (select salt::text from import_salt), 'kind=' || record.kind::text, 'title=' || record.title::text, 'centre_ids=' || (select string_agg(item::text, ',' order by item) from unnest(record.centre_ids) item), 'achieved_on=' || record.achieved_on::text, 'quantity=' || record.quantity::text, 'claim_level=' || record.claim_level::text, 'evidence_url=' || record.evidence_url::text, 'activity_id=' || record.activity_id::text), 'UTF8')) as fingerprint, coalesce(merged.root_id, record.company_id) as company_id,
       record.id as record_id, null::text as ref, false as created, record.created_at
  from outcomes record
  left join merged_companies merged on merged.company_id = record.company_id
 where record.deleted_at is null
   and exists (select from planned_outcomes p where p.standing is null and p.title = record.title and p.achieved_on = record.achieved_on)) c
     where not exists (select from planned_outcomes taken where taken.record_id = c.record_id)
  ), pair as (
    select distinct on (c.record_id) w.line, c.record_id
      from wanting w
      join candidate c on c.fingerprint = w.fingerprint and c.turn = w.turn
                      and c.company_id is not distinct from w.company_id
     order by c.record_id, c.created desc, w.line
  )
  update planned_outcomes p set record_id = pair.record_id, standing = 'EQUAL'
    from pair where pair.line = p.line;

-- apps/api/src/modules/imports/planning/claims.repository.ts
with wanting as (
    select line, fingerprint, company_id,
           row_number() over (partition by fingerprint, company_id order by ref, line) as turn
      from planned_participations where standing is null and fingerprint is not null
  ), candidate as (
    select c.*, row_number() over (partition by c.fingerprint, c.company_id
                                   order by c.created desc, c.ref, c.created_at, c.record_id) as turn
      from (
select kept.fingerprint, coalesce(merged.root_id, kept.company_id) as company_id,
       kept.record_id, kept.ref, kept.created, record.created_at
  from import_rows kept
  join participations record on record.id = kept.record_id and record.deleted_at is not null and not exists (
  select from participations_history version join imports i on i.undo_revision_id = version.rev_from
   where version.id = record.id and version.rev_to is null)
  left join merged_companies merged on merged.company_id = kept.company_id
 where kept.sheet = 'participations'
   -- What an import added to a record is not there any more when the import was taken back.
   and (kept.created or not exists (select from imports i where i.id = kept.import_id and i.status = 'UNDONE'))
   and kept.fingerprint in (select p.fingerprint from planned_participations p where p.standing is null)) c
     where not exists (select from planned_participations taken where taken.record_id = c.record_id)
  ), pair as (
    select distinct on (c.record_id) w.line, c.record_id
      from wanting w
      join candidate c on c.fingerprint = w.fingerprint and c.turn = w.turn
                      and c.company_id is not distinct from w.company_id
     order by c.record_id, c.created desc, w.line
  )
  update planned_participations p set record_id = pair.record_id, standing = 'LEFT_OUT'
    from pair where pair.line = p.line;

-- apps/api/src/modules/imports/planning/claims.repository.ts
with wanting as (
    select line, fingerprint, company_id,
           row_number() over (partition by fingerprint, company_id order by ref, line) as turn
      from planned_participations where standing is null and fingerprint is not null
  ), candidate as (
    select c.*, row_number() over (partition by c.fingerprint, c.company_id
                                   order by c.created desc, c.ref, c.created_at, c.record_id) as turn
      from (
select kept.fingerprint, coalesce(merged.root_id, kept.company_id) as company_id,
       kept.record_id, kept.ref, kept.created, record.created_at
  from import_rows kept
  join participations record on record.id = kept.record_id and record.deleted_at is null
  left join merged_companies merged on merged.company_id = kept.company_id
 where kept.sheet = 'participations'
   -- What an import added to a record is not there any more when the import was taken back.
   and (kept.created or not exists (select from imports i where i.id = kept.import_id and i.status = 'UNDONE'))
   and kept.fingerprint in (select p.fingerprint from planned_participations p where p.standing is null)) c
     where not exists (select from planned_participations taken where taken.record_id = c.record_id)
  ), pair as (
    select distinct on (c.record_id) w.line, c.record_id
      from wanting w
      join candidate c on c.fingerprint = w.fingerprint and c.turn = w.turn
                      and c.company_id is not distinct from w.company_id
     order by c.record_id, c.created desc, w.line
  )
  update planned_participations p set record_id = pair.record_id, standing = 'KNOWN'
    from pair where pair.line = p.line;

-- apps/api/src/modules/imports/planning/claims.repository.ts
with wanting as (
    select line, fingerprint, company_id,
           row_number() over (partition by fingerprint, company_id order by ref, line) as turn
      from planned_spin_offs where standing is null and fingerprint is not null
  ), candidate as (
    select c.*, row_number() over (partition by c.fingerprint, c.company_id
                                   order by c.created desc, c.ref, c.created_at, c.record_id) as turn
      from (
select kept.fingerprint, coalesce(merged.root_id, kept.company_id) as company_id,
       kept.record_id, kept.ref, kept.created, record.created_at
  from import_rows kept
  join spin_offs record on record.id = kept.record_id and record.deleted_at is not null and not exists (
  select from spin_offs_history version join imports i on i.undo_revision_id = version.rev_from
   where version.id = record.id and version.rev_to is null)
  left join merged_companies merged on merged.company_id = kept.company_id
 where kept.sheet = 'spin_offs'
   -- What an import added to a record is not there any more when the import was taken back.
   and (kept.created or not exists (select from imports i where i.id = kept.import_id and i.status = 'UNDONE'))
   and kept.fingerprint in (select p.fingerprint from planned_spin_offs p where p.standing is null)) c
     where not exists (select from planned_spin_offs taken where taken.record_id = c.record_id)
  ), pair as (
    select distinct on (c.record_id) w.line, c.record_id
      from wanting w
      join candidate c on c.fingerprint = w.fingerprint and c.turn = w.turn
                      and c.company_id is not distinct from w.company_id
     order by c.record_id, c.created desc, w.line
  )
  update planned_spin_offs p set record_id = pair.record_id, standing = 'LEFT_OUT'
    from pair where pair.line = p.line;

-- apps/api/src/modules/imports/planning/claims.repository.ts
with wanting as (
    select line, fingerprint, company_id,
           row_number() over (partition by fingerprint, company_id order by ref, line) as turn
      from planned_spin_offs where standing is null and fingerprint is not null
  ), candidate as (
    select c.*, row_number() over (partition by c.fingerprint, c.company_id
                                   order by c.created desc, c.ref, c.created_at, c.record_id) as turn
      from (
select kept.fingerprint, coalesce(merged.root_id, kept.company_id) as company_id,
       kept.record_id, kept.ref, kept.created, record.created_at
  from import_rows kept
  join spin_offs record on record.id = kept.record_id and record.deleted_at is null
  left join merged_companies merged on merged.company_id = kept.company_id
 where kept.sheet = 'spin_offs'
   -- What an import added to a record is not there any more when the import was taken back.
   and (kept.created or not exists (select from imports i where i.id = kept.import_id and i.status = 'UNDONE'))
   and kept.fingerprint in (select p.fingerprint from planned_spin_offs p where p.standing is null)) c
     where not exists (select from planned_spin_offs taken where taken.record_id = c.record_id)
  ), pair as (
    select distinct on (c.record_id) w.line, c.record_id
      from wanting w
      join candidate c on c.fingerprint = w.fingerprint and c.turn = w.turn
                      and c.company_id is not distinct from w.company_id
     order by c.record_id, c.created desc, w.line
  )
  update planned_spin_offs p set record_id = pair.record_id, standing = 'KNOWN'
    from pair where pair.line = p.line;

-- apps/api/src/modules/imports/planning/claims.repository.ts
with wanting as (
    select line, fingerprint, company_id,
           row_number() over (partition by fingerprint, company_id order by ref, line) as turn
      from planned_spin_offs where standing is null and fingerprint is not null
  ), candidate as (
    select c.*, row_number() over (partition by c.fingerprint, c.company_id
                                   order by c.created desc, c.ref, c.created_at, c.record_id) as turn
      from (
select sha256(convert_to(concat_ws(E'\x1f', (select salt::text from import_salt), 'name=' || record.name::text, 'kvk_number=' || record.kvk_number::text, 'founded_on=' || record.founded_on::text, 'dissolved_on=' || record.dissolved_on::text, 'centre_ids=' || (select string_agg(item::text, ',' order by item) from unnest(record.centre_ids) item), 'claim_level=' || record.claim_level::text, 'evidence_url=' || record.evidence_url::text), 'UTF8')) as fingerprint, coalesce(merged.root_id, record.parent_company_id) as company_id,
       record.id as record_id, null::text as ref, false as created, record.created_at
  from spin_offs record
  left join merged_companies merged on merged.company_id = record.parent_company_id
 where record.deleted_at is null
   and exists (select from planned_spin_offs p where p.standing is null and p.name = record.name and p.founded_on = record.founded_on)) c
     where not exists (select from planned_spin_offs taken where taken.record_id = c.record_id)
  ), pair as (
    select distinct on (c.record_id) w.line, c.record_id
      from wanting w
      join candidate c on c.fingerprint = w.fingerprint and c.turn = w.turn
                      and c.company_id is not distinct from w.company_id
     order by c.record_id, c.created desc, w.line
  )
  update planned_spin_offs p set record_id = pair.record_id, standing = 'EQUAL'
    from pair where pair.line = p.line;

-- apps/api/src/modules/imports/planning/claims.repository.ts
with wanting as (
  select line, fingerprint, company_id,
         row_number() over (partition by fingerprint, company_id order by ref, line) as turn
    from planned_companies where standing is null and fingerprint is not null
), candidate as (
  select c.*, row_number() over (partition by c.fingerprint, c.company_id
                                 order by c.created desc, c.ref, c.created_at, c.record_id) as turn
    from (
select sha256(convert_to(concat_ws(E'\x1f', (select salt::text from import_salt), 'kvk_number=' || record.kvk_number::text, 'foreign_number=' || record.foreign_number::text, 'country=' || record.country::text, 'name=' || record.name::text, 'organisation_type=' || record.organisation_type::text, 'legal_form=' || record.legal_form::text, 'website=' || record.website::text, 'size_class=' || record.size_class::text, 'employees=' || record.employees::text, 'sbi_code=' || record.sbi_code::text, 'sbi_version=' || record.sbi_version::text, 'postcode=' || record.postcode::text, 'municipality=' || record.municipality::text, 'province=' || record.province::text), 'UTF8')) as fingerprint, null::uuid as company_id,
       record.id as record_id, null::text as ref, false as created, record.created_at
  from (
    select c.id, c.created_at, null::text as kvk_number, null::text as foreign_number, c.country, c.name,
           c.organisation_type, c.legal_form, c.website, profile.size_class, profile.employees,
           profile.sbi_code, profile.sbi_version, profile.postcode, profile.municipality, profile.province
      from companies c
      left join reference_profiles profile on profile.company_id = c.id
     where c.deleted_at is null
       and not exists (select from company_numbers n where n.company_id = c.id and n.deleted_at is null)
       and c.match_name in (select p.match_name from planned_companies p where p.standing is null and p.numberless)
  ) record) c
   where not exists (select from planned_companies taken where taken.record_id = c.record_id)
), pair as (
  select distinct on (c.record_id) w.line, c.record_id
    from wanting w
    join candidate c on c.fingerprint = w.fingerprint and c.turn = w.turn
                    and c.company_id is not distinct from w.company_id
   order by c.record_id, c.created desc, w.line
)
update planned_companies p set record_id = pair.record_id, standing = 'EQUAL'
  from pair where pair.line = p.line;

-- apps/api/src/modules/imports/planning/companies.repository.ts
create temp table component_companies on commit drop as
with by_number as (
  select distinct p.component, coalesce(merged.root_id, n.company_id) as company_id
    from planned_companies p
    join given_numbers g on g.line = p.line
    join company_numbers n on n.scheme = g.scheme and n.number = g.number and n.deleted_at is null
    join companies c on c.id = n.company_id and c.deleted_at is null
    left join merged_companies merged on merged.company_id = n.company_id
   where p.standing is null
), by_known_row as (
  select distinct p.component, coalesce(merged.root_id, p.record_id) as company_id
    from planned_companies p
    left join merged_companies merged on merged.company_id = p.record_id
   where p.standing in ('KNOWN', 'BY_ID') and not p.numberless
)
select * from by_number
union all
select * from by_known_row k where not exists (select from by_number n where n.component = k.component);

-- apps/api/src/modules/imports/planning/companies.repository.ts
create temp table planned_companies on commit drop as
select s.*, num_nonnulls(s.kvk_number, s.foreign_number) = 0 as numberless, s.line as component, false as tangled,
       null::uuid as company_id, null::text as dangling, sha256(convert_to(concat_ws(E'\x1f', (select salt::text from import_salt), 'kvk_number=' || explicit.kvk_number::text, 'foreign_number=' || explicit.foreign_number::text, 'country=' || explicit.country::text, 'name=' || explicit.name::text, 'organisation_type=' || explicit.organisation_type::text, 'legal_form=' || explicit.legal_form::text, 'website=' || explicit.website::text, 'size_class=' || explicit.size_class::text, 'employees=' || explicit.employees::text, 'sbi_code=' || explicit.sbi_code::text, 'sbi_version=' || explicit.sbi_version::text, 'postcode=' || explicit.postcode::text, 'municipality=' || explicit.municipality::text, 'province=' || explicit.province::text), 'UTF8')) as fingerprint,
       null::uuid as record_id, null::text as standing, null::text[] as changed
  from staged_companies s
  cross join lateral (
    select s.kvk_number, s.foreign_number, coalesce(s.country, 'NL') as country, s.name,
           coalesce(s.organisation_type, 'BUSINESS') as organisation_type, s.legal_form, s.website,
           s.size_class, s.employees, s.sbi_code, s.sbi_version, s.postcode, s.municipality, s.province) explicit;

-- apps/api/src/modules/imports/planning/company-records.repository.ts
create temp table company_fills on commit drop as
select * from (
  select r.record_id, profile.id as profile_id, case when c.legal_form is null then r.legal_form end as legal_form, case when c.website is null then r.website end as website, case when profile.size_class is null  then r.size_class end as size_class, case when profile.employees is null  then r.employees end as employees, case when profile.sbi_code is null  then r.sbi_code end as sbi_code, case when profile.sbi_version is null and (profile.sbi_code is null or profile.sbi_code = r.sbi_code) then r.sbi_version end as sbi_version, case when profile.postcode is null  then r.postcode end as postcode, case when profile.municipality is null  then r.municipality end as municipality, case when profile.province is null  then r.province end as province
    from company_records r
    join companies c on c.id = r.record_id
    left join reference_profiles profile on profile.company_id = r.record_id
   where not r.is_new
) fill
where num_nonnulls(legal_form, website, size_class, employees, sbi_code, sbi_version, postcode, municipality, province) > 0;

-- apps/api/src/modules/imports/planning/company-records.repository.ts
create temp table company_records on commit drop as
select record_id, bool_and(standing = 'NEW') as is_new, min(line) as line, count(*) as rows,
       (array_agg(name order by line) filter (where name is not null))[1] as name, (array_agg(match_name order by line) filter (where match_name is not null))[1] as match_name, (array_agg(legal_form order by line) filter (where legal_form is not null))[1] as legal_form, (array_agg(website order by line) filter (where website is not null))[1] as website, (array_agg(size_class order by line) filter (where size_class is not null))[1] as size_class, (array_agg(employees order by line) filter (where employees is not null))[1] as employees, (array_agg(sbi_code order by line) filter (where sbi_code is not null))[1] as sbi_code, (array_agg(postcode order by line) filter (where postcode is not null))[1] as postcode, (array_agg(municipality order by line) filter (where municipality is not null))[1] as municipality, (array_agg(province order by line) filter (where province is not null))[1] as province, (array_agg(kvk_number order by line) filter (where kvk_number is not null))[1] as kvk_number, (array_agg(foreign_number order by line) filter (where foreign_number is not null))[1] as foreign_number,
       (array_agg(sbi_version order by line) filter (where sbi_code is not null))[1] as sbi_version,
       coalesce((array_agg(organisation_type order by line) filter (where organisation_type is not null))[1], 'BUSINESS') as organisation_type,
       coalesce((array_agg(country order by line) filter (where country is not null))[1], 'NL') as country,
       (array_agg(coalesce(country, 'NL') order by line) filter (where foreign_number is not null))[1] as foreign_scheme
  from planned_companies where standing in ('FOUND', 'NEW')
 group by record_id;

-- apps/api/src/modules/imports/planning/company-records.repository.ts
create temp table review_pairs on commit drop as
with candidate as (
  select record_id as id, name, match_name, coalesce(postcode, '') as postcode, is_new,
         num_nonnulls(kvk_number, foreign_number) > 0 as numbered, line
    from company_records where is_new
  union all
  select c.id, c.name, c.match_name, coalesce(profile.postcode, ''), false,
         exists (select from company_numbers n where n.company_id = c.id and n.deleted_at is null), null
    from companies c
    left join reference_profiles profile on profile.company_id = c.id
   where c.deleted_at is null and c.merged_into_id is null
     and c.match_name in (select match_name from company_records where is_new)
), ranked as (
  select *, row_number() over (partition by match_name, postcode order by numbered desc, is_new, line, id) as rank
    from candidate
)
select a.id, b.id as other_id, b.name as other_name, case when a.is_new then a.line else b.line end as line
  from ranked a
  join ranked b on b.match_name = a.match_name and b.postcode = a.postcode and b.rank < a.rank
               and b.rank <= 5
 where (a.is_new or b.is_new) and not (a.numbered and b.numbered);

-- apps/api/src/modules/imports/planning/events.repository.ts
create temp table planned_activities on commit drop as
select resolved.*, sha256(convert_to(concat_ws(E'\x1f', (select salt::text from import_salt), 'centre_id=' || resolved.centre_id::text, 'kind=' || resolved.kind::text, 'title=' || resolved.title::text, 'held_on=' || resolved.held_on::text, 'ended_on=' || resolved.ended_on::text), 'UTF8')) as fingerprint,
       null::uuid as record_id, null::text as standing, null::text[] as changed
  from (
    select s.*, r0.id as centre_id, null::uuid as company_id,
           case when r0.left_out then s.centre_code  end as dangling
      from staged_activities s
      left join known_centres r0 on r0.code = s.centre_code
  ) resolved;

-- apps/api/src/modules/imports/planning/events.repository.ts
create temp table planned_attendances on commit drop as
select resolved.*, sha256(convert_to(concat_ws(E'\x1f', (select salt::text from import_salt), 'activity_id=' || resolved.activity_id::text, 'people=' || resolved.people::text), 'UTF8')) as fingerprint,
       null::uuid as record_id, null::text as standing, null::text[] as changed
  from (
    select s.*, r0.record_id as activity_id, r1.record_id as company_id,
            null::text as ref,
           case when r0.left_out then s.activity_ref when r1.left_out then s.company_ref  end as dangling
      from staged_attendances s
      left join activity_refs r0 on r0.ref = s.activity_ref
      left join company_refs r1 on r1.ref = s.company_ref
  ) resolved;

-- apps/api/src/modules/imports/planning/events.repository.ts
create temp table planned_investments on commit drop as
select resolved.*, sha256(convert_to(concat_ws(E'\x1f', (select salt::text from import_salt), 'centre_id=' || resolved.centre_id::text, 'source=' || resolved.source::text, 'status=' || resolved.status::text, 'amount_eur=' || resolved.amount_eur::text, 'dated_on=' || resolved.dated_on::text, 'form=' || resolved.form::text, 'funder=' || resolved.funder::text, 'activity_id=' || resolved.activity_id::text, 'note=' || resolved.note::text), 'UTF8')) as fingerprint,
       null::uuid as record_id, null::text as standing, null::text[] as changed
  from (
    select s.*, r0.id as centre_id, r1.record_id as company_id, r2.record_id as activity_id,
           case when r0.left_out then s.centre_code when r1.left_out then s.company_ref when r2.left_out then s.activity_ref  end as dangling
      from staged_investments s
      left join known_centres r0 on r0.code = s.centre_code
      left join company_refs r1 on r1.ref = s.company_ref
      left join activity_refs r2 on r2.ref = s.activity_ref
  ) resolved;

-- apps/api/src/modules/imports/planning/events.repository.ts
create temp table planned_outcomes on commit drop as
select resolved.*, sha256(convert_to(concat_ws(E'\x1f', (select salt::text from import_salt), 'kind=' || resolved.kind::text, 'title=' || resolved.title::text, 'centre_ids=' || (select string_agg(item::text, ',' order by item) from unnest(resolved.centre_ids) item), 'achieved_on=' || resolved.achieved_on::text, 'quantity=' || resolved.quantity::text, 'claim_level=' || resolved.claim_level::text, 'evidence_url=' || resolved.evidence_url::text, 'activity_id=' || resolved.activity_id::text), 'UTF8')) as fingerprint,
       null::uuid as record_id, null::text as standing, null::text[] as changed
  from (
    select s.*, r0.record_id as company_id, r1.record_id as activity_id,
           centres.centre_ids,
           case when r0.left_out then s.company_ref when r1.left_out then s.activity_ref when centres.left_out is not null then centres.left_out end as dangling
      from staged_outcomes s
      left join company_refs r0 on r0.ref = s.company_ref
      left join activity_refs r1 on r1.ref = s.activity_ref
      left join (
        select line, array_agg(id order by place) as centre_ids, min(code) filter (where left_out) as left_out
          from (
            select s.line, known.id, min(known.code) as code, min(item.place) as place, bool_or(known.left_out) as left_out
              from staged_outcomes s
             cross join unnest(s.centre_codes) with ordinality item (code, place)
              join known_centres known on known.code = item.code
             group by s.line, known.id
          ) named
         group by line
      ) centres on centres.line = s.line
  ) resolved;

-- apps/api/src/modules/imports/planning/events.repository.ts
create temp table planned_participations on commit drop as
select resolved.*, sha256(convert_to(concat_ws(E'\x1f', (select salt::text from import_salt), 'centre_id=' || resolved.centre_id::text, 'level=' || resolved.level::text, 'started_on=' || resolved.started_on::text, 'ended_on=' || resolved.ended_on::text, 'note=' || resolved.note::text), 'UTF8')) as fingerprint,
       null::uuid as record_id, null::text as standing, null::text[] as changed
  from (
    select s.*, r0.record_id as company_id, r1.id as centre_id,
            null::text as ref,
           case when r0.left_out then s.company_ref when r1.left_out then s.centre_code  end as dangling
      from staged_participations s
      left join company_refs r0 on r0.ref = s.company_ref
      left join known_centres r1 on r1.code = s.centre_code
  ) resolved;

-- apps/api/src/modules/imports/planning/events.repository.ts
create temp table planned_spin_offs on commit drop as
select resolved.*, sha256(convert_to(concat_ws(E'\x1f', (select salt::text from import_salt), 'name=' || resolved.name::text, 'kvk_number=' || resolved.kvk_number::text, 'founded_on=' || resolved.founded_on::text, 'dissolved_on=' || resolved.dissolved_on::text, 'centre_ids=' || (select string_agg(item::text, ',' order by item) from unnest(resolved.centre_ids) item), 'claim_level=' || resolved.claim_level::text, 'evidence_url=' || resolved.evidence_url::text), 'UTF8')) as fingerprint,
       null::uuid as record_id, null::text as standing, null::text[] as changed
  from (
    select s.*, r0.record_id as company_id,
           centres.centre_ids,
           case when r0.left_out then s.parent_company_ref when centres.left_out is not null then centres.left_out end as dangling
      from staged_spin_offs s
      left join company_refs r0 on r0.ref = s.parent_company_ref
      left join (
        select line, array_agg(id order by place) as centre_ids, min(code) filter (where left_out) as left_out
          from (
            select s.line, known.id, min(known.code) as code, min(item.place) as place, bool_or(known.left_out) as left_out
              from staged_spin_offs s
             cross join unnest(s.centre_codes) with ordinality item (code, place)
              join known_centres known on known.code = item.code
             group by s.line, known.id
          ) named
         group by line
      ) centres on centres.line = s.line
  ) resolved;

-- apps/api/src/modules/imports/planning/participations.repository.ts
update planned_attendances p set record_id = found.record_id, standing = 'FOUND'
 from (
   select distinct on (p.line) p.line, record.id as record_id
     from planned_attendances p
     join (
       select id as company_id, id as root_id from companies where merged_into_id is null
       union all
       select company_id, root_id from merged_companies) family on family.root_id = p.company_id
     join attendances record on record.company_id = family.company_id and record.activity_id = p.activity_id and record.deleted_at is null
    where p.standing is null
    order by p.line, record.company_id <> p.company_id, record.id
 ) found
where found.line = p.line;

-- apps/api/src/modules/imports/planning/participations.repository.ts
update planned_participations p set record_id = found.record_id, standing = 'FOUND'
 from (
   select distinct on (p.line) p.line, record.id as record_id
     from planned_participations p
     join (
       select id as company_id, id as root_id from companies where merged_into_id is null
       union all
       select company_id, root_id from merged_companies) family on family.root_id = p.company_id
     join participations record on record.company_id = family.company_id and record.centre_id = p.centre_id and record.started_on = p.started_on and record.deleted_at is null
    where p.standing is null
    order by p.line, record.company_id <> p.company_id, record.id
 ) found
where found.line = p.line;

-- apps/api/src/modules/imports/planning/registered-refs.repository.ts
insert into company_refs (ref, record_id, left_out)
select named.ref, coalesce(merged.root_id, record.id), false
  from (select distinct ref from (select company_ref as ref from staged_participations union all select company_ref as ref from staged_attendances union all select company_ref as ref from staged_investments union all select company_ref as ref from staged_outcomes union all select parent_company_ref as ref from staged_spin_offs) every where ref ~* '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$') named
  join companies record on record.id = named.ref::uuid and record.deleted_at is null
  left join merged_companies merged on merged.company_id = record.id
 where not exists (select from company_refs known where known.ref = named.ref);

-- apps/api/src/modules/imports/writing/changed-columns.repository.ts
update centres t set code = case when 'code' = any(p.changed) then p.code else t.code end, kind = case when 'kind' = any(p.changed) then p.kind else t.kind end, name = case when 'name' = any(p.changed) then p.name else t.name end, type = case when 'type' = any(p.changed) then p.type else t.type end, province = case when 'province' = any(p.changed) then p.province else t.province end, municipality = case when 'municipality' = any(p.changed) then p.municipality else t.municipality end, website = case when 'website' = any(p.changed) then p.website else t.website end, technologies = case when 'technologies' = any(p.changed) then coalesce(p.technologies, '{}') else t.technologies end, hub_id = case when 'hub_code' = any(p.changed) then (select hub.id from known_centres hub where hub.code = p.hub_code) else t.hub_id end, started_on = case when 'started_on' = any(p.changed) then least(t.started_on, p.started_on) else t.started_on end, ended_on = case when 'ended_on' = any(p.changed) then case when num_nulls(t.ended_on, p.ended_on) = 0 then greatest(t.ended_on, p.ended_on) end else t.ended_on end
from planned_centres p where p.record_id = t.id and p.standing = 'CHANGED';

-- apps/api/src/modules/imports/writing/changed-columns.repository.ts
update investments t set centre_id = case when 'centre_code' = any(p.changed) then p.centre_id else t.centre_id end, company_id = case when 'company_ref' = any(p.changed) then p.company_id else t.company_id end, activity_id = case when 'activity_ref' = any(p.changed) then p.activity_id else t.activity_id end, source = case when 'source' = any(p.changed) then p.source else t.source end, status = case when 'status' = any(p.changed) then p.status else t.status end, amount_eur = case when 'amount_eur' = any(p.changed) then p.amount_eur else t.amount_eur end, dated_on = case when 'dated_on' = any(p.changed) then p.dated_on else t.dated_on end, form = case when 'form' = any(p.changed) then p.form else t.form end, funder = case when 'funder' = any(p.changed) then p.funder else t.funder end, note = case when 'note' = any(p.changed) then p.note else t.note end
from planned_investments p where p.record_id = t.id and p.standing = 'CHANGED';

-- apps/api/src/modules/imports/writing/changed-columns.repository.ts
update outcomes t set company_id = case when 'company_ref' = any(p.changed) then p.company_id else t.company_id end, centre_ids = case when 'centre_codes' = any(p.changed) then p.centre_ids else t.centre_ids end, activity_id = case when 'activity_ref' = any(p.changed) then p.activity_id else t.activity_id end, kind = case when 'kind' = any(p.changed) then p.kind else t.kind end, title = case when 'title' = any(p.changed) then p.title else t.title end, achieved_on = case when 'achieved_on' = any(p.changed) then p.achieved_on else t.achieved_on end, quantity = case when 'quantity' = any(p.changed) then p.quantity else t.quantity end, claim_level = case when 'claim_level' = any(p.changed) then p.claim_level else t.claim_level end, evidence_url = case when 'evidence_url' = any(p.changed) then p.evidence_url else t.evidence_url end
from planned_outcomes p where p.record_id = t.id and p.standing = 'CHANGED';

-- apps/api/src/modules/imports/writing/changed-columns.repository.ts
update spin_offs t set centre_ids = case when 'centre_codes' = any(p.changed) then p.centre_ids else t.centre_ids end, parent_company_id = case when 'parent_company_ref' = any(p.changed) then p.company_id else t.parent_company_id end, name = case when 'name' = any(p.changed) then p.name else t.name end, kvk_number = case when 'kvk_number' = any(p.changed) then p.kvk_number else t.kvk_number end, founded_on = case when 'founded_on' = any(p.changed) then p.founded_on else t.founded_on end, dissolved_on = case when 'dissolved_on' = any(p.changed) then p.dissolved_on else t.dissolved_on end, claim_level = case when 'claim_level' = any(p.changed) then p.claim_level else t.claim_level end, evidence_url = case when 'evidence_url' = any(p.changed) then p.evidence_url else t.evidence_url end
from planned_spin_offs p where p.record_id = t.id and p.standing = 'CHANGED';

-- apps/api/src/modules/imports/writing/counts.repository.ts
with record as (
  select record_id, bool_or(standing = 'NEW') as is_new, bool_or(standing = 'CHANGED') as is_changed
    from planned_companies where standing <> 'LEFT_OUT' group by record_id
), filled as (
  select record_id from company_fills
  union
  select n.record_id from number_fills n join company_records r on r.record_id = n.record_id where not r.is_new)
select count(*) filter (where is_new) as created,
       count(*) filter (where not is_new and (is_changed or f.record_id is not null)) as updated,
       count(*) filter (where not is_new and not is_changed and f.record_id is null) as unchanged
  from record left join filled f on f.record_id = record.record_id;

-- apps/api/src/modules/imports/writing/write-changed-companies.repository.ts
create temp table changed_foreign_numbers on commit drop as
select p.record_id, held.id as held_id, company.country as scheme,
       case when 'foreign_number' = any(p.changed) then p.foreign_number else held.number end as number
  from planned_companies p
  join companies company on company.id = p.record_id
  left join lateral (
    select n.id, n.number from company_numbers n
     where n.company_id = p.record_id and n.deleted_at is null and n.scheme <> 'KVK'
     order by (valid_from is null or valid_from <= (select programme_today())) desc, valid_from desc nulls last limit 1
  ) held on true
 where p.standing = 'CHANGED' and p.changed && '{foreign_number,country}';

-- apps/api/src/modules/imports/writing/write-changed-companies.repository.ts
update company_profiles t set size_class = case when 'size_class' = any(p.changed) then p.size_class else t.size_class end, employees = case when 'employees' = any(p.changed) then p.employees else t.employees end, sbi_code = case when 'sbi_code' = any(p.changed) then p.sbi_code else t.sbi_code end, sbi_version = case when 'sbi_version' = any(p.changed) then p.sbi_version else t.sbi_version end, postcode = case when 'postcode' = any(p.changed) then p.postcode else t.postcode end, municipality = case when 'municipality' = any(p.changed) then p.municipality else t.municipality end, province = case when 'province' = any(p.changed) then p.province else t.province end
 from planned_companies p join reference_profiles profile on profile.company_id = p.record_id
where t.id = profile.id and p.standing = 'CHANGED' and p.changed && '{size_class,employees,sbi_code,sbi_version,postcode,municipality,province}';

-- apps/api/src/modules/imports/writing/write-companies.repository.ts
update company_profiles t set size_class = coalesce(t.size_class, fill.size_class), employees = coalesce(t.employees, fill.employees), sbi_code = coalesce(t.sbi_code, fill.sbi_code), sbi_version = coalesce(t.sbi_version, fill.sbi_version), postcode = coalesce(t.postcode, fill.postcode), municipality = coalesce(t.municipality, fill.municipality), province = coalesce(t.province, fill.province)
from company_fills fill where t.id = fill.profile_id and ((t.size_class is null and fill.size_class is not null) or (t.employees is null and fill.employees is not null) or (t.sbi_code is null and fill.sbi_code is not null) or (t.sbi_version is null and fill.sbi_version is not null) or (t.postcode is null and fill.postcode is not null) or (t.municipality is null and fill.municipality is not null) or (t.province is null and fill.province is not null));

-- apps/api/src/modules/imports/writing/write-records.repository.ts
update centres t
  set type = coalesce(t.type, fill.type), hub_id = coalesce(t.hub_id, fill.hub_id), province = coalesce(t.province, fill.province), municipality = coalesce(t.municipality, fill.municipality), started_on = coalesce(t.started_on, fill.started_on), ended_on = coalesce(t.ended_on, fill.ended_on), website = coalesce(t.website, fill.website),
      technologies = case when t.technologies = '{}' then coalesce(fill.technologies, '{}')
                          else t.technologies end
 from centre_fills fill
where t.id = fill.record_id
  and ((t.type is null and fill.type is not null) or (t.hub_id is null and fill.hub_id is not null) or (t.province is null and fill.province is not null) or (t.municipality is null and fill.municipality is not null) or (t.started_on is null and fill.started_on is not null) or (t.ended_on is null and fill.ended_on is not null) or (t.website is null and fill.website is not null)
       or (t.technologies = '{}' and fill.technologies is not null));

-- apps/api/src/platform/database/in-batches.ts
declare batches no scroll cursor for
select distinct on (p.line) p.line, p.started_on::text as value,
       jsonb_build_object('start', record.started_on,
                          'until', coalesce(' – ' || (coalesce(record.ended_on, fill.ended_on) - 1), '')) as params
  from planned_participations p
  join (
    select id as company_id, id as root_id from companies where merged_into_id is null
    union all
    select company_id, root_id from merged_companies) family on family.root_id = p.company_id
  join participations record on record.company_id = family.company_id and record.centre_id = p.centre_id
                            and record.deleted_at is null
  left join participation_fills fill on fill.record_id = record.id
 where (p.standing = 'NEW' or p.standing = 'CHANGED' and p.changed && '{company_ref,centre_code,started_on,ended_on}') and p.started_on is not null and (p.faulty && array['started_on', 'ended_on', 'last_day']) is not true and record.id <> p.record_id
   and not exists (select from planned_participations other where other.record_id = record.id and (other.standing = 'NEW' or other.standing = 'CHANGED' and other.changed && '{company_ref,centre_code,started_on,ended_on}'))
   and record.started_on < coalesce(p.ended_on, 'infinity')
   and p.started_on < coalesce(record.ended_on, fill.ended_on, 'infinity')
 order by p.line, record.started_on;

-- apps/api/src/platform/database/in-batches.ts
declare batches no scroll cursor for
select line, code as value, jsonb_build_object('other', first) as params
  from (select line, code, min(line) over (partition by code) as first
          from staged_centres where code is not null) c
 where line > first
union all
-- A centre that changed its code since: once under the old one, once under the new.
select p.line, p.code, jsonb_build_object('other', min(other.line))
  from planned_centres p
  join planned_centres other on other.record_id = p.record_id and other.code <> p.code
 where p.standing = 'FOUND' and other.standing in ('KNOWN', 'BY_ID', 'CHANGED')
 group by p.line, p.code;

-- apps/api/src/platform/database/in-batches.ts
declare batches no scroll cursor for
select line, started_on::text as value, jsonb_build_object('other', latest[2]) as params
  from (
    select line, started_on,
           max(array[coalesce(ended_on - date '0001-01-01', 2147483647), line]) over (
             partition by company_id, centre_id order by started_on, line
             rows between unbounded preceding and 1 preceding) as latest
      from planned_participations p
     where (standing = 'FOUND' or (p.standing = 'NEW' or p.standing = 'CHANGED' and p.changed && '{company_ref,centre_code,started_on,ended_on}')) and company_id is not null and centre_id is not null
       and started_on is not null and (p.faulty && array['started_on', 'ended_on', 'last_day']) is not true
  ) p
 where latest[1] > coalesce(started_on - date '0001-01-01', 2147483647)
union all
-- The record is another row's already, which has not changed since it was imported.
select p.line, p.started_on::text, jsonb_build_object('other', known.line)
  from planned_participations p
  join planned_participations known on known.record_id = p.record_id and known.standing in ('KNOWN', 'BY_ID', 'CHANGED')
 where p.standing = 'FOUND';

-- apps/api/src/platform/database/in-batches.ts
declare batches no scroll cursor for
select p.line, case when p.kvk_number = g.number then 'kvk_number' else 'foreign_number' end as name,
       g.number as value, jsonb_build_object('kept', string_agg(held.number, ', ' order by held.number)) as params
  from planned_companies p
  join given_numbers g on g.line = p.line
  join company_numbers held on held.scheme = g.scheme and held.deleted_at is null
  left join merged_companies merged on merged.company_id = held.company_id
 where p.standing = 'FOUND' and coalesce(merged.root_id, held.company_id) = p.record_id
 group by p.line, p.kvk_number, g.number
having not bool_or(held.number = g.number);

-- apps/api/src/platform/database/in-batches.ts
declare batches no scroll cursor for
select p.line, field.name, field.value, jsonb_build_object('kept', field.kept) as params
  from planned_centres p
  join centres record on record.id = p.record_id
  left join centres hub on hub.id = record.hub_id
 cross join lateral (values ('kind', p.kind::text, (record.kind)::text), ('name', p.name::text, (record.name)::text), ('type', p.type::text, (record.type)::text), ('province', p.province::text, (record.province)::text), ('municipality', p.municipality::text, (record.municipality)::text), ('started_on', p.started_on::text, (record.started_on)::text), ('ended_on', p.ended_on::text, (record.ended_on)::text), ('website', p.website::text, (record.website)::text), ('hub_code', p.hub_code::text, (hub.code)::text), ('technologies', p.technologies::text, (nullif(record.technologies, '{}'))::text)) field (name, value, kept)
 where p.standing = 'FOUND' and field.value <> field.kept;

-- apps/api/src/platform/database/in-batches.ts
declare batches no scroll cursor for
select p.line, field.name, field.value, jsonb_build_object('kept', field.kept) as params
  from planned_companies p
  join company_records r on r.record_id = p.record_id
  join companies company on company.id = p.record_id
  left join reference_profiles profile on profile.company_id = p.record_id
 cross join lateral (values ('name', p.name::text, coalesce(company.name, r.name)::text), ('organisation_type', p.organisation_type::text, coalesce(company.organisation_type, r.organisation_type)::text), ('country', p.country::text, coalesce(company.country, r.country)::text), ('legal_form', p.legal_form::text, coalesce(company.legal_form, r.legal_form)::text), ('website', p.website::text, coalesce(company.website, r.website)::text), ('size_class', p.size_class::text, coalesce(profile.size_class, r.size_class)::text), ('employees', p.employees::text, coalesce(profile.employees, r.employees)::text), ('sbi_code', p.sbi_code::text, coalesce(profile.sbi_code, r.sbi_code)::text), ('sbi_version', p.sbi_version::text, coalesce(profile.sbi_version, r.sbi_version)::text), ('postcode', p.postcode::text, coalesce(profile.postcode, r.postcode)::text), ('municipality', p.municipality::text, coalesce(profile.municipality, r.municipality)::text), ('province', p.province::text, coalesce(profile.province, r.province)::text)) field (name, value, kept)
 where p.standing = 'FOUND' and field.value <> field.kept;

-- apps/api/src/platform/database/in-batches.ts
declare batches no scroll cursor for
select p.line, field.name, field.value, jsonb_build_object('kept', field.kept, 'other', r.line) as params
  from planned_companies p
  join company_records r on r.record_id = p.record_id and r.is_new and r.rows > 1
 cross join lateral (values ('name', p.name::text, r.name::text), ('organisation_type', p.organisation_type::text, r.organisation_type::text), ('country', p.country::text, r.country::text), ('legal_form', p.legal_form::text, r.legal_form::text), ('website', p.website::text, r.website::text), ('size_class', p.size_class::text, r.size_class::text), ('employees', p.employees::text, r.employees::text), ('sbi_code', p.sbi_code::text, r.sbi_code::text), ('sbi_version', p.sbi_version::text, r.sbi_version::text), ('postcode', p.postcode::text, r.postcode::text), ('municipality', p.municipality::text, r.municipality::text), ('province', p.province::text, r.province::text), ('kvk_number', p.kvk_number::text, r.kvk_number::text), ('foreign_number', p.foreign_number::text, r.foreign_number::text))
       field (name, value, kept)
 where p.standing = 'NEW' and field.value <> field.kept;

-- apps/api/src/platform/database/in-batches.ts
declare batches no scroll cursor for
select p.line, final.started_on::text as value, jsonb_build_object('count', count(*)) as params
  from planned_centres p
  join known_centres final on final.code = p.code and final.id = p.record_id
  join participations record on record.centre_id = p.record_id and record.deleted_at is null
 where p.standing = 'CHANGED' and p.changed && '{started_on,ended_on}' and (p.faulty && array['started_on', 'ended_on', 'last_day']) is not true
   and (final.started_on is null or record.started_on < final.started_on or record.started_on >= final.ended_on)
   and not exists (select from planned_participations moved where moved.record_id = record.id
                      and (moved.standing = 'NEW' or moved.standing = 'CHANGED' and moved.changed && '{centre_code,started_on}'))
 group by p.line, final.started_on;

-- apps/api/src/platform/database/in-batches.ts
declare batches no scroll cursor for
with changed as (
  select p.line, p.record_id, g.scheme, g.number,
         case when g.number = p.kvk_number then 'kvk_number' else 'foreign_number' end as name
    from planned_companies p join given_numbers g on g.line = p.line
   where p.standing = 'CHANGED' and p.changed && '{kvk_number,foreign_number,country}'
)
select c.line, c.name, c.number as value, jsonb_build_object('other', min(other.name)) as params
  from changed c
  join (
    select n.scheme, n.number, n.company_id, holder.name from company_numbers n
      join companies holder on holder.id = n.company_id where n.deleted_at is null
    union all
    select g.scheme, g.number, p.record_id, p.name from given_numbers g join planned_companies p on p.line = g.line
     where p.standing = 'CHANGED'
  ) other on other.scheme = c.scheme and other.number = c.number and other.company_id <> c.record_id
 group by c.line, c.name, c.number;

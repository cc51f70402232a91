-- apps/api/src/platform/database/in-batches.ts
declare batches no scroll cursor for
  with recursive own_ref as (
select id, 'C' || lpad(place::text, greatest(4, length(place::text)), '0') as ref
  from (select id, row_number() over (order by id) as place
          from companies where deleted_at is null and merged_into_id is null) numbered), chain as (
  select id as company_id, merged_into_id as root_id
    from companies where merged_into_id is not null and deleted_at is null
  union all
  select chain.company_id, c.merged_into_id
    from chain join companies c on c.id = chain.root_id where c.merged_into_id is not null
), company_ref as (
  select id, ref from own_ref
  union all
  select chain.company_id, own_ref.ref from chain join own_ref on own_ref.id = chain.root_id)
  select t.id, t.version, c.ref as company_ref, z.code as centre_code, t.level, t.started_on, t.ended_on - 1 as last_day, t.note
    from participations t join company_ref c on c.id = t.company_id join centres z on z.id = t.centre_id
   where t.deleted_at is null and true order by c.ref, z.code, t.started_on;

-- apps/api/src/platform/database/in-batches.ts
declare batches no scroll cursor for
  with recursive own_ref as (
select id, 'C' || lpad(place::text, greatest(4, length(place::text)), '0') as ref
  from (select id, row_number() over (order by id) as place
          from companies where deleted_at is null and merged_into_id is null) numbered), chain as (
  select id as company_id, merged_into_id as root_id
    from companies where merged_into_id is not null and deleted_at is null
  union all
  select chain.company_id, c.merged_into_id
    from chain join companies c on c.id = chain.root_id where c.merged_into_id is not null
), company_ref as (
  select id, ref from own_ref
  union all
  select chain.company_id, own_ref.ref from chain join own_ref on own_ref.id = chain.root_id)
  select t.id, t.version, own_ref.ref, kvk.number as kvk_number, t.country, abroad.number as foreign_number, t.name,
         t.organisation_type, t.legal_form, pr.size_class, pr.employees, pr.sbi_code, pr.sbi_version, pr.postcode, pr.municipality,
         pr.province, t.website
    from companies t join own_ref on own_ref.id = t.id
    left join (select distinct on (company_id) * from company_numbers
       where deleted_at is null and scheme = 'KVK'
       order by company_id, (valid_from is null or valid_from <= (select programme_today())) desc, valid_from desc nulls last) kvk on kvk.company_id = t.id
    left join (select distinct on (company_id) * from company_numbers
       where deleted_at is null and scheme <> 'KVK'
       order by company_id, (valid_from is null or valid_from <= (select programme_today())) desc, valid_from desc nulls last) abroad on abroad.company_id = t.id
    left join (select distinct on (company_id) * from company_profiles
       where deleted_at is null and true
       order by company_id, (valid_from is null or valid_from <= (select programme_today())) desc, valid_from desc nulls last) pr on pr.company_id = t.id
   order by t.id;

-- apps/api/src/platform/database/in-batches.ts
declare batches no scroll cursor for
  with recursive own_ref as (
select id, 'C' || lpad(place::text, greatest(4, length(place::text)), '0') as ref
  from (select id, row_number() over (order by id) as place
          from companies where deleted_at is null and merged_into_id is null) numbered), chain as (
  select id as company_id, merged_into_id as root_id
    from companies where merged_into_id is not null and deleted_at is null
  union all
  select chain.company_id, c.merged_into_id
    from chain join companies c on c.id = chain.root_id where c.merged_into_id is not null
), company_ref as (
  select id, ref from own_ref
  union all
  select chain.company_id, own_ref.ref from chain join own_ref on own_ref.id = chain.root_id),
own_activity as (select * from activities where true),
activity_ref as (
select id, 'A' || lpad(place::text, greatest(4, length(place::text)), '0') as ref
  from (select id, row_number() over (order by id) as place
          from own_activity where deleted_at is null and true) numbered)
  select t.id, t.version, a.ref as activity_ref, c.ref as company_ref, t.people
    from attendances t join activity_ref a on a.id = t.activity_id join company_ref c on c.id = t.company_id
   where t.deleted_at is null order by a.ref, c.ref;

-- apps/api/src/platform/database/in-batches.ts
declare batches no scroll cursor for
  with recursive own_ref as (
select id, 'C' || lpad(place::text, greatest(4, length(place::text)), '0') as ref
  from (select id, row_number() over (order by id) as place
          from companies where deleted_at is null and merged_into_id is null) numbered), chain as (
  select id as company_id, merged_into_id as root_id
    from companies where merged_into_id is not null and deleted_at is null
  union all
  select chain.company_id, c.merged_into_id
    from chain join companies c on c.id = chain.root_id where c.merged_into_id is not null
), company_ref as (
  select id, ref from own_ref
  union all
  select chain.company_id, own_ref.ref from chain join own_ref on own_ref.id = chain.root_id),
own_activity as (select * from activities where true),
activity_ref as (
select id, 'A' || lpad(place::text, greatest(4, length(place::text)), '0') as ref
  from (select id, row_number() over (order by id) as place
          from own_activity where deleted_at is null and true) numbered), own_investment as (
select id, 'I' || lpad(place::text, greatest(4, length(place::text)), '0') as ref
  from (select id, row_number() over (order by id) as place
          from investments where deleted_at is null and true) numbered)
  select t.id, t.version, i.ref, z.code as centre_code, t.source, t.status, t.amount_eur::text, t.dated_on, t.form, t.funder, t.note,
         c.ref as company_ref, coalesce(a.ref, t.activity_id::text) as activity_ref
    from investments t join own_investment i on i.id = t.id join centres z on z.id = t.centre_id
    left join company_ref c on c.id = t.company_id left join activity_ref a on a.id = t.activity_id
   where true order by t.id;

-- apps/api/src/platform/database/in-batches.ts
declare batches no scroll cursor for
  with recursive own_ref as (
select id, 'C' || lpad(place::text, greatest(4, length(place::text)), '0') as ref
  from (select id, row_number() over (order by id) as place
          from companies where deleted_at is null and merged_into_id is null) numbered), chain as (
  select id as company_id, merged_into_id as root_id
    from companies where merged_into_id is not null and deleted_at is null
  union all
  select chain.company_id, c.merged_into_id
    from chain join companies c on c.id = chain.root_id where c.merged_into_id is not null
), company_ref as (
  select id, ref from own_ref
  union all
  select chain.company_id, own_ref.ref from chain join own_ref on own_ref.id = chain.root_id),
own_activity as (select * from activities where true),
activity_ref as (
select id, 'A' || lpad(place::text, greatest(4, length(place::text)), '0') as ref
  from (select id, row_number() over (order by id) as place
          from own_activity where deleted_at is null and true) numbered), own_outcome as (
select id, 'O' || lpad(place::text, greatest(4, length(place::text)), '0') as ref
  from (select id, row_number() over (order by id) as place
          from outcomes where deleted_at is null and true) numbered)
  select t.id, t.version, o.ref, t.kind, t.title, t.achieved_on, t.quantity::text, t.claim_level, t.evidence_url, c.ref as company_ref, (
select string_agg(z.code, '; ' order by item.place)
  from unnest(t.centre_ids) with ordinality item (id, place) join centres z on z.id = item.id) as centre_codes,
         coalesce(a.ref, t.activity_id::text) as activity_ref
    from outcomes t join own_outcome o on o.id = t.id join company_ref c on c.id = t.company_id
    left join activity_ref a on a.id = t.activity_id
   where true order by t.id;

-- apps/api/src/platform/database/in-batches.ts
declare batches no scroll cursor for
  with recursive own_ref as (
select id, 'C' || lpad(place::text, greatest(4, length(place::text)), '0') as ref
  from (select id, row_number() over (order by id) as place
          from companies where deleted_at is null and merged_into_id is null) numbered), chain as (
  select id as company_id, merged_into_id as root_id
    from companies where merged_into_id is not null and deleted_at is null
  union all
  select chain.company_id, c.merged_into_id
    from chain join companies c on c.id = chain.root_id where c.merged_into_id is not null
), company_ref as (
  select id, ref from own_ref
  union all
  select chain.company_id, own_ref.ref from chain join own_ref on own_ref.id = chain.root_id), own_spin_off as (
select id, 'S' || lpad(place::text, greatest(4, length(place::text)), '0') as ref
  from (select id, row_number() over (order by id) as place
          from spin_offs where deleted_at is null and true) numbered)
  select t.id, t.version, s.ref, t.name, t.kvk_number, t.founded_on, t.dissolved_on, t.claim_level, t.evidence_url, (
select string_agg(z.code, '; ' order by item.place)
  from unnest(t.centre_ids) with ordinality item (id, place) join centres z on z.id = item.id) as centre_codes, c.ref as parent_company_ref
    from spin_offs t join own_spin_off s on s.id = t.id left join company_ref c on c.id = t.parent_company_id
   where true order by t.id;

-- apps/api/src/modules/companies/company-history.repository.ts
with steps as (
        select rev_from as rev from companies_history where id = $1::uuid
        union select unnest(array[rev_from, rev_to]) from company_numbers_history where company_id = $2::uuid
        union select unnest(array[rev_from, rev_to]) from company_profiles_history where company_id = $3::uuid)
      select c.version, c.deleted_at is not null as deleted, to_jsonb(c) as values, f.known_at as known_from,
             lead(f.known_at) over (order by f.id) as known_to, f.actor_id, f.actor_name, f.reason,
(select coalesce(jsonb_agg(to_jsonb(h) - '{id,version,created_at,updated_at,deleted_at,company_id,rev_from,rev_to}'::text[]
           order by (h.valid_from is null or h.valid_from <= f.known_at::date) desc, h.valid_from desc nulls last), '[]')
   from company_numbers_history h
  where h.company_id = c.id and h.rev_from <= f.id and (h.rev_to is null or h.rev_to > f.id) and h.deleted_at is null) as numbers,
(select coalesce(jsonb_agg(to_jsonb(h) - '{id,version,created_at,updated_at,deleted_at,company_id,rev_from,rev_to}'::text[]
           order by (h.valid_from is null or h.valid_from <= f.known_at::date) desc, h.valid_from desc nulls last), '[]')
   from company_profiles_history h
  where h.company_id = c.id and h.rev_from <= f.id and (h.rev_to is null or h.rev_to > f.id) and h.deleted_at is null) as profiles
        from steps s join revisions f on f.id = s.rev
        join companies_history c on c.id = $4::uuid and c.rev_from <= f.id and (c.rev_to is null or c.rev_to > f.id)
       order by f.id;

-- apps/api/src/resource/record-repository.ts
select t.id, kvk.number as "kvkNumber",foreign_one.number as "foreignNumber",pr.size_class as "sizeClass",pr.employees as "employees",pr.sbi_code as "sbiCode",pr.sbi_version as "sbiVersion",pr.postcode as "postcode",pr.municipality as "municipality",pr.province as "province",pr.group_id as "groupId",
(select count(distinct p.centre_id)::int from participations p
  where p.company_id = any(array(
          with recursive family as (
            select case when t.merged_into_id is null then t.id else company_root(t.id) end as id
            union all
            select m.id from family join companies m on m.merged_into_id = family.id and m.deleted_at is null)
          select id from family))
    and p.deleted_at is null and true) as "centreCount",0 as "otherCentreCount" from companies t
  left join lateral
(select number from company_numbers n
  where n.company_id = t.id and n.deleted_at is null and n.scheme = 'KVK' order by (valid_from is null or valid_from <= (select programme_today())) desc, valid_from desc nulls last limit 1) kvk on true
  left join lateral
(select number from company_numbers n
  where n.company_id = t.id and n.deleted_at is null and n.scheme <> 'KVK' order by (valid_from is null or valid_from <= (select programme_today())) desc, valid_from desc nulls last limit 1) foreign_one on true
  left join lateral (select * from company_profiles p where p.company_id = t.id and p.deleted_at is null
                      order by (valid_from is null or valid_from <= (select programme_today())) desc, valid_from desc nulls last limit 1) pr on true
  where t.id = any($1::uuid[]);

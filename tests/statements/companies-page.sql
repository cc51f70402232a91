-- apps/api/src/resource/record-repository.ts
select t.id as "id",t.version as "version",t.created_at as "createdAt",t.updated_at as "updatedAt",t."name" as "name",t."country" as "country",t."organisation_type" as "organisationType",t."legal_form" as "legalForm",t."website" as "website",kvk.number as "kvkNumber",foreign_one.number as "foreignNumber",pr.size_class as "sizeClass",pr.employees as "employees",pr.sbi_code as "sbiCode",pr.sbi_version as "sbiVersion",pr.postcode as "postcode",pr.municipality as "municipality",pr.province as "province",pr.group_id as "groupId","t"."merged_into_id" as "mergedIntoId",
(select count(distinct p.centre_id)::int from participations p
  where p.company_id = any(array(
          with recursive family as (
            select case when t.merged_into_id is null then t.id else company_root(t.id) end as id
            union all
            select m.id from family join companies m on m.merged_into_id = family.id and m.deleted_at is null)
          select id from family))
    and p.deleted_at is null and true) as "centreCount",0 as "otherCentreCount", (select known_at from knowledge_clock) as "readAt"
  from unnest(array(select t.id from companies t
  where t.deleted_at is null and t.merged_into_id is null order by  t."name" asc , t.id
  limit 25)) with ordinality page(id, place)
  join companies t on t.id = page.id
  left join lateral
(select number from company_numbers n
  where n.company_id = t.id and n.deleted_at is null and n.scheme = 'KVK' order by (valid_from is null or valid_from <= (select programme_today())) desc, valid_from desc nulls last limit 1) kvk on true
  left join lateral
(select number from company_numbers n
  where n.company_id = t.id and n.deleted_at is null and n.scheme <> 'KVK' order by (valid_from is null or valid_from <= (select programme_today())) desc, valid_from desc nulls last limit 1) foreign_one on true
  left join lateral (select * from company_profiles p where p.company_id = t.id and p.deleted_at is null
                      order by (valid_from is null or valid_from <= (select programme_today())) desc, valid_from desc nulls last limit 1) pr on true
  order by page.place;

-- apps/api/src/resource/record-repository.ts
select t.id as "id",t.version as "version",t.created_at as "createdAt",t.updated_at as "updatedAt",t."name" as "name",t."kvk_number" as "kvkNumber",t."founded_on" as "foundedOn",t."dissolved_on" as "dissolvedOn",t."centre_ids" as "centreIds",t."parent_company_id" as "parentCompanyId",t."claim_level" as "claimLevel",t."evidence_url" as "evidenceUrl",
case when "parentCompany".merged_into_id is null then "parentCompany".name
     else (select f.name from companies f where f.id = company_root("parentCompany".id)) end as "parentCompanyName",((select count(*) from evidence e where e.record_id = t.id and e.resource = 'spin-offs'
            and e.deleted_at is null) + (case when t.evidence_url is null then 0 else 1 end))::int as "evidenceCount",(select string_agg(z.name, '; ' order by z.name) from centres z where z.id = any(t.centre_ids)) as "centreNames", (select known_at from knowledge_clock) as "readAt"
from unnest(array(select t.id from spin_offs t left join companies "parentCompany" on "parentCompany".id = t.parent_company_id
where t.deleted_at is null order by  t."founded_on" desc , t.id
limit 25)) with ordinality page(id, place)
join spin_offs t on t.id = page.id left join companies "parentCompany" on "parentCompany".id = t.parent_company_id
order by page.place;

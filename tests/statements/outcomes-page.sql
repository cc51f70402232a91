-- apps/api/src/resource/record-repository.ts
select t.id as "id",t.version as "version",t.created_at as "createdAt",t.updated_at as "updatedAt",t."kind" as "kind",t."title" as "title",t."company_id" as "companyId",t."centre_ids" as "centreIds",t."achieved_on" as "achievedOn",t."quantity" as "quantity",t."claim_level" as "claimLevel",t."evidence_url" as "evidenceUrl",t."activity_id" as "activityId",
case when "company".merged_into_id is null then "company".name
     else (select f.name from companies f where f.id = company_root("company".id)) end as "companyName",((select count(*) from evidence e where e.record_id = t.id and e.resource = 'outcomes'
            and e.deleted_at is null) + (case when t.evidence_url is null then 0 else 1 end))::int as "evidenceCount",(select string_agg(z.name, '; ' order by z.name) from centres z where z.id = any(t.centre_ids)) as "centreNames", (select known_at from knowledge_clock) as "readAt"
from unnest(array(select t.id from outcomes t left join companies "company" on "company".id = t.company_id
where t.deleted_at is null order by  t."achieved_on" desc , t.id
limit 25)) with ordinality page(id, place)
join outcomes t on t.id = page.id left join companies "company" on "company".id = t.company_id
order by page.place;

-- apps/api/src/resource/record-repository.ts
select t.id as "id",t.version as "version",t.created_at as "createdAt",t.updated_at as "updatedAt",t."centre_id" as "centreId",t."source" as "source",t."status" as "status",t."amount_eur" as "amountEur",t."dated_on" as "datedOn",t."form" as "form",t."funder" as "funder",t."company_id" as "companyId",t."activity_id" as "activityId",t."note" as "note","centre"."name" as "centreName",
case when "company".merged_into_id is null then "company".name
     else (select f.name from companies f where f.id = company_root("company".id)) end as "companyName", (select known_at from knowledge_clock) as "readAt"
from unnest(array(select t.id from investments t left join centres "centre" on "centre".id = t.centre_id left join companies "company" on "company".id = t.company_id
where t.deleted_at is null order by  t."dated_on" desc , t.id
limit 25)) with ordinality page(id, place)
join investments t on t.id = page.id left join centres "centre" on "centre".id = t.centre_id left join companies "company" on "company".id = t.company_id
order by page.place;

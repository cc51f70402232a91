-- apps/api/src/resource/record-repository.ts
select count(*), (select known_at from knowledge_clock) as "knownAt"
from participations t left join companies "company" on "company".id = t.company_id left join centres "centre" on "centre".id = t.centre_id where t.deleted_at is null and (t.company_id = any(array(
select companies_merged_into(array(
  select f.id from companies f
   where f.deleted_at is null and (searchable(f.name) like '%' || like_pattern(searchable($1)) || '%' or searchable(f.name) %> searchable($2)))))) or t.centre_id = any(array(
select f.id from centres f where searchable(f.name) like '%' || like_pattern(searchable($3)) || '%' or searchable(f.name) %> searchable($4) or searchable(f.code) like '%' || like_pattern(searchable($5)) || '%' or searchable(f.code) %> searchable($6)))) and (t.company_id in (
select companies_merged_into(array(
  select f.id from companies f
   where f.deleted_at is null and (searchable(f.name) like '%' || like_pattern(searchable($7)) || '%' or searchable(f.name) %> searchable($8))))) or t.centre_id in (
select f.id from centres f where searchable(f.name) like '%' || like_pattern(searchable($9)) || '%' or searchable(f.name) %> searchable($10) or searchable(f.code) like '%' || like_pattern(searchable($11)) || '%' or searchable(f.code) %> searchable($12))) and t."level"::text = any($13::text[]);

-- apps/api/src/resource/record-repository.ts
select t.id as "id",t.version as "version",t.created_at as "createdAt",t.updated_at as "updatedAt",t."company_id" as "companyId",t."centre_id" as "centreId",t."level" as "level",t."started_on" as "startedOn",t."ended_on" as "endedOn",t."note" as "note",
case when "company".merged_into_id is null then "company".name
     else (select f.name from companies f where f.id = company_root("company".id)) end as "companyName","centre"."name" as "centreName","centre"."code" as "centreCode", (select known_at from knowledge_clock) as "readAt"
from unnest(array(select t.id from participations t left join companies "company" on "company".id = t.company_id left join centres "centre" on "centre".id = t.centre_id
where t.deleted_at is null and (t.company_id = any(array(
select companies_merged_into(array(
  select f.id from companies f
   where f.deleted_at is null and (searchable(f.name) like '%' || like_pattern(searchable($1)) || '%' or searchable(f.name) %> searchable($2)))))) or t.centre_id = any(array(
select f.id from centres f where searchable(f.name) like '%' || like_pattern(searchable($3)) || '%' or searchable(f.name) %> searchable($4) or searchable(f.code) like '%' || like_pattern(searchable($5)) || '%' or searchable(f.code) %> searchable($6)))) and (t.company_id in (
select companies_merged_into(array(
  select f.id from companies f
   where f.deleted_at is null and (searchable(f.name) like '%' || like_pattern(searchable($7)) || '%' or searchable(f.name) %> searchable($8))))) or t.centre_id in (
select f.id from centres f where searchable(f.name) like '%' || like_pattern(searchable($9)) || '%' or searchable(f.name) %> searchable($10) or searchable(f.code) like '%' || like_pattern(searchable($11)) || '%' or searchable(f.code) %> searchable($12))) and t."level"::text = any($13::text[]) order by  t."started_on" desc , t.id
limit 25)) with ordinality page(id, place)
join participations t on t.id = page.id left join companies "company" on "company".id = t.company_id left join centres "centre" on "centre".id = t.centre_id
order by page.place;

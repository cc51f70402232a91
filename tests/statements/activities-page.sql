-- apps/api/src/resource/record-repository.ts
select t.id as "id",t.version as "version",t.created_at as "createdAt",t.updated_at as "updatedAt",t."centre_id" as "centreId",t."kind" as "kind",t."title" as "title",t."held_on" as "heldOn",t."ended_on" as "endedOn","centre"."name" as "centreName",
(select count(distinct case when c.merged_into_id is null then c.id else company_root(c.id) end)::int from attendances a join companies c on c.id = a.company_id
  where a.activity_id = t.id and a.deleted_at is null) as "companiesPresent",
(select coalesce(sum(a.people), 0)::int from attendances a join companies c on c.id = a.company_id
  where a.activity_id = t.id and a.deleted_at is null) as "peoplePresent", (select known_at from knowledge_clock) as "readAt"
  from unnest(array(select t.id from activities t left join centres "centre" on "centre".id = t.centre_id
  where t.deleted_at is null order by  t."held_on" desc , t.id
  limit 25)) with ordinality page(id, place)
  join activities t on t.id = page.id left join centres "centre" on "centre".id = t.centre_id
  order by page.place;

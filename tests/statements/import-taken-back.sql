-- apps/api/src/modules/imports/import-queue.repository.ts
select
t.id, t.status, t.file_name as "fileName", t.dry_run as "dryRun",
jsonb_build_object('id', t.actor_id, 'name', t.actor_name) as actor,
t.created_at as "createdAt", t.finished_at as "finishedAt",
jsonb_build_object('done', t.rows_done, 'total', t.rows_total) as progress,
t.update_records as "update", t.counts,
case when t.status <> 'DONE' or t.revision_id is null then t.open_reviews
     else (select count(*)::int from duplicate_pairs p
            where p.status = 'OPEN' and p.id in (select pairs_of_import(t.id))) end as "openReviews", t.failure,
t.set_aside as "setAside", t.set_aside_rows as "setAsideRows",
exists (select from import_files f where f.import_id = t.id and f.faulty_rows is not null) as "hasFaultsFile", t.faults, t.warnings, t.changes, t.finding_kinds as "findingKinds", t.language from imports t where t.id = $1::uuid;

-- apps/api/src/modules/imports/import-queue.repository.ts
select
t.id, t.status, t.file_name as "fileName", t.dry_run as "dryRun",
jsonb_build_object('id', t.actor_id, 'name', t.actor_name) as actor,
t.created_at as "createdAt", t.finished_at as "finishedAt",
jsonb_build_object('done', t.rows_done, 'total', t.rows_total) as progress,
t.update_records as "update", t.counts, t.open_reviews as "openReviews", t.failure,
t.set_aside as "setAside", t.set_aside_rows as "setAsideRows",
exists (select from import_files f where f.import_id = t.id and f.faulty_rows is not null) as "hasFaultsFile",
jsonb_array_length(t.faults) as "faultCount", jsonb_array_length(t.warnings) as "warningCount",
jsonb_array_length(t.changes) as "changeCount" from imports t where t.id = $1::uuid;

-- Imports are done by jobs as other work is. Those that wait now are given theirs when the program starts.
alter table imports drop column claimed_until, drop column attempts;

select pgboss.create_queue('import-workbook',
  '{"policy": "standard", "retryLimit": 5, "retryDelay": 0, "expireInSeconds": 7200, "retentionMinutes": 20160}');

do $$ begin
  if exists (select from pg_roles where rolname = 'fieldlab_app') then
    perform grant_jobs_to_application('fieldlab_app');
  end if;
end $$;

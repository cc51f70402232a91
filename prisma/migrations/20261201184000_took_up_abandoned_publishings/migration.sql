-- Whether somebody is at a publishing is said of its job, as of all jobs; one that only waited for its turn was taken for
-- abandoned, and given up after 45 seconds. One that never ends is begun three times; with the fourth it is given up.
alter table report_publishings drop column attempts, drop column seen_at;
update pgboss.queue set retry_limit = 3 where name = 'publish-report';

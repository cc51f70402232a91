-- A scan whose process died is taken up by another, five times; with the sixth it is given up.
update pgboss.queue set retry_limit = 5 where name = 'scan-duplicates';

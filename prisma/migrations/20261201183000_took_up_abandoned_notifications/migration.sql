-- The next of these jobs is asked for by the one before it: one whose process was killed would leave none for an hour.
update pgboss.queue set retry_limit = 5 where name = 'send-notifications';

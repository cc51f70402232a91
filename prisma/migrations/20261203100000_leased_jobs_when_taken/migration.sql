-- pg-boss takes a job for abandoned when it has lasted as long as its queue allows: two hours for an import. Whoever is at
-- one says so every few seconds (leaseJobs), but whoever took one and never heard so, since the connection broke under the
-- answer, says nothing, and an import stood still for two hours. So each counts as begun so long ago that only the
-- lease is left of it: from the moment in which it is taken, and whenever somebody says to be at it.
create function lease_job() returns trigger language plpgsql as $$
begin
  new.started_on := now() - new.expire_in + interval '30 seconds';
  return new;
end $$;

create trigger lease before update of state, started_on on job for each row
  when (new.state = 'active') execute function lease_job();

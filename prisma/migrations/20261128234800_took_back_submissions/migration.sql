-- What is done to a submission can be taken back, the last thing first: the coordinator withdraws it while nobody has
-- decided on it, and an administrator takes back what was decided.

-- What the submission was before it was submitted, its answers and the participations that it ended included. Of those
-- that were submitted before this column was there nobody knows; an administrator returns them.
alter table round_submissions add column before_submit jsonb;

-- It only says once more what the trail tells already.
drop trigger y_audit_insert on round_submissions;
drop trigger y_audit_update on round_submissions;
drop trigger y_audit_delete on round_submissions;
select track_audit('round_submissions', 'rounds', left_out => '{before_submit}', id_column => 'round_id');

-- An answer that was withdrawn is none.
alter table round_answers alter column answer drop not null;

-- What was accepted is locked, its acceptance included: who takes that back gives a reason.
create or replace function lock_accepted_centre() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if tg_op = 'UPDATE' and old.status = 'ACCEPTED' and new.status <> 'SUBMITTED' then
    perform refuse('ILLEGAL_TRANSITION', jsonb_build_object('table', 'round_submissions', 'id', old.id));
  end if;
  if tg_op = 'UPDATE' and old.status = 'ACCEPTED' and coalesce(current_setting('fieldlab.reason', true), '') = '' then
    perform refuse('PERIOD_LOCKED', (
      select jsonb_build_object('table', 'round_submissions', 'id', old.id, 'centre', z.code, 'period', r.period)
        from rounds r cross join centres z where r.id = old.round_id and z.id = old.centre_id));
  end if;
  perform 1 from centres where id = new.centre_id for update;
  return new;
end $$;

-- An accepted submission locks its centre's quarter: whoever changes what is counted on a day in it says why.
--
-- Each table says which facts its rows state: of which centre, on which days, and what. A write is held against the
-- facts before and after it; the days on which they differ may not lie in a locked period, unless the transaction has
-- a reason (announce_author). Ending a participation after the quarter differs on no day of it.
-- See docs/decisions/0017-locked-periods.md.

create index round_submissions_accepted on round_submissions (centre_id) where status = 'ACCEPTED';

create view locked_periods as
select s.centre_id, r.id as round_id, r.period, daterange(r.started_on, r.ended_on) as days
  from round_submissions s
  join rounds r on r.id = s.round_id
 where s.status = 'ACCEPTED' and r.deleted_at is null;

-- Where and when a company was seen: what is known of the company itself counts there and then. A function, so that it
-- is always read by the company: as a view in a join it would be read whole.
create function company_presence(company uuid) returns table (centre_id uuid, days daterange) language sql stable as $$
  select p.centre_id, daterange(p.started_on, p.ended_on) from participations p
   where p.company_id = company and p.deleted_at is null
  union all
  select v.centre_id, daterange(v.held_on, v.held_on, '[]')
    from attendances a join activities v on v.id = a.activity_id
   where a.company_id = company and a.deleted_at is null and v.deleted_at is null
  union all
  select z.id, daterange(o.achieved_on, o.achieved_on, '[]') from outcomes o cross join unnest(o.centre_ids) z (id)
   where o.company_id = company and o.deleted_at is null
$$;

-- refuse_in_locked_period(facts): a query over rows r, written as %s, of (id, centre_id, days, what).
--
-- How a race is lost safely: a writer locks the centres of its facts (FOR KEY SHARE, as a foreign key does) and then
-- looks; accepting takes FOR UPDATE on the centre. Each looks in a fresh snapshot, so one of the two sees the other.
create function refuse_in_locked_period() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  facts text := concat_ws(' union all ',
    case when tg_op <> 'INSERT' then format('select f.*, true as was from (%s) f', format(tg_argv[0], 'old_rows')) end,
    case when tg_op <> 'DELETE' then format('select f.*, false as was from (%s) f', format(tg_argv[0], 'new_rows')) end);
  locked record;
begin
  if coalesce(current_setting('fieldlab.reason', true), '') <> '' then
    return null;
  end if;
  execute format('select 1 from centres where id in (select centre_id from (%s) f) order by id for key share', facts);
  if not exists (select from locked_periods) then
    return null;
  end if;
  execute format($query$
    select c.id, z.code, l.period
      from (select f.id, f.centre_id,
                   coalesce(range_agg(f.days) filter (where f.was), '{}') as before,
                   coalesce(range_agg(f.days) filter (where not f.was), '{}') as after
              from (%s) f group by f.id, f.centre_id, f.what) c
      join locked_periods l on l.centre_id = c.centre_id and l.days && ((c.before + c.after) - (c.before * c.after))
      join centres z on z.id = c.centre_id
     order by l.period, z.code limit 1 $query$, facts) into locked;
  if locked.id is not null then
    perform refuse('PERIOD_LOCKED', jsonb_build_object('table', tg_table_name, 'id', locked.id,
      'centre', locked.code, 'period', locked.period));
  end if;
  return null;
end $$;

create function guard_locked_periods(tbl text, facts text) returns void language plpgsql as $$
begin
  execute format('create trigger g_locked_insert after insert on %I referencing new table as new_rows
    for each statement execute function refuse_in_locked_period(%L)', tbl, facts);
  execute format('create trigger g_locked_update after update on %I referencing old table as old_rows new table as new_rows
    for each statement execute function refuse_in_locked_period(%L)', tbl, facts);
  execute format('create trigger g_locked_delete after delete on %I referencing old table as old_rows
    for each statement execute function refuse_in_locked_period(%L)', tbl, facts);
end $$;

select guard_locked_periods('participations', $$
  select r.id, r.centre_id, daterange(r.started_on, r.ended_on) as days, jsonb_build_array(r.company_id, r.level) as what
    from %s r where r.deleted_at is null $$);
select guard_locked_periods('activities', $$
  select r.id, r.centre_id, daterange(r.held_on, r.held_on, '[]') as days, jsonb_build_array(r.kind) as what
    from %s r where r.deleted_at is null $$);
select guard_locked_periods('attendances', $$
  select r.id, v.centre_id, daterange(v.held_on, v.held_on, '[]') as days, jsonb_build_array(r.company_id, r.people) as what
    from %s r join activities v on v.id = r.activity_id where r.deleted_at is null $$);
select guard_locked_periods('investments', $$
  select r.id, r.centre_id, daterange(r.dated_on, r.dated_on, '[]') as days,
         jsonb_build_array(r.source, r.status, r.form, r.amount_eur, r.funder) as what
    from %s r where r.deleted_at is null $$);
select guard_locked_periods('spin_offs', $$
  select r.id, z as centre_id, daterange(r.founded_on, r.dissolved_on) as days, jsonb_build_array(r.claim_level) as what
    from %s r cross join unnest(r.centre_ids) z where r.deleted_at is null $$);
select guard_locked_periods('outcomes', $$
  select r.id, z as centre_id, daterange(r.achieved_on, r.achieved_on, '[]') as days,
         jsonb_build_array(r.kind, r.company_id, r.quantity, r.claim_level) as what
    from %s r cross join unnest(r.centre_ids) z where r.deleted_at is null $$);
select guard_locked_periods('centres', $$
  select r.id, r.id as centre_id, daterange(r.started_on, r.ended_on) as days,
         jsonb_build_array(r.kind, r.hub_id, r.province, r.technologies) as what
    from %s r where r.deleted_at is null and r.started_on is not null $$);
select guard_locked_periods('companies', $$
  select r.id, e.centre_id, e.days, jsonb_build_array(r.organisation_type, r.merged_into_id) as what
    from %s r cross join company_presence(r.id) e where r.deleted_at is null $$);
-- Of a profile what is counted; a new period of it begins where the former is cut off, so the company is the fact's.
select guard_locked_periods('company_profiles', $$
  select r.company_id as id, e.centre_id, e.days * daterange(r.valid_from, r.valid_to) as days,
         jsonb_build_array(r.size_class, r.province) as what
    from %s r cross join company_presence(r.company_id) e
   where r.deleted_at is null and num_nonnulls(r.size_class, r.province) > 0 $$);

-- Accepting waits for whoever writes in the centre; what was accepted stays so.
create function lock_accepted_centre() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if tg_op = 'UPDATE' and old.status = 'ACCEPTED' and new.status <> 'ACCEPTED' then
    perform refuse('ILLEGAL_TRANSITION', jsonb_build_object('table', 'round_submissions', 'id', old.id));
  end if;
  perform 1 from centres where id = new.centre_id for update;
  return new;
end $$;
create trigger b_accept_insert before insert on round_submissions for each row
  when (new.status = 'ACCEPTED') execute function lock_accepted_centre();
create trigger b_accept_update before update of status on round_submissions for each row
  when ((old.status = 'ACCEPTED') <> (new.status = 'ACCEPTED')) execute function lock_accepted_centre();

do $$ begin
  if exists (select from pg_roles where rolname = 'fieldlab_app') then
    perform grant_to_application('fieldlab_app');
  end if;
end $$;

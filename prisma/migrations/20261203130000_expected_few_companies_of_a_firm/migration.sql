-- Of a function that answers a set the planner expects a thousand rows, and then reads every participation there is
-- rather than those of a firm: logging one took 90 ms in a register of a million. A firm is a few companies.
alter function company_family(uuid) rows 2;
alter function companies_merged_into(uuid[]) rows 10;

-- As soon as one company is merged, every new participation was held against all others of its centre, to find those of
-- the same firm among them. The firm comes first now: of nearly every company there is no other.
create or replace function refuse_overlap_in_family() returns trigger
language plpgsql security definer set search_path from current as $$
declare
  bad record;
begin
  if not exists (select 1 from companies where merged_into_id is not null) then
    return null;
  end if;
  with kin as materialized (
    select n.id, n.company_id, n.centre_id, n.started_on, n.ended_on, array(select company_family(n.company_id)) as firm
      from new_rows n join companies c on c.id = n.company_id
     where n.deleted_at is null
       and (c.merged_into_id is not null
            or exists (select 1 from companies m where m.merged_into_id = c.id and m.deleted_at is null)))
  select k.id, o.id as other into bad
    from kin k
    join participations o on o.company_id = any(k.firm) and o.company_id <> k.company_id and o.centre_id = k.centre_id
     and o.deleted_at is null and daterange(o.started_on, o.ended_on) && daterange(k.started_on, k.ended_on)
   limit 1;
  if bad.id is not null then
    perform refuse('PARTICIPATION_OVERLAP', jsonb_build_object('table', 'participations', 'id', bad.id, 'other', bad.other));
  end if;
  return null;
end $$;

-- The history of a company reads those of its numbers and its details, of which every version was looked through.
create index company_numbers_history_company on company_numbers_history (company_id);
create index company_profiles_history_company on company_profiles_history (company_id);

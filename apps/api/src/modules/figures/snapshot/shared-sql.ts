import { divisionsOf, NETHERLANDS, schemeOfUnversioned, UNKNOWN_CELL } from '@fieldlab/domain';

/** What every definition may be asked. */
export const PARAMETERS = `as_of, period_from := null, scope := 'programme'`;

/** Beside a profile pr, the cell of its municipality. */
export const MUNICIPALITY_OF_PROFILE = `left join municipalities mu on mu.municipality = pr.municipality and mu.province is not distinct from pr.province`;

const SECTORS = NETHERLANDS.sectorSchemes.flatMap(({ code, version, sections }) =>
  sections.flatMap((section) =>
    divisionsOf(section).map((division) => `('${code}', '${version}', '${division}', '${section.code}')`),
  ),
);

/**
 * What the definitions share, as views and macros of DuckDB: the centres in scope, the periods, and the firms with what
 * they did. Flags of a firm: 1 reached, 2 took part, 4 takes part on the last day, 16 began within the period and 32
 * before it.
 */
export const SHARED_SQL = `
create or replace view sectors as
  select * from (values ${SECTORS.join(', ')}) t (scheme, version, division, section);

create or replace macro centres_in(scope) as table
  select z.id, z.started_on, z.ended_on from centres z left join centres hub on hub.id = z.hub_id
   where scope = 'programme' or scope = 'centre:' || z.code or scope = 'hub:' || hub.code
      or (z.kind = 'HUB' and scope = 'hub:' || z.code);

create or replace macro cells_in(dimension_, scope) as table
  select k.centre_id, k.key from centre_cells k
   where k.dimension = dimension_ and k.centre_id in (select id from centres_in(scope));

create or replace macro span(as_of, period_from) as table
  select coalesce(period_from::date, (select min(started_on) from programmes)) as f, as_of::date as d;

create or replace macro periods(dimension_, as_of, period_from) as table
  select '' as key, f, d from span(as_of, period_from) where dimension_ not in ('year', 'quarter')
  union all
  select strftime(first, '%Y') as key, greatest(first::date, f), least((first + interval 1 year)::date - 1, d)
    from (select f, d, unnest(generate_series(date_trunc('year', f)::timestamp, d::timestamp, interval 1 year)) as first
            from span(as_of, period_from)) y where dimension_ = 'year'
  union all
  select strftime(first, '%Y') || '-Q' || quarter(first), greatest(first::date, f), least((first + interval 3 month)::date - 1, d)
    from (select f, d, unnest(generate_series(date_trunc('quarter', f)::timestamp, d::timestamp, interval 3 month)) as first
            from span(as_of, period_from)) q where dimension_ = 'quarter';

create or replace macro section_of(sbi_code, sbi_version, version_) as (
  select min(section) from sectors
   where version = version_ and scheme = coalesce(sbi_version, '${schemeOfUnversioned(NETHERLANDS).code}')
     and division = left(sbi_code, 2));

create or replace macro engagements(dimension_, as_of, period_from, scope) as table
  select s.key as period, s.d as day, coalesce(k.key, case when dimension_ = 'level' then p.level::text else s.key end) as cell,
         coalesce(m.root, p.company_id) as company_id, p.centre_id,
         case when s.f is not null and least(p.ended_on, z.ended_on) <= s.f then 0
              when p.level < 'PARTICIPANT'::participation_level then 1
              when z.started_on <= s.d and coalesce(least(p.ended_on, z.ended_on) > s.d, true) then 7
              else 3 end
         | case when p.level < 'PARTICIPANT'::participation_level then 0 when p.started_on < s.f then 32 else 16 end as flags
    from participations p join centres_in(scope) z on z.id = p.centre_id
    left join merged m on m.id = p.company_id
    join periods(dimension_, as_of, period_from) s on p.started_on <= s.d
    left join cells_in(dimension_, scope) k on k.centre_id = p.centre_id
  union all
  select s.key, s.d, coalesce(k.key, case when dimension_ = 'level' then '${UNKNOWN_CELL}' else s.key end),
         coalesce(m.root, a.company_id), v.centre_id, 1
    from attendances a join activities v on v.id = a.activity_id
    join centres_in(scope) z on z.id = v.centre_id
    left join merged m on m.id = a.company_id
    join periods(dimension_, as_of, period_from) s on v.held_on <= s.d and (s.f is null or v.held_on >= s.f)
    left join cells_in(dimension_, scope) k on k.centre_id = v.centre_id;

create or replace macro firms(dimension_, as_of, period_from, scope) as table
  with pair as (
    select day, cell, company_id, centre_id, bit_or(flags) as flags
      from engagements(dimension_, as_of, period_from, scope) group by all),
  firm as (
    select day, cell, company_id, bit_or(flags) as flags, count(*) filter (where flags & 2 > 0) as centres
      from pair group by all)
  select case dimension_
           when 'company_province' then coalesce(pr.province, '${UNKNOWN_CELL}')
           when 'company_municipality' then coalesce(mu.key, '${UNKNOWN_CELL}')
           when 'sizeClass' then coalesce(pr.size_class::text, '${UNKNOWN_CELL}')
           ${NETHERLANDS.sectorSchemes
             .map(
               ({ version }) =>
                 `when 'sector_${version}' then coalesce(section_of(pr.sbi_code, pr.sbi_version, '${version}'), '${UNKNOWN_CELL}')`,
             )
             .join('\n           ')}
           else f.cell end as cell,
         case when dimension_ = 'level' and f.cell = '${UNKNOWN_CELL}' and bool_or(f.cell <> '${UNKNOWN_CELL}' and f.flags & 1 > 0)
                over (partition by f.company_id) then 0 else f.flags end as flags,
         f.centres, pr.size_class
    from firm f join companies c on c.id = f.company_id and c.organisation_type = 'BUSINESS'
    left join company_profiles pr on pr.company_id = c.id
      and coalesce(pr.valid_from, '-infinity'::date) <= f.day and coalesce(pr.valid_to, 'infinity'::date) > f.day
    ${MUNICIPALITY_OF_PROFILE};
`;

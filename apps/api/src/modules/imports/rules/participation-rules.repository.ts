import { datesRead, isMoved, NONE, type Rule } from './rule';

/** As a number that comes after every date, so that open periods end last. */
const END_OF_TIME = 2_147_483_647;
const dayOf = (date: string): string => `coalesce(${date} - date '0001-01-01', ${END_OF_TIME})`;

const movedPeriod = (alias: string): string =>
  isMoved(alias, 'company_ref', 'centre_code', 'started_on', 'ended_on');
const MOVED = movedPeriod('p');

const outsideCentre = (condition: string, params: string): string => `
  select p.line, p.started_on::text as value, ${params} as params
    from planned_participations p
    join known_centres centre on centre.code = p.centre_code
   where ${isMoved('p', 'centre_code', 'started_on')} and ${datesRead('centre')} and ${condition}`;

/** Company and centre as they are after merges: what must hold for participations and attendances. */
export const PARTICIPATION_RULES: readonly Rule[] = [
  {
    // One pass over the periods in order of their starts, carrying the latest end so far and the row that has it.
    code: 'PARTICIPATION_OVERLAP',
    sheet: 'participations',
    column: 'started_on',
    sql: `
      select line, started_on::text as value, jsonb_build_object('other', latest[2]) as params
        from (
          select line, started_on,
                 max(array[${dayOf('ended_on')}, line]) over (
                   partition by company_id, centre_id order by started_on, line
                   rows between unbounded preceding and 1 preceding) as latest
            from planned_participations p
           where (standing = 'FOUND' or ${MOVED}) and company_id is not null and centre_id is not null
             and started_on is not null and ${datesRead('p')}
        ) p
       where latest[1] > ${dayOf('started_on')}
      union all
      -- The record is another row's already, which has not changed since it was imported.
      select p.line, p.started_on::text, jsonb_build_object('other', known.line)
        from planned_participations p
        join planned_participations known on known.record_id = p.record_id and known.standing in ('KNOWN', 'BY_ID', 'CHANGED')
       where p.standing = 'FOUND'`,
  },
  {
    code: 'PARTICIPATION_OVERLAPS_REGISTER',
    sheet: 'participations',
    column: 'started_on',
    sql: `
      select distinct on (p.line) p.line, p.started_on::text as value,
             jsonb_build_object('start', record.started_on,
                                'until', coalesce(' – ' || (coalesce(record.ended_on, fill.ended_on) - 1), '')) as params
        from planned_participations p
        join (
          select id as company_id, id as root_id from companies where merged_into_id is null
          union all
          select company_id, root_id from merged_companies) family on family.root_id = p.company_id
        join participations record on record.company_id = family.company_id and record.centre_id = p.centre_id
                                  and record.deleted_at is null
        left join participation_fills fill on fill.record_id = record.id
       where ${MOVED} and p.started_on is not null and ${datesRead('p')} and record.id <> p.record_id
         and not exists (select from planned_participations other where other.record_id = record.id and ${movedPeriod('other')})
         and record.started_on < coalesce(p.ended_on, 'infinity')
         and p.started_on < coalesce(record.ended_on, fill.ended_on, 'infinity')
       order by p.line, record.started_on`,
  },
  {
    code: 'PARTICIPATION_OUTSIDE_CENTRE',
    sheet: 'participations',
    column: 'started_on',
    sql: outsideCentre(
      '(p.started_on < centre.started_on or p.started_on >= centre.ended_on)',
      `jsonb_build_object('centre', p.centre_code, 'start', centre.started_on,
                          'end', coalesce((centre.ended_on - 1)::text, '…'))`,
    ),
  },
  {
    code: 'CENTRE_WITHOUT_START',
    sheet: 'participations',
    column: 'centre_code',
    sql: outsideCentre('centre.started_on is null', `jsonb_build_object('centre', p.centre_code)`),
  },
  {
    code: 'ATTENDANCE_REPEATED',
    sheet: 'attendances',
    column: 'company_ref',
    sql: `
      select line, company_ref as value, jsonb_build_object('other', first) as params
        from (
          select line, company_ref, standing,
                 first_value(line) over (partition by activity_id, company_id
                                         order by standing in ('KNOWN', 'BY_ID') desc, line) as first
            from planned_attendances where activity_id is not null and company_id is not null
        ) a
       where line <> first and standing in ('NEW', 'FOUND', 'CHANGED')`,
  },
  {
    code: 'TOO_MANY_ROWS',
    sheet: 'programme',
    column: null,
    sql: `
      select line, null::text as value, ${NONE} as params
        from staged_programme where line > (select min(line) from staged_programme)`,
  },
];

import { datesRead, isMoved, NONE, type Rule } from './rule';

/** Rows whose centre will be made or added to, with the centre as it will be. */
const CHANGING = `
  planned_centres p
  join known_centres final on final.code = p.code and final.id = p.record_id
 where p.standing in ('NEW', 'FOUND', 'CHANGED')`;

const CHANGING_HUBS = `
  planned_centres p
  left join known_centres hub on hub.code = p.hub_code
 where (p.standing = 'FOUND' or ${isMoved('p', 'hub_code')}) and p.hub_code is not null`;

/** What must hold for centres as they will be. */
export const CENTRE_RULES: readonly Rule[] = [
  {
    code: 'CENTRE_CODE_REPEATED',
    sheet: 'centres',
    column: 'code',
    sql: `
      select line, code as value, jsonb_build_object('other', first) as params
        from (select line, code, min(line) over (partition by code) as first
                from staged_centres where code is not null) c
       where line > first
      union all
      -- A centre that changed its code since: once under the old one, once under the new.
      select p.line, p.code, jsonb_build_object('other', min(other.line))
        from planned_centres p
        join planned_centres other on other.record_id = p.record_id and other.code <> p.code
       where p.standing = 'FOUND' and other.standing in ('KNOWN', 'BY_ID', 'CHANGED')
       group by p.line, p.code`,
  },
  {
    code: 'CENTRE_CODE_TAKEN',
    sheet: 'centres',
    column: 'code',
    sql: `
      select p.line, p.code as value, ${NONE} as params
        from planned_centres p
        join centres other on other.code = p.code and other.deleted_at is null and other.id <> p.record_id
       where p.standing = 'CHANGED' and 'code' = any(p.changed)`,
  },
  {
    code: 'HUB_UNDER_HUB',
    sheet: 'centres',
    column: 'kind',
    sql: `
      select p.line, p.kind::text as value, ${NONE} as params
        from planned_centres p join centres record on record.id = p.record_id
       where p.standing = 'CHANGED' and p.kind = 'HUB' and record.hub_id is not null
         and not ('hub_code' = any(p.changed))`,
  },
  {
    // Fieldlabs lie under it, other than those that the workbook moves away.
    code: 'HUB_IS_NOT_A_HUB',
    sheet: 'centres',
    column: 'kind',
    sql: `
      select distinct p.line, p.code as value, ${NONE} as params
        from planned_centres p
        join centres child on child.hub_id = p.record_id and child.deleted_at is null
       where p.standing = 'CHANGED' and 'kind' = any(p.changed) and p.kind <> 'HUB'
         and not exists (select from planned_centres moved where moved.record_id = child.id
                            and moved.standing = 'CHANGED' and 'hub_code' = any(moved.changed))`,
  },
  {
    code: 'UNKNOWN_CENTRE',
    sheet: 'centres',
    column: 'hub_code',
    sql: `select p.line, p.hub_code as value, ${NONE} as params from ${CHANGING_HUBS} and hub.id is null`,
  },
  {
    code: 'HUB_IS_NOT_A_HUB',
    sheet: 'centres',
    column: 'hub_code',
    sql: `select p.line, p.hub_code as value, ${NONE} as params from ${CHANGING_HUBS} and hub.kind <> 'HUB'`,
  },
  {
    code: 'END_WITHOUT_START',
    sheet: 'centres',
    column: 'ended_on',
    sql: `
      select p.line, p.ended_on::text as value, ${NONE} as params
        from ${CHANGING} and final.ended_on is not null and final.started_on is null
         and ${datesRead('p')}`,
  },
  {
    // Within one row it was said when the row was read.
    code: 'ENDS_BEFORE_START',
    sheet: 'centres',
    column: 'ended_on',
    sql: `
      select p.line, p.ended_on::text as value, jsonb_build_object('start', final.started_on) as params
        from ${CHANGING} and final.ended_on <= final.started_on
         and ${datesRead('p')}`,
  },
  {
    code: 'CENTRE_LEAVES_PARTICIPATIONS',
    sheet: 'centres',
    column: 'ended_on',
    sql: `
      select p.line, p.ended_on::text as value, jsonb_build_object('count', count(*)) as params
        from centre_fills fill
        join planned_centres p on p.record_id = fill.record_id and p.standing = 'FOUND'
        join participations record on record.centre_id = fill.record_id and record.deleted_at is null
                                  and record.started_on >= fill.ended_on
       group by p.line, p.ended_on`,
  },
  {
    // Participations that move in the same workbook are looked at where they move to.
    code: 'CENTRE_LEAVES_PARTICIPATIONS',
    sheet: 'centres',
    column: 'started_on',
    sql: `
      select p.line, final.started_on::text as value, jsonb_build_object('count', count(*)) as params
        from planned_centres p
        join known_centres final on final.code = p.code and final.id = p.record_id
        join participations record on record.centre_id = p.record_id and record.deleted_at is null
       where p.standing = 'CHANGED' and p.changed && '{started_on,ended_on}' and ${datesRead('p')}
         and (final.started_on is null or record.started_on < final.started_on or record.started_on >= final.ended_on)
         and not exists (select from planned_participations moved where moved.record_id = record.id
                            and ${isMoved('moved', 'centre_code', 'started_on')})
       group by p.line, final.started_on`,
  },
];

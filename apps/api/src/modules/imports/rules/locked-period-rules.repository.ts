import type { SheetName } from '@fieldlab/domain';
import type { Rule } from './rule';

interface Dated {
  sheet: SheetName;
  column: string;
  /** The days on which row p is counted. */
  days: string;
  /** The centres in which it is. */
  centres?: string;
  from?: string;
}

/**
 * New rows in a quarter that was accepted, in an import that gives no reason. The database refuses them too, and
 * with them whatever else would change there; this says it of every row, and in a trial run.
 */
const lockedRows = ({ sheet, column, days, centres = 'array[p.centre_id]', from = '' }: Dated): Rule => ({
  code: 'PERIOD_LOCKED',
  sheet,
  column,
  sql: `
    select p.line, p.${column}::text as value,
           jsonb_build_object('centre', min(z.code), 'period', min(l.period)) as params
      from planned_${sheet} p ${from}
      join locked_periods l on l.centre_id = any(${centres}) and l.days && ${days}
      join centres z on z.id = l.centre_id
     where p.standing = 'NEW' and p.${column} is not null
       and coalesce(current_setting('fieldlab.reason', true), '') = ''
     group by 1, 2`,
});

/** Null where it would end before it starts, which is said elsewhere. */
const period = (start: string, end: string): string =>
  `case when ${end} <= ${start} then null else daterange(${start}, ${end}) end`;
const onDay = (day: string): string => `daterange(${day}, ${day}, '[]')`;

export const LOCKED_PERIOD_RULES: readonly Rule[] = [
  lockedRows({ sheet: 'participations', column: 'started_on', days: period('p.started_on', 'p.ended_on') }),
  lockedRows({ sheet: 'activities', column: 'held_on', days: onDay('p.held_on') }),
  lockedRows({
    sheet: 'attendances',
    column: 'activity_ref',
    days: onDay('v.held_on'),
    centres: 'array[v.centre_id]',
    from: 'join activities v on v.id = p.activity_id',
  }),
  lockedRows({ sheet: 'investments', column: 'dated_on', days: onDay('p.dated_on') }),
  lockedRows({
    sheet: 'spin_offs',
    column: 'founded_on',
    days: period('p.founded_on', 'p.dissolved_on'),
    centres: 'p.centre_ids',
  }),
  lockedRows({
    sheet: 'outcomes',
    column: 'achieved_on',
    days: onDay('p.achieved_on'),
    centres: 'p.centre_ids',
  }),
];

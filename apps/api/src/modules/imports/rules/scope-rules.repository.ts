import type { SheetName } from '@fieldlab/domain';
import type { SqlClient } from '../../../platform/database/database';
import { NONE, type Rule } from './rule';

/** Puts the centres to which somebody is bound where plans and rules look for them. */
export async function bindToCentres(client: SqlClient, centreIds: readonly string[]): Promise<void> {
  await client.query('create temp table if not exists own_centres (id uuid primary key) on commit drop');
  await client.query('truncate own_centres');
  await client.query('insert into own_centres select distinct unnest($1::uuid[])', [centreIds]);
}

const NOT_OWN = 'not in (select id from own_centres)';

/** What was exported and came back as it was asks for nothing. */
const unchangedById = (alias: string): string =>
  `coalesce(${alias}.standing = 'BY_ID' and ${alias}.changed is null, false)`;

const inCentre = (sheet: SheetName): Rule => ({
  code: 'CENTRE_NOT_YOURS',
  sheet,
  column: 'centre_code',
  sql: `select line, centre_code as value, ${NONE} as params from planned_${sheet} where centre_id ${NOT_OWN}`,
});

/** What several centres share is read by each, and written by whose they all are: as it was, and as it will be. */
const inCentres = (sheet: SheetName): Rule => ({
  code: 'CENTRE_NOT_YOURS',
  sheet,
  column: 'centre_codes',
  sql: `
    select p.line, item.code as value, ${NONE} as params
      from planned_${sheet} p cross join unnest(p.centre_codes) item (code)
      join known_centres known on known.code = item.code
     where known.id ${NOT_OWN} and not ${unchangedById('p')}
    union
    select p.line, z.code, ${NONE}
      from planned_${sheet} p join ${sheet} record on record.id = p.record_id
      join centres z on z.id = any(record.centre_ids)
     where z.id ${NOT_OWN} and p.changed is not null`,
});

/** A reference may be the id of an activity that the workbook does not hold. */
const ownActivity = (sheet: SheetName): Rule => ({
  code: 'CENTRE_NOT_YOURS',
  sheet,
  column: 'activity_ref',
  sql: `
    select p.line, p.activity_ref as value, ${NONE} as params
      from planned_${sheet} p join activities a on a.id = p.activity_id
     where a.centre_id ${NOT_OWN}
       and not (p.standing in ('BY_ID', 'CHANGED') and not ('activity_ref' = any(coalesce(p.changed, '{}'))))`,
});

/** An attendance hangs from its activity's centre, whether the activity is in the workbook or in the register. */
const attendances: Rule = {
  code: 'CENTRE_NOT_YOURS',
  sheet: 'attendances',
  column: 'activity_ref',
  sql: `
    select a.line, a.activity_ref as value, ${NONE} as params
      from planned_attendances a
      left join planned_activities planned on planned.record_id = a.activity_id
      left join activities registered on registered.id = a.activity_id
     where coalesce(planned.centre_id, registered.centre_id) ${NOT_OWN}`,
};

/** The programme and its centres are the administrator's: a row of them may only say what is registered. */
const newCentres: Rule = {
  code: 'ADMINISTRATORS_ONLY',
  sheet: 'centres',
  column: 'code',
  sql: `select line, code as value, ${NONE} as params from planned_centres where standing = 'NEW'`,
};
const newProgramme: Rule = {
  code: 'ADMINISTRATORS_ONLY',
  sheet: 'programme',
  column: 'name',
  sql: `
    select line, name as value, ${NONE} as params from staged_programme p
     where not exists (select from programmes r where r.deleted_at is null
                          and r.name = p.name and r.started_on is not distinct from p.started_on)`,
};

/** Differences that are warnings to an administrator are faults here: nothing of a centre may change. */
const changedCentres: Rule = {
  code: 'ADMINISTRATORS_ONLY',
  sheet: 'centres',
  column: 'code',
  sql: `select line, code as value, ${NONE} as params from planned_centres where standing = 'FOUND' or changed is not null`,
};

/** What holds for a workbook of somebody who is bound to centres. */
export const SCOPE_RULES: readonly Rule[] = [
  newProgramme,
  newCentres,
  changedCentres,
  inCentre('participations'),
  inCentre('activities'),
  inCentre('investments'),
  attendances,
  inCentres('spin_offs'),
  inCentres('outcomes'),
  ownActivity('investments'),
  ownActivity('outcomes'),
];

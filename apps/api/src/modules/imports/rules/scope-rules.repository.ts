import type { SheetName } from '@fieldlab/domain';
import type { SqlClient } from '../../../platform/database/database';
import { NONE, type Rule } from './rule';

/** Puts the centres to which somebody is bound where the rules look for them. */
export async function bindToCentres(client: SqlClient, centreIds: readonly string[]): Promise<void> {
  await client.query('create temp table if not exists own_centres (id uuid primary key) on commit drop');
  await client.query('truncate own_centres');
  await client.query('insert into own_centres select distinct unnest($1::uuid[])', [centreIds]);
}

const NOT_OWN = 'not in (select id from own_centres)';

const inCentre = (sheet: SheetName): Rule => ({
  code: 'CENTRE_NOT_YOURS',
  sheet,
  column: 'centre_code',
  sql: `select line, centre_code as value, ${NONE} as params from planned_${sheet} where centre_id ${NOT_OWN}`,
});

const inCentres = (sheet: SheetName): Rule => ({
  code: 'CENTRE_NOT_YOURS',
  sheet,
  column: 'centre_codes',
  sql: `
    select s.line, item.code as value, ${NONE} as params
      from staged_${sheet} s cross join unnest(s.centre_codes) item (code)
      join known_centres known on known.code = item.code
     where known.id ${NOT_OWN}`,
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
  sql: `select line, code as value, ${NONE} as params from planned_centres where standing = 'FOUND'`,
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
];

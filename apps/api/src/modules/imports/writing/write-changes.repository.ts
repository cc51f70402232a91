import { ownColumns } from '@fieldlab/domain';
import type { SqlClient } from '../../../platform/database/database';
import { changedTo, own, replaced, update } from './changed-columns.repository';
import { writeChangedCompanies } from './write-changed-companies.repository';

/** A reference, with the column that holds it and the one of the workbook that names it. */
const reference = (column: string, named: string, value = `p.${column}`): Record<string, string> => ({
  [column]: changedTo(named, value, `t.${column}`),
});

/** What the register stands on. Centres are widened first, so that participations can move with them. */
export async function writeChangedRegister(client: SqlClient): Promise<void> {
  await update(client, 'programme', own(...ownColumns('programme')));
  await update(client, 'centres', {
    ...own('code', 'kind', 'name', 'type', 'province', 'municipality', 'website'),
    technologies: changedTo('technologies', `coalesce(p.technologies, '{}')`, 't.technologies'),
    hub_id: changedTo(
      'hub_code',
      '(select hub.id from known_centres hub where hub.code = p.hub_code)',
      't.hub_id',
    ),
    started_on: changedTo('started_on', 'least(t.started_on, p.started_on)', 't.started_on'),
    ended_on: changedTo(
      'ended_on',
      'case when num_nulls(t.ended_on, p.ended_on) = 0 then greatest(t.ended_on, p.ended_on) end',
      't.ended_on',
    ),
  });
  await writeChangedCompanies(client);
}

/** After the participations, centres hold as long as the workbook says. */
export async function narrowCentres(client: SqlClient): Promise<void> {
  await client.query(`
    update centres t set ${replaced(own('started_on', 'ended_on'))}
      from planned_centres p
     where p.record_id = t.id and p.standing = 'CHANGED' and p.changed && '{started_on,ended_on}'
       and (t.started_on, t.ended_on) is distinct from
           (${changedTo('started_on', 'p.started_on', 't.started_on')}, ${changedTo('ended_on', 'p.ended_on', 't.ended_on')})`);
}

/** What happened: neighbouring periods may move together, so that overlaps are looked for when all have moved. */
export async function writeChangedEvents(client: SqlClient): Promise<void> {
  await update(client, 'activities', {
    ...reference('centre_id', 'centre_code'),
    ...own(...ownColumns('activities')),
  });
  await client.query('set constraints participations_never_overlap deferred');
  await update(client, 'participations', {
    ...reference('company_id', 'company_ref'),
    ...reference('centre_id', 'centre_code'),
    ...own(...ownColumns('participations')),
  });
  await client.query('set constraints participations_never_overlap immediate');
  await update(client, 'attendances', {
    ...reference('activity_id', 'activity_ref'),
    ...reference('company_id', 'company_ref'),
    ...own(...ownColumns('attendances')),
  });
  await update(client, 'investments', {
    ...reference('centre_id', 'centre_code'),
    ...reference('company_id', 'company_ref'),
    ...reference('activity_id', 'activity_ref'),
    ...own(...ownColumns('investments')),
  });
  await update(client, 'spin_offs', {
    ...reference('centre_ids', 'centre_codes'),
    ...reference('parent_company_id', 'parent_company_ref', 'p.company_id'),
    ...own(...ownColumns('spin_offs')),
  });
  await update(client, 'outcomes', {
    ...reference('company_id', 'company_ref'),
    ...reference('centre_ids', 'centre_codes'),
    ...reference('activity_id', 'activity_ref'),
    ...own(...ownColumns('outcomes')),
  });
}

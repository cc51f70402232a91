import type { SqlClient } from '../../../platform/database/database';
import { planById, type ByIdOptions } from './by-id.repository';
import { claimKnown, leaveOutDangling, leaveOutDeleted, planNew } from './claims.repository';
import { COMPARISONS } from './compared-columns';
import { ACTIVITY, CENTRE, COMPANY, makePlanned } from './events.repository';
import { ATTENDANCES, PARTICIPATIONS, type SheetPlan } from './sheet-plan';

/** Participations are found by company, centre and start; after merges, by those of the whole family. */
export async function planParticipations(client: SqlClient, options: ByIdOptions): Promise<void> {
  await makePlanned(client, PARTICIPATIONS, [COMPANY, CENTRE]);
  await planById(client, COMPARISONS.participations, options);
  await claimKnown(client, PARTICIPATIONS);
  await findByKey(
    client,
    PARTICIPATIONS,
    'record.centre_id = p.centre_id and record.started_on = p.started_on',
  );
  await leaveOutDeleted(client, PARTICIPATIONS);
  await leaveOutDangling(client, PARTICIPATIONS);
  await planNew(client, PARTICIPATIONS);
  await client.query(`
    create temp table participation_fills on commit drop as
    select * from (
      select distinct on (p.record_id) p.record_id,
             case when record.ended_on is null then p.ended_on end as ended_on,
             case when record.note is null then p.note end as note
        from planned_participations p
        join participations record on record.id = p.record_id
       where p.standing = 'FOUND'
       order by p.record_id, p.line
    ) fill where num_nonnulls(ended_on, note) > 0`);
}

/** Attendances are found by activity and company. */
export async function planAttendances(client: SqlClient, options: ByIdOptions): Promise<void> {
  await makePlanned(client, ATTENDANCES, [ACTIVITY, COMPANY]);
  await planById(client, COMPARISONS.attendances, options);
  await claimKnown(client, ATTENDANCES);
  await findByKey(client, ATTENDANCES, 'record.activity_id = p.activity_id');
  await leaveOutDeleted(client, ATTENDANCES);
  await leaveOutDangling(client, ATTENDANCES);
  await planNew(client, ATTENDANCES);
}

/** Of several records of one family, the company's own goes first. */
async function findByKey(client: SqlClient, { sheet, table }: SheetPlan, key: string): Promise<void> {
  await client.query(`
    update planned_${sheet} p set record_id = found.record_id, standing = 'FOUND'
      from (
        select distinct on (p.line) p.line, record.id as record_id
          from planned_${sheet} p
          join (
            select id as company_id, id as root_id from companies where merged_into_id is null
            union all
            select company_id, root_id from merged_companies) family on family.root_id = p.company_id
          join ${table} record on record.company_id = family.company_id and ${key} and record.deleted_at is null
         where p.standing is null
         order by p.line, record.company_id <> p.company_id, record.id
      ) found
     where found.line = p.line`);
}

import { recordColumns } from '@fieldlab/domain';
import type { SqlClient } from '../../../platform/database/database';
import {
  ACTIVITIES,
  ATTENDANCES,
  INVESTMENTS,
  OUTCOMES,
  PARTICIPATIONS,
  SHEET_PLANS,
  SPIN_OFFS,
  type SheetPlan,
} from '../planning/sheet-plan';
import { narrowCentres, writeChangedEvents, writeChangedRegister } from './write-changes.repository';
import { writeCompanies } from './write-companies.repository';

/** The revision that this transaction's writes belong to; null while it changed nothing that is counted. */
export async function revisionUnderWay(client: SqlClient): Promise<string | null> {
  const { rows } = await client.query<{ id: string | null }>(
    `select id::text from revisions
      where known_at is null and transaction_id = pg_current_xact_id_if_assigned()::text::bigint`,
  );
  return rows[0]?.id ?? null;
}

/** Writes everything that was planned: additions to registered records first, as they make room for new ones. */
export async function writeRecords(client: SqlClient): Promise<void> {
  await client.query(`
    insert into programmes (name, started_on)
    select name, started_on from staged_programme
     where not exists (select from programmes where deleted_at is null)`);
  await writeChangedRegister(client);
  await writeCentres(client);
  await writeCompanies(client);
  await insertNew(client, ACTIVITIES);
  await writeChangedEvents(client);
  await client.query(`
    update participations t
       set ended_on = coalesce(t.ended_on, fill.ended_on), note = coalesce(t.note, fill.note)
      from participation_fills fill
     where t.id = fill.record_id
       and ((t.ended_on is null and fill.ended_on is not null) or (t.note is null and fill.note is not null))`);
  await insertNew(client, PARTICIPATIONS);
  await insertNew(client, ATTENDANCES);
  await insertNew(client, INVESTMENTS);
  await insertNew(client, SPIN_OFFS);
  await insertNew(client, OUTCOMES);
  await narrowCentres(client);
}

/** A planned row holds its company as `company_id`, whatever the record calls it. */
async function insertNew(client: SqlClient, { sheet, table, company }: SheetPlan): Promise<void> {
  const columns = recordColumns(sheet);
  const values = columns.map((column) => (column === company ? 'company_id' : column));
  await client.query(`
    insert into ${table} (id, ${columns.join(', ')})
    select record_id, ${values.join(', ')} from planned_${sheet} where standing = 'NEW' order by line`);
}

/** A fieldlab may stand above its hub; the database looks when all of them are in. */
async function writeCentres(client: SqlClient): Promise<void> {
  await client.query(`
    insert into centres (id, code, kind, name, type, hub_id, province, municipality, technologies,
                         started_on, ended_on, website)
    select p.record_id, p.code, p.kind, p.name, p.type, hub.id, p.province, p.municipality,
           coalesce(p.technologies, '{}'), p.started_on, p.ended_on, p.website
      from planned_centres p
      left join known_centres hub on hub.code = p.hub_code
     where p.standing = 'NEW' order by p.line`);
  const columns = ['type', 'hub_id', 'province', 'municipality', 'started_on', 'ended_on', 'website'];
  await client.query(`
    update centres t
       set ${columns.map((column) => `${column} = coalesce(t.${column}, fill.${column})`).join(', ')},
           technologies = case when t.technologies = '{}' then coalesce(fill.technologies, '{}')
                               else t.technologies end
      from centre_fills fill
     where t.id = fill.record_id
       and (${columns.map((column) => `(t.${column} is null and fill.${column} is not null)`).join(' or ')}
            or (t.technologies = '{}' and fill.technologies is not null))`);
}

/** Keeps which row became which record, of rows that are not known yet. */
export async function keepFingerprints(client: SqlClient, importId: string): Promise<void> {
  for (const plan of SHEET_PLANS) {
    await client.query(keptRows(plan), [importId]);
  }
}

const keptRows = ({ sheet }: SheetPlan): string => `
  insert into import_rows (sheet, fingerprint, record_id, company_id, ref, import_id, line, created)
  select '${sheet}', fingerprint, record_id, company_id, ref, $1, line, standing = 'NEW'
    from planned_${sheet} where standing in ('NEW', 'FOUND', 'EQUAL', 'CHANGED')
  on conflict do nothing`;

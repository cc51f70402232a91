import type { SqlClient } from '../../../platform/database/database';
import { fingerprintOf } from './fingerprint.repository';
import { COMPANIES, type SheetPlan } from './sheet-plan';

/**
 * Which rows are which records. A record is claimed by one row at most, so that n equal rows are n records; equal
 * rows and records are paired in the order of their refs, so that each keeps what hangs from it.
 */

/** Rows whose fingerprint is kept with a live record are that record. */
export async function claimKnown(client: SqlClient, plan: SheetPlan): Promise<void> {
  await claim(client, plan, 'KNOWN', keptFingerprints(plan, LIVE));
}

/** The same for company rows with a number, of which several may be one company. */
export async function shareKnown(client: SqlClient): Promise<void> {
  await share(client, 'KNOWN', LIVE);
}

/**
 * Rows whose record was deleted since they were imported are left out. What an import's undo deleted never was:
 * the version of the deletion then belongs to the undo's revision.
 */
export async function leaveOutDeleted(client: SqlClient, plan: SheetPlan): Promise<void> {
  await claim(client, plan, 'LEFT_OUT', keptFingerprints(plan, deletedByHand(plan)));
}

/** The same for company rows with a number. */
export async function leaveOutSharing(client: SqlClient): Promise<void> {
  await share(client, 'LEFT_OUT', deletedByHand(COMPANIES));
}

const LIVE = 'record.deleted_at is null';
const deletedByHand = ({ table }: SheetPlan): string => `record.deleted_at is not null and not exists (
    select from ${table}_history version join imports i on i.undo_revision_id = version.rev_from
     where version.id = record.id and version.rev_to is null)`;

/** Rows with the same values as a record that no other row claims are that record. */
export async function claimEqual(client: SqlClient, plan: SheetPlan, registered: string): Promise<void> {
  await claim(client, plan, 'EQUAL', registered);
}

/**
 * Live records of the sheet's table that may equal a row, for claimEqual.
 * `narrowing` says which can at all, so that not the whole register is digested: `record.held_on = p.held_on and …`.
 */
export const registeredLike = (plan: SheetPlan, narrowing: string): string => `
  select ${fingerprintOf(plan, 'record')} as fingerprint, ${rootOf(plan.company, 'record')} as company_id,
         record.id as record_id, null::text as ref, false as created, record.created_at
    from ${plan.table} record
    ${plan.company === undefined ? '' : `left join merged_companies merged on merged.company_id = record.${plan.company}`}
   where record.deleted_at is null
     and exists (select from planned_${plan.sheet} p where p.standing is null and ${narrowing})`;

const rootOf = (company: string | undefined, alias: string): string =>
  company === undefined ? 'null::uuid' : `coalesce(merged.root_id, ${alias}.${company})`;

const keptFingerprints = ({ sheet, table }: SheetPlan, state: string): string => `
  select kept.fingerprint, ${rootOf('company_id', 'kept')} as company_id,
         kept.record_id, kept.ref, kept.created, record.created_at
    from import_rows kept
    join ${table} record on record.id = kept.record_id and ${state}
    left join merged_companies merged on merged.company_id = kept.company_id
   where kept.sheet = '${sheet}'
     -- What an import added to a record is not there any more when the import was taken back.
     and (kept.created or not exists (select from imports i where i.id = kept.import_id and i.status = 'UNDONE'))
     and kept.fingerprint in (select p.fingerprint from planned_${sheet} p where p.standing is null)`;

/** Pairs rows and candidates one to one; where two kinds of rows want one record, the row that made it goes first. */
async function claim(
  client: SqlClient,
  { sheet }: SheetPlan,
  standing: string,
  candidates: string,
): Promise<void> {
  const sql = `
    with wanting as (
      select line, fingerprint, company_id,
             row_number() over (partition by fingerprint, company_id order by ref, line) as turn
        from planned_${sheet} where standing is null and fingerprint is not null
    ), candidate as (
      select c.*, row_number() over (partition by c.fingerprint, c.company_id
                                     order by c.created desc, c.ref, c.created_at, c.record_id) as turn
        from (${candidates}) c
       where not exists (select from planned_${sheet} taken where taken.record_id = c.record_id)
    ), pair as (
      select distinct on (c.record_id) w.line, c.record_id
        from wanting w
        join candidate c on c.fingerprint = w.fingerprint and c.turn = w.turn
                        and c.company_id is not distinct from w.company_id
       order by c.record_id, c.created desc, w.line
    )
    update planned_${sheet} p set record_id = pair.record_id, standing = '${standing}'
      from pair where pair.line = p.line`;
  // What lost its record to another row may find a second one.
  while (((await client.query(sql)).rowCount ?? 0) > 0);
}

/** Numbered company rows take a record without keeping it from others; the record that the row made goes first. */
async function share(client: SqlClient, standing: string, state: string): Promise<void> {
  await client.query(`
    update planned_companies p set record_id = kept.record_id, standing = '${standing}'
      from (select distinct on (fingerprint) fingerprint, record_id
              from (${keptFingerprints(COMPANIES, state)}) candidate
             order by fingerprint, created desc, created_at, record_id) kept
     where p.standing is null and not p.numberless and p.fingerprint = kept.fingerprint`);
}

/** Rows that refer to something left out are left out with it. */
export async function leaveOutDangling(client: SqlClient, { sheet }: SheetPlan): Promise<void> {
  await client.query(
    `update planned_${sheet} set standing = 'LEFT_OUT' where standing is null and dangling is not null`,
  );
}

/** What is no record yet becomes one. */
export async function planNew(client: SqlClient, { sheet }: SheetPlan): Promise<void> {
  await client.query(
    `update planned_${sheet} set standing = 'NEW', record_id = uuid_v7() where standing is null`,
  );
}

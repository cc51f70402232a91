import type { SqlClient } from '../../../platform/database/database';

/** The sheets that refer to companies or activities. */
const REFERRING: Record<string, readonly string[]> = {
  company_ref: ['participations', 'attendances', 'investments', 'outcomes'],
  parent_company_ref: ['spin_offs'],
  activity_ref: ['attendances', 'investments', 'outcomes'],
};
const REFS = { companies: 'company_refs', activities: 'activity_refs' } as const;
const UUID = "'^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$'";

/** A reference may also be the id of a record that the workbook does not hold. */
export async function addRegistered(
  client: SqlClient,
  table: keyof typeof REFS,
  ...columns: string[]
): Promise<void> {
  const named = columns.flatMap((column) =>
    (REFERRING[column] ?? []).map((sheet) => `select ${column} as ref from staged_${sheet}`),
  );
  const root = table === 'companies' ? 'coalesce(merged.root_id, record.id)' : 'record.id';
  await client.query(`
    insert into ${REFS[table]} (ref, record_id, left_out)
    select named.ref, ${root}, false
      from (select distinct ref from (${named.join(' union all ')}) every where ref ~* ${UUID}) named
      join ${table} record on record.id = named.ref::uuid and record.deleted_at is null
      left join merged_companies merged on merged.company_id = record.id
     where not exists (select from ${REFS[table]} known where known.ref = named.ref)`);
}

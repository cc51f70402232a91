import type { SqlClient } from '../../../platform/database/database';
import { planById, type ByIdOptions } from './by-id.repository';
import { COMPARISONS } from './compared-columns';

/** The one programme: new when there is none, changed only where its row has its id. */
export async function planProgramme(client: SqlClient, options: ByIdOptions): Promise<void> {
  await client.query(`
    create temp table planned_programme on commit drop as
    select s.*, null::uuid as record_id, null::text as standing, null::text[] as changed from staged_programme s`);
  await planById(client, COMPARISONS.programme, options);
}

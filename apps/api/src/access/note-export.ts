import { rowsOf, sql } from '../platform/database/sql';
import type { UnitOfWork } from '../platform/database/unit-of-work';
import { authorshipOf, type Actor } from './actor';

/** Notes in the audit trail that personal data of this resource leaves the register in a file for somebody. */
export async function noteExport(unitOfWork: UnitOfWork, actor: Actor, resource: string): Promise<void> {
  await unitOfWork.runSql(authorshipOf(actor), (client) =>
    rowsOf(client, sql`select note_access('EXPORT', ${actor.id}::uuid, ${resource})`),
  );
}

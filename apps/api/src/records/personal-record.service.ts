import { authorshipOf, requirePermission, type Actor } from '../access/actor';
import { rowsOf, sql } from '../platform/database/sql';
import type { Fields } from './fields';
import { RecordService, staleVersion, type WriteOptions } from './record.service';

/** Records about people: what is erased leaves nothing but the fact that it was. */
export abstract class PersonalRecordService<F extends Fields> extends RecordService<F> {
  /** Also a record that was deleted. @throws DomainError STALE_VERSION as `remove`. */
  async erase(actor: Actor, id: string, version: number, options: WriteOptions = {}): Promise<void> {
    requirePermission(actor, 'personal-data:erase');
    await this.unitOfWork.runSql(authorshipOf(actor, options.reason), async (client) => {
      const found = await this.records.find(client, id, undefined, { deleted: true, lock: true });
      if (!found) this.notFound();
      if (found.version !== version) throw staleVersion(version, found.version);
      await rowsOf(client, sql`select erase_record(${this.spec.table}, ${id}::uuid)`);
    });
  }
}

import { authorshipOf, requirePermission, type Actor } from '../access/actor';
import { rowsOf, sql } from '../platform/database/sql';
import type { Fields } from './fields';
import { TABLES } from './record-models';
import { RecordService, staleVersion, type WriteOptions } from './record.service';

/** Records about people: what is erased leaves nothing but the fact that it was. */
export abstract class PersonalRecordService<F extends Fields> extends RecordService<F> {
  /** Also a record that was deleted. @throws DomainError STALE_VERSION as `remove`. */
  async erase(actor: Actor, id: string, version: number, options: WriteOptions = {}): Promise<void> {
    requirePermission(actor, 'personal-data:erase');
    await this.unitOfWork.run(authorshipOf(actor, options.reason), async (tx) => {
      const found = await this.records.findToWrite(tx, id, undefined, { deleted: true });
      if (!found) this.notFound();
      if (found.version !== version) throw staleVersion(version, found.version);
      await rowsOf(tx.client, sql`select erase_record(${TABLES[this.spec.model]}, ${id}::uuid)`);
    });
  }
}

import { Inject, Injectable } from '@nestjs/common';
import { DomainError } from '@fieldlab/domain';
import { Database } from '../database/database';
import { pendingMigrations } from '../database/migrate';

@Injectable()
export class HealthService {
  constructor(@Inject(Database) private readonly database: Database) {}

  /** @throws DomainError UNAVAILABLE while the database does not answer or lacks a migration. */
  async assertReady(): Promise<void> {
    const pending = await pendingMigrations(this.database.pool).catch(() => undefined);
    if (pending === undefined) throw new DomainError('UNAVAILABLE', 'The database does not answer.');
    if (pending.length > 0) {
      throw new DomainError('UNAVAILABLE', `The database waits for ${pending.length} migrations.`);
    }
  }
}

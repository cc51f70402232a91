import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { Database } from '../../platform/database/database';
import { Files } from '../../platform/files/files.service';
import { Housekeeping } from '../../platform/housekeeping/housekeeping.service';
import { lockForRemoval, unusedOf } from './unused-files.repository';

const DAY_MS = 86_400_000;

/** Removes, once a day, the files of writes that were refused or broken off. What a version of evidence names stays. */
@Injectable()
export class UnusedFiles implements OnModuleInit {
  private lastRemoved = 0;

  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Files) private readonly files: Files,
    @Inject(Housekeeping) private readonly housekeeping: Housekeeping,
  ) {}

  onModuleInit(): void {
    this.housekeeping.add('unused files', () => this.daily());
  }

  async remove(): Promise<void> {
    for await (const kept of this.files.keptBeforeToday())
      await this.database.transaction(async (client) => {
        await lockForRemoval(client);
        for (const sha256 of await unusedOf(client, kept)) await this.files.remove(sha256);
      }, 'batch');
  }

  private async daily(): Promise<void> {
    if (Date.now() - this.lastRemoved < DAY_MS) return;
    await this.remove();
    this.lastRemoved = Date.now();
  }
}

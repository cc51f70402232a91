import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { Housekeeping } from '../../platform/housekeeping/housekeeping.service';
import { PrivacySettingsRepository } from './privacy-settings.repository';

/** Each batch is a transaction, so that a register with years of contacts holds nobody up. */
const BATCH = 500;
const AUTHORSHIP = { actorId: null, actorName: 'Fieldlab', reason: 'AVG' };

/** Erases, every hour, contacts, notes and ended accounts whose term is over. */
@Injectable()
export class Retention implements OnModuleInit {
  constructor(
    @Inject(PrivacySettingsRepository) private readonly settings: PrivacySettingsRepository,
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(Housekeeping) private readonly housekeeping: Housekeeping,
  ) {}

  onModuleInit(): void {
    this.housekeeping.add('personal data past its term', () => this.erasePast());
  }

  async erasePast(): Promise<void> {
    for (;;) {
      const erased = await this.unitOfWork.runSql(
        AUTHORSHIP,
        (client) => this.settings.erasePast(client, BATCH),
        'batch',
      );
      if (erased < BATCH) return;
    }
  }
}

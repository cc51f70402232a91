import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { Database } from '../platform/database/database';
import { Housekeeping } from '../platform/housekeeping/housekeeping.service';
import { forgetOldAnswers } from './idempotency.repository';

/** Answers that are kept for a day are kept no longer: they hold records, contacts among them. */
@Injectable()
export class IdempotencyCleanup implements OnModuleInit {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Housekeeping) private readonly housekeeping: Housekeeping,
  ) {}

  onModuleInit(): void {
    this.housekeeping.add('first answers', () => forgetOldAnswers(this.database.pool));
  }
}

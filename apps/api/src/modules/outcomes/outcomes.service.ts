import { fault } from '@fieldlab/domain';
import { Inject, Injectable } from '@nestjs/common';
import type { InputFault } from '@fieldlab/domain';
import type { Actor } from '../../access/actor';
import { Database, type Transaction } from '../../platform/database/database';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { RecordService } from '../../resource/record.service';
import { outcomeSpec, type OutcomeFields } from './outcome.dto';

export { outcomeSpec } from './outcome.dto';

@Injectable()
export class OutcomesService extends RecordService<OutcomeFields> {
  constructor(@Inject(Database) database: Database, @Inject(UnitOfWork) unitOfWork: UnitOfWork) {
    super(outcomeSpec, database, unitOfWork);
  }

  /** Products, services and starts come in whole numbers; jobs are full-time equivalents. */
  protected override rules(
    _tx: Transaction,
    _actor: Actor,
    { kind, quantity }: Record<string, unknown>,
  ): Promise<InputFault[]> {
    const isFine = kind === 'JOBS' || Number.isInteger(quantity);
    return Promise.resolve(isFine ? [] : [fault('quantity', 'NOT_A_WHOLE_OUTCOME')]);
  }
}

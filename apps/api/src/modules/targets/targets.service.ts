import { Inject, Injectable } from '@nestjs/common';
import { findIndicator, type InputFault, fault } from '@fieldlab/domain';
import type { Actor } from '../../access/actor';
import { Database, type Transaction } from '../../platform/database/database';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { RecordService } from '../../resource/record.service';
import { fitsUnit } from './quantity';
import { targetSpec, type Target, type TargetFields } from './target.dto';
import { TargetsRepository } from './targets.repository';

@Injectable()
export class TargetsService extends RecordService<TargetFields> {
  constructor(
    @Inject(Database) database: Database,
    @Inject(UnitOfWork) unitOfWork: UnitOfWork,
    @Inject(TargetsRepository) private readonly targets: TargetsRepository,
  ) {
    super(targetSpec, database, unitOfWork);
  }

  /** The scope is one that figures know, and the value one that the indicator can have. */
  protected override async rules(
    tx: Transaction,
    _actor: Actor,
    { indicator, scope, value }: Partial<Target>,
  ): Promise<InputFault[]> {
    const faults: InputFault[] = [];
    if (scope !== undefined && scope !== 'programme' && !(await this.targets.isScope(tx, scope ?? ''))) {
      faults.push(fault('scope', 'NO_SUCH_SCOPE', { scope: scope ?? '' }));
    }
    const unit = findIndicator(indicator ?? '')?.unit;
    if (unit && value !== undefined && !fitsUnit(unit, value)) {
      faults.push(fault('value', 'TOO_PRECISE'));
    }
    if (unit === 'percent' && Number(value) > 100) {
      faults.push(fault('value', 'SHARE_TOO_LARGE'));
    }
    return faults;
  }
}

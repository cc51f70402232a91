import { Inject, Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { RecordService } from '../../resource/record.service';
import { spinOffSpec, type SpinOffFields } from './spin-off.dto';

export { spinOffSpec } from './spin-off.dto';

@Injectable()
export class SpinOffsService extends RecordService<SpinOffFields> {
  constructor(@Inject(Database) database: Database, @Inject(UnitOfWork) unitOfWork: UnitOfWork) {
    super(spinOffSpec, database, unitOfWork);
  }
}

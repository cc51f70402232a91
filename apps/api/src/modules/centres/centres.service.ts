import { Inject, Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { RecordService } from '../../records/record.service';
import { centreSpec, type CentreFields } from './centre.dto';

@Injectable()
export class CentresService extends RecordService<CentreFields> {
  constructor(@Inject(Database) database: Database, @Inject(UnitOfWork) unitOfWork: UnitOfWork) {
    super(centreSpec, database, unitOfWork);
  }
}

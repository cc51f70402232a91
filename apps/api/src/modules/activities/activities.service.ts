import { Inject, Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { RecordService } from '../../resource/record.service';
import { activitySpec, type ActivityFields } from './activity.dto';

export { activitySpec } from './activity.dto';

@Injectable()
export class ActivitiesService extends RecordService<ActivityFields> {
  constructor(@Inject(Database) database: Database, @Inject(UnitOfWork) unitOfWork: UnitOfWork) {
    super(activitySpec, database, unitOfWork);
  }
}

import { Inject, Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { RecordService } from '../../resource/record.service';
import { attendanceSpec, type AttendanceFields } from './attendance.dto';

export { attendanceSpec } from './attendance.dto';

@Injectable()
export class AttendancesService extends RecordService<AttendanceFields> {
  constructor(@Inject(Database) database: Database, @Inject(UnitOfWork) unitOfWork: UnitOfWork) {
    super(attendanceSpec, database, unitOfWork);
  }
}

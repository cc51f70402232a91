import { Controller, Inject } from '@nestjs/common';
import { trackedController } from '../../resource/tracked.controller';
import { attendanceSpec } from './attendance.dto';
import { AttendancesService } from './attendances.service';

@Controller('attendances')
export class AttendancesController extends trackedController(attendanceSpec) {
  constructor(@Inject(AttendancesService) service: AttendancesService) {
    super(service);
  }
}

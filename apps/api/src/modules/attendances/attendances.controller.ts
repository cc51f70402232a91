import { Controller, Inject } from '@nestjs/common';
import { recordController } from '../../records/record.controller';
import { attendanceSpec } from './attendance.dto';
import { AttendancesService } from './attendances.service';

@Controller('attendances')
export class AttendancesController extends recordController(attendanceSpec) {
  constructor(@Inject(AttendancesService) service: AttendancesService) {
    super(service);
  }
}

import { Module } from '@nestjs/common';
import { exportController } from '../../resource/exports/export.controller';
import { attendanceSpec } from './attendance.dto';
import { AttendancesController } from './attendances.controller';
import { AttendancesService } from './attendances.service';

@Module({
  controllers: [exportController(attendanceSpec, AttendancesService), AttendancesController],
  providers: [AttendancesService],
  exports: [AttendancesService],
})
export class AttendancesModule {}

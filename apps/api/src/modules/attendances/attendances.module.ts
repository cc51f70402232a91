import { Injectable, Module } from '@nestjs/common';
import { recordModule, recordService } from '../../resource/record-module';
import { attendanceSpec } from './attendance.dto';

export { attendanceSpec } from './attendance.dto';

@Injectable()
export class AttendancesService extends recordService(attendanceSpec) {}

@Module(recordModule(attendanceSpec, AttendancesService))
export class AttendancesModule {}

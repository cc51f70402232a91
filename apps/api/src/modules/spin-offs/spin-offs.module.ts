import { Module } from '@nestjs/common';
import { exportController } from '../../resource/exports/export.controller';
import { spinOffSpec } from './spin-off.dto';
import { SpinOffsController } from './spin-offs.controller';
import { SpinOffsService } from './spin-offs.service';

@Module({
  controllers: [exportController(spinOffSpec, SpinOffsService), SpinOffsController],
  providers: [SpinOffsService],
  exports: [SpinOffsService],
})
export class SpinOffsModule {}

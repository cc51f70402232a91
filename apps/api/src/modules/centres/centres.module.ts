import { Module } from '@nestjs/common';
import { exportController } from '../../resource/exports/export.controller';
import { centreSpec } from './centre.dto';
import { CentresController } from './centres.controller';
import { CentresService } from './centres.service';

@Module({
  controllers: [exportController(centreSpec, CentresService), CentresController],
  providers: [CentresService],
  exports: [CentresService],
})
export class CentresModule {}

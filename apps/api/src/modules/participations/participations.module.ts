import { Module } from '@nestjs/common';
import { exportController } from '../../resource/exports/export.controller';
import { participationSpec } from './participation.dto';
import { ParticipationsController } from './participations.controller';
import { ParticipationsService } from './participations.service';

@Module({
  controllers: [exportController(participationSpec, ParticipationsService), ParticipationsController],
  providers: [ParticipationsService],
  exports: [ParticipationsService],
})
export class ParticipationsModule {}

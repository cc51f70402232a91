import { Module } from '@nestjs/common';
import { recordModule } from '../../resource/record-module';
import { participationSpec } from './participation.dto';
import { ParticipationsController } from './participations.controller';
import { ParticipationsService } from './participations.service';

@Module(recordModule(participationSpec, ParticipationsService, ParticipationsController))
export class ParticipationsModule {}

import { Module } from '@nestjs/common';
import { recordModule } from '../../resource/record-module';
import { centreSpec } from './centre.dto';
import { CentresController } from './centres.controller';
import { CentresService } from './centres.service';

@Module(recordModule(centreSpec, CentresService, CentresController))
export class CentresModule {}

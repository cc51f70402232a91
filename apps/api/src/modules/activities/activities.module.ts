import { Injectable, Module } from '@nestjs/common';
import { recordModule, recordService } from '../../resource/record-module';
import { activitySpec } from './activity.dto';

export { activitySpec } from './activity.dto';

@Injectable()
export class ActivitiesService extends recordService(activitySpec) {}

@Module(recordModule(activitySpec, ActivitiesService))
export class ActivitiesModule {}

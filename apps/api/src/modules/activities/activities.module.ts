import { Module } from '@nestjs/common';
import { exportController } from '../../resource/exports/export.controller';
import { activitySpec } from './activity.dto';
import { ActivitiesController } from './activities.controller';
import { ActivitiesService } from './activities.service';

@Module({
  controllers: [exportController(activitySpec, ActivitiesService), ActivitiesController],
  providers: [ActivitiesService],
  exports: [ActivitiesService],
})
export class ActivitiesModule {}

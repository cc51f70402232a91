import { Controller, Inject } from '@nestjs/common';
import { trackedController } from '../../resource/tracked.controller';
import { activitySpec } from './activity.dto';
import { ActivitiesService } from './activities.service';

@Controller('activities')
export class ActivitiesController extends trackedController(activitySpec) {
  constructor(@Inject(ActivitiesService) service: ActivitiesService) {
    super(service);
  }
}

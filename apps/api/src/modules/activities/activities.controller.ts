import { Controller, Inject } from '@nestjs/common';
import { recordController } from '../../records/record.controller';
import { activitySpec } from './activity.dto';
import { ActivitiesService } from './activities.service';

@Controller('activities')
export class ActivitiesController extends recordController(activitySpec) {
  constructor(@Inject(ActivitiesService) service: ActivitiesService) {
    super(service);
  }
}

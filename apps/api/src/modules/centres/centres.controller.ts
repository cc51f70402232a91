import { Controller, Inject } from '@nestjs/common';
import { trackedController } from '../../records/tracked.controller';
import { centreSpec } from './centre.dto';
import { CentresService } from './centres.service';

@Controller('centres')
export class CentresController extends trackedController(centreSpec) {
  constructor(@Inject(CentresService) service: CentresService) {
    super(service);
  }
}
